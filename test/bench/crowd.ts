import { randomUUID } from 'node:crypto';
import type { Commune } from '../../src/domain/commune.ts';
import { Chance } from './chance.ts';
import { makeQuestion } from './questions.ts';

/** One message somebody sends. */
export interface Message {
  readonly activityId: string;
  readonly body: Uint8Array;
}

export interface Person {
  readonly number: number;
  readonly tenant: string;
  readonly objectId: string;
}

const knownPeople = 400;
const tenants = 12;
const newShare = 0.02;
const personalShare = 0.75;
const channelShare = 0.15;
const sharedPlaces = 20;
const bot = { id: '28:bot', name: 'KI-Community' };

/**
 * People of a dozen tenants who ask in their own chats (75 %), in channels (15 %, with a mention) and in group chats (10 %).
 * Two of a hundred messages come from somebody whom the bot has never seen. Every message has an id of its own.
 */
export class Crowd {
  readonly #chance: Chance;
  readonly #communes: readonly Commune[];
  readonly #serviceUrl: string;
  readonly #known: readonly Person[];
  #people = 0;

  constructor(seed: number, communes: readonly Commune[], serviceUrl: string) {
    this.#chance = new Chance(seed);
    this.#communes = communes;
    this.#serviceUrl = serviceUrl;
    this.#known = Array.from({ length: knownPeople }, () => this.#newPerson());
  }

  /** A first message of everybody who will be known. */
  introductions(): readonly Message[] {
    return this.#known.map((person) => this.#message(person, true, personalPlace(person)));
  }

  messages(count: number): readonly Message[] {
    return Array.from({ length: count }, () => {
      const isNew = this.#chance.happens(newShare);
      const person = isNew ? this.#newPerson() : this.#chance.pick(this.#known);
      return this.#message(person, isNew, this.#place(person));
    });
  }

  /** What known people type in the compose box of group chats, caught at some letter. */
  queries(count: number): readonly Message[] {
    return Array.from({ length: count }, () => {
      const person = this.#chance.pick(this.#known);
      const question = makeQuestion(this.#chance, this.#communes, true);
      const typed = question.slice(0, this.#chance.between(1, question.length));
      return toMessage({
        ...activityOf(person, sharedPlace(this.#chance.between(1, sharedPlaces)), this.#serviceUrl),
        type: 'invoke',
        name: 'composeExtension/query',
        value: {
          commandId: 'useCases',
          parameters: [{ name: 'question', value: typed }],
          queryOptions: { skip: 0, count: 25 },
        },
      });
    });
  }

  #newPerson(): Person {
    this.#people += 1;
    return newPerson(this.#people);
  }

  #place(person: Person): object {
    const kind = this.#chance.next();
    if (kind < personalShare) {
      return personalPlace(person);
    }
    const number = this.#chance.between(1, sharedPlaces);
    return kind < personalShare + channelShare
      ? {
          id: `19:channel${number}@thread.tacv2;messageid=${number}`,
          conversationType: 'channel',
          isGroup: true,
        }
      : sharedPlace(number);
  }

  #message(person: Person, isNew: boolean, place: object): Message {
    const question = makeQuestion(this.#chance, this.#communes, isNew);
    const isShared = 'isGroup' in place;
    const mention = { type: 'mention', text: '<at>KI-Community</at>', mentioned: bot };
    const client = {
      type: 'clientInfo',
      locale: 'de-DE',
      country: 'DE',
      platform: 'Windows',
      timezone: 'Europe/Berlin',
    };
    return toMessage({
      ...activityOf(person, place, this.#serviceUrl),
      type: 'message',
      textFormat: 'plain',
      text: isShared ? `${mention.text} ${question}` : question,
      entities: isShared ? [client, mention] : [client],
    });
  }
}

/** Somebody of one of the dozen tenants. */
export function newPerson(number: number): Person {
  return {
    number,
    tenant: `11111111-0000-4000-8000-${String(number % tenants).padStart(12, '0')}`,
    objectId: randomUUID(),
  };
}

/** What is the same in everything that somebody does in a place. */
export function activityOf(person: Person, place: object, serviceUrl: string) {
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:person-${person.number}`, name: 'Erika Beispiel', aadObjectId: person.objectId },
    recipient: bot,
    conversation: { ...place, tenantId: person.tenant },
    channelData: { tenant: { id: person.tenant } },
    locale: 'de-DE',
  };
}

function toMessage(activity: Readonly<Record<string, unknown>> & { readonly id: string }): Message {
  return { activityId: activity.id, body: Buffer.from(JSON.stringify(activity)) };
}

export function sharedPlace(number: number): object {
  return { id: `19:group${number}@thread.v2`, conversationType: 'groupChat', isGroup: true };
}

export function personalPlace({ number, tenant }: Person): object {
  return { id: `a:personal-${number}-${tenant}`, conversationType: 'personal' };
}
