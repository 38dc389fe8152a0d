import type { Commune } from '../../domain/commune.ts';
import { joinFilters } from '../../domain/filters.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import { foldedPhrase, Reading } from './message-words.ts';
import { readPlaces } from './places.ts';
import { readTechnologies, readThemes } from './read-filters.ts';
import { readSizes } from './read-sizes.ts';
import { readStages } from './read-stages.ts';
import { readSought } from './sought.ts';
import { readAnnouncementCommand } from './read-announcement-command.ts';
import type { AnnouncementIntent } from './read-announcement-command.ts';
import { readCommand } from './read-command.ts';
import { readInquiryCommand } from './read-inquiry-command.ts';
import type { InquiryIntent } from './read-inquiry-command.ts';
import { readMeetingCommand } from './read-meeting-command.ts';
import type { MeetingIntent } from './read-meeting-command.ts';
import { readRegistrationCommand } from './read-registration-command.ts';
import type { RegistrationIntent } from './read-registration-command.ts';
import { readReviewCommand } from './read-review-command.ts';
import type { ReviewIntent } from './read-review-command.ts';
import { readKeepRequest } from './read-keep-request.ts';
import type { KeepIntent, KeepRequest } from './read-keep-request.ts';
import { readTopicCommand } from './read-topic-command.ts';
import type { TopicIntent } from './read-topic-command.ts';
import { readSmallTalk } from './read-small-talk.ts';
import { readSubscriptionCommand } from './read-subscription-command.ts';
import type { SubscriptionIntent } from './read-subscription-command.ts';
import { readUserGroupCommand } from './read-user-group-command.ts';
import type { UserGroupIntent } from './read-user-group-command.ts';
import type { SmallTalk } from './read-small-talk.ts';
import { narrowingWords, negations, pronouns } from './words.ts';

/** What a person meant with a message. */
export type Intent =
  /** `negated`: asked for those who do not have it. */
  | { readonly kind: 'question'; readonly question: Question; readonly negated?: true }
  /** Narrows the question before: "nur produktiv", "Macht das schon jemand außer Menden?"; without filters it asks again. */
  | { readonly kind: 'narrow'; readonly filters: readonly Filter[] }
  /** Adds to what the question before allowed: "auch in Soest". */
  | { readonly kind: 'also'; readonly filters: readonly Filter[] }
  /** Another thing under the filters of before: "und Chatbots?". */
  | { readonly kind: 'instead'; readonly sought: string; readonly filters: readonly Filter[] }
  | { readonly kind: 'widen' }
  | { readonly kind: 'more' }
  | { readonly kind: 'back' }
  | { readonly kind: 'help' | 'privacy' | 'my-data' | 'erase-my-data' | 'choose-commune' | 'figures' }
  | UserGroupIntent
  | AnnouncementIntent
  | RegistrationIntent
  | ReviewIntent
  | SubscriptionIntent
  | InquiryIntent
  | TopicIntent
  | MeetingIntent
  | KeepIntent
  | { readonly kind: SmallTalk | 'identity' }
  /** A question without a thing sought: "Wer macht schon?". */
  | { readonly kind: 'unclear' };

/** What the words are understood against. */
export interface Vocabulary {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  readonly themes: readonly string[];
}

/** Characters; nobody asks in more. */
const longText = 250;

/** Understands a message by its words alone; the same message always means the same. */
export function understand(message: string, vocabulary: Vocabulary): Intent {
  const { words } = new Reading(message);
  return (
    readCommand(words, message) ??
    readUserGroupCommand(words) ??
    readInquiryCommand(message) ??
    readMeetingCommand(message) ??
    readTopicCommand(message) ??
    readSubscriptionCommand(words) ??
    readAnnouncementCommand(words) ??
    readRegistrationCommand(words) ??
    readReviewCommand(words) ??
    toKeepIntent(readKeepRequest(new Reading(message)), vocabulary) ??
    readSmallTalk(words, message) ??
    toQuestion(new Reading(theQuestionIn(message)), vocabulary)
  );
}

/** What is to be told of is understood like a question. */
function toKeepIntent(request: KeepRequest | undefined, vocabulary: Vocabulary): Intent | undefined {
  if (request === undefined || request.kind === 'subscriptions') {
    return request;
  }
  const about = toQuestion(new Reading(request.about), vocabulary);
  if (about.kind === 'question') {
    return { kind: 'keep-question', question: about.question };
  }
  const filters = 'filters' in about ? about.filters : [];
  const sought = 'sought' in about ? about.sought : '';
  return sought === '' && filters.length === 0
    ? { kind: 'keep-question' }
    : { kind: 'keep-question', question: { sought, filters } };
}

/** Of a long text the sentence that asks: with a question mark, or the subject of a pasted mail. */
function theQuestionIn(message: string): string {
  if (message.length <= longText) {
    return message;
  }
  const asks = /[^.!?\n]{8,300}\?/.exec(message)?.[0];
  const subject = /^(?:betreff|subject):\s*(?:(?:aw|re|wg|fwd?):\s*)*(.{3,200})$/im.exec(message)?.[1];
  return asks ?? subject ?? message;
}

function toQuestion(message: Reading, vocabulary: Vocabulary): Intent {
  const intent = readQuestion(message, vocabulary, readTechnologies);
  const soughtNothing = intent.kind === 'question' && intent.question.sought === '';
  // "Erfahrung mit RPA": the technology is itself what is sought.
  return soughtNothing ? readQuestion(new Reading(message.text), vocabulary, () => []) : intent;
}

function readQuestion(
  reading: Reading,
  vocabulary: Vocabulary,
  readTechnology: (reading: Reading) => readonly Filter[],
): Intent {
  const filters = joinFilters(
    [],
    [
      ...readSizes(reading),
      ...readThemes(reading, vocabulary.themes),
      ...readPlaces(reading, vocabulary.communes),
      ...readStages(reading),
      ...readTechnology(reading),
    ],
  );
  const { rest } = reading;
  const sought = readSought(reading);
  const negated = reading.words.some(({ folded }) => negations.has(folded));
  const continues = /^(und|oder|and)$/.test(reading.words[0]?.folded ?? '');
  if (sought !== '' && !pronouns.has(sought.toLowerCase())) {
    return continues
      ? { kind: 'instead', sought, filters }
      : { kind: 'question', question: { sought, filters }, ...(negated && { negated }) };
  }
  const narrows =
    rest.some(({ folded }) => pronouns.has(folded)) ||
    (filters.length > 0 && (continues || rest.every(({ folded }) => narrowingWords.has(folded))));
  if (narrows) {
    const adds = filters.length > 0 && /^(?:und )?auch /.test(`${foldedPhrase(reading.words)} `);
    return { kind: adds ? 'also' : 'narrow', filters };
  }
  return filters.length > 0 ? { kind: 'question', question: { sought: '', filters } } : { kind: 'unclear' };
}
