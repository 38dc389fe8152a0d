import { afterEach, describe, expect, it } from 'vitest';
import { topicRequestId, useCaseId } from '../../src/domain/ids.ts';
import type { TopicRequest, TopicState } from '../../src/domain/topic-request.ts';
import { asCarla, delivered, finished } from '../support/announcements.ts';
import { adopterAt, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { aDrone, bertaId, entered } from '../support/followed.ts';
import {
  contributions,
  invitationsOf,
  invited,
  offersOf,
  question,
  says,
  startInviting,
} from '../support/topic-contributions.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;
let topic: TopicRequest;

afterEach(async () => {
  await bot.stop();
});

async function start(...parts: Parameters<typeof startInviting>): Promise<void> {
  ({ bot, topic } = await startInviting(...parts));
}

/** It is decided, by whatever way. */
async function decided(state: TopicState): Promise<void> {
  await bot.app.deps.topicRequests.change(topic.id, {}, ({ request }) => ({
    request: { ...request, state },
  }));
}

const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('"Anfragen"', () => {
  it('asks the contact in their own chat, with the question behind it and the use case', async () => {
    await start();

    const { answer, card } = await invited(bot, topic);

    expect(wordsOf(answer)).toMatch(/^Die Anfrage ist unterwegs\./);
    expect(wordsOf(answer)).toContain('Angefragt am 22. November 2026');
    expect(titles(answer)).not.toContain('Anfragen');
    expect(wordsOf(card)).toContain(question);
    expect(wordsOf(card)).toContain('Wer findet damit Schäden?');
    expect(wordsOf(card)).toContain('„Drohnen prüfen Dächer“');
    expect(titles(card)).toEqual(['Ja, gern', 'Nein', 'Später', 'Thema ansehen']);
  });

  it('goes once to a person, also when two organisers press at the same moment or for another use case', async () => {
    await start();
    const contact = { memberId: bertaId };
    await entered(
      bot,
      aDrone({
        id: useCaseId('drones-2'),
        title: 'Drohnen über Dächern',
        adopters: [adopterAt(menden, 'pilot', { contact })],
      }),
    );
    const invite = (id: string) => pressed('topic.invite', { topicRequestId: topic.id, useCaseId: id });

    await Promise.all([invite('drones'), invite('drones-2'), invite('drones')].map((one) => bot.press(one)));
    const again = await bot.press(invite('drones'));
    await finished(bot);

    expect(wordsOf(again)).toMatch(/^Hier wurde schon angefragt\./);
    expect(await invitationsOf(bot, topic)).toHaveLength(1);
    expect(await delivered(bot, question, 1)).toHaveLength(1);
  });

  it('is not needed for whoever offers it', async () => {
    await start();
    await bot.press(pressed('topic.report', { topicRequestId: topic.id }), 'personal', {}, asBerta);

    const list = await contributions(bot, topic);
    const pressedAnyway = await bot.press(
      pressed('topic.invite', { topicRequestId: topic.id, useCaseId: 'drones' }),
    );

    expect(wordsOf(list)).toContain('Bietet schon an zu berichten');
    expect(titles(list)).not.toContain('Anfragen');
    expect(wordsOf(pressedAnyway)).toMatch(/^Hier bietet schon jemand an zu berichten\./);
    expect(await invitationsOf(bot, topic)).toEqual([]);
  });

  it('is refused to members, about decided topics, and about a use case with nobody to ask', async () => {
    await start();
    const invite = pressed('topic.invite', { topicRequestId: topic.id, useCaseId: 'drones' });
    const nowhere = pressed('topic.invite', { topicRequestId: topic.id, useCaseId: 'gone' });

    const toBerta = await bot.press(invite, 'personal', {}, asBerta);
    const ofNothing = await bot.press(nowhere);
    await decided({ kind: 'declined', reason: 'Nein.' });
    const late = await bot.press(invite);

    expect(JSON.stringify(toBerta)).toContain('Das kann nur das Organisationsteam.');
    expect(wordsOf(ofNothing)).toMatch(/^Zu diesem Anwendungsfall kann ich gerade niemanden fragen\./);
    expect(JSON.stringify(late)).toContain('nur zu offenen und geplanten Themen');
    expect(await invitationsOf(bot, topic)).toEqual([]);
  });
});

describe('the answer of whoever was asked', () => {
  it('"Ja, gern" is an offer of the commune, and the organiser is told', async () => {
    await start();
    const { card } = await invited(bot, topic);

    const yes = await says(bot, card, 'Ja, gern');
    const again = await says(bot, card, 'Ja, gern');
    const [told] = await delivered(bot, 'Sagt zu: Drohnen über Dächern', 1);
    const list = await contributions(bot, topic);

    expect(wordsOf(yes)).toMatch(/^Danke\. Sie möchten berichten/);
    expect(titles(yes)).toEqual(['Nein', 'Später', 'Thema ansehen']);
    expect(wordsOf(again)).toBe(wordsOf(yes));
    expect(wordsOf(cardOf(told))).toMatch(
      /^Die gefragte Person möchte berichten\.\nThema: Drohnen über Dächern\n/,
    );
    expect(await offersOf(bot, topic)).toMatchObject([{ memberId: bertaId, communeId: menden }]);
    expect(wordsOf(list)).toContain('Sagt zu (22. November 2026)');
  });

  it('can be changed: the offer goes, and what the organiser was told follows', async () => {
    await start();
    const { card } = await invited(bot, topic);
    const yes = await says(bot, card, 'Ja, gern');
    await delivered(bot, 'Sagt zu: Drohnen über Dächern', 1);

    const no = await says(bot, yes, 'Nein');
    const updates = () => bot.connector.updates.map(({ activity }) => JSON.stringify(activity));
    await bot.connector.until(() =>
      updates().some((one) => one.includes('Die gefragte Person möchte nicht berichten.')),
    );
    await bot.connector.until(() =>
      updates().some((one) => one.includes('Danke für die Antwort. Sie möchten nicht berichten')),
    );

    expect(wordsOf(no)).toMatch(/^Danke für die Antwort\. Sie möchten nicht berichten\./);
    expect(await offersOf(bot, topic)).toEqual([]);
    expect(wordsOf(await contributions(bot, topic))).toContain('Sagt ab (22. November 2026)');
  });

  it('is taken back by "Doch nicht berichten" as well', async () => {
    await start();
    const { card } = await invited(bot, topic);
    await says(bot, card, 'Ja, gern');

    await bot.press(pressed('topic.stopReporting', { topicRequestId: topic.id }), 'personal', {}, asBerta);

    expect(await offersOf(bot, topic)).toEqual([]);
    expect(await invitationsOf(bot, topic)).toMatchObject([{ answer: 'no', version: 2 }]);
  });

  it('is nobody else’s', async () => {
    await start();
    const { card } = await invited(bot, topic);
    const unknown = pressed('topic.answerInvitation', {
      topicRequestId: topic.id,
      invitation: 7,
      answer: 'yes',
    });

    const byCarla = await bot.press(buttonNamed(card, 'Ja, gern'), 'personal', {}, asCarla);
    const ofNothing = await bot.press(unknown, 'personal', {}, asBerta);

    expect(JSON.stringify(byCarla)).toContain('Diese Anfrage ging an jemand anderen.');
    expect(JSON.stringify(ofNothing)).toContain('Diese Anfrage gibt es nicht mehr.');
    expect(await invitationsOf(bot, topic)).toMatchObject([{ version: 0 }]);
    expect(await offersOf(bot, topic)).toEqual([]);
  });

  it('comes too late when the topic is decided, and learns where a merged one went', async () => {
    await start();
    const { card } = await invited(bot, topic);
    const into = await proposed(bot, { id: topicRequestId('t2'), title: 'Luftbilder von Dächern' });

    await decided({ kind: 'treated', result: { text: 'Zwei haben berichtet.' } });
    const treated = await bot.press(buttonNamed(card, 'Ja, gern'), 'personal', {}, asBerta);
    await decided({ kind: 'merged', into: into.id });
    const merged = await bot.press(buttonNamed(card, 'Ja, gern'), 'personal', {}, asBerta);

    expect(wordsOf(treated)).toMatch(
      /^Dieses Thema ist schon behandelt\.[^\n]*\nDrohnen über Dächern\nBehandelt\n/,
    );
    expect(titles(treated)).toContain('Themen');
    expect(wordsOf(merged)).toMatch(/^Dieses Thema ist mit „Luftbilder von Dächern“ zusammengeführt\./);
    expect(titles(merged)).toContain('Zum anderen Thema');
    expect(await offersOf(bot, topic)).toEqual([]);
  });
});
