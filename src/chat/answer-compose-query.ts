import { meetingOffer } from '../cards/meetings/meeting-offer.ts';
import type { Offer } from '../cards/offer.ts';
import { useCaseOffer } from '../cards/use-case-offer.ts';
import type { Asker } from '../domain/member.ts';
import { seenBy } from '../domain/permissions.ts';
import { offerUseCases } from '../features/ask/offer-use-cases.ts';
import { offerMeetings } from '../features/meetings/offer-meetings.ts';
import { recogniseAsker } from '../features/members/identify-asker.ts';
import { askTexts } from '../texts/ask-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { offerTexts } from '../texts/offer-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposeQuery, Sender } from './incoming.ts';
import type { Reply } from './reply.ts';
import { toClosedQuestion } from './understand/closed-question.ts';
import { readMeetingCommand } from './understand/read-meeting-command.ts';

/** What can be put into messages, by the ids of the manifest's search commands. Apps stay installed for years: never renamed. */
export const composeCommands = ['useCases'] as const;
type ComposeCommand = (typeof composeCommands)[number];

/** Answers what is typed in the compose box, letter by letter, with what can be put into the message. Writes nothing. */
export async function answerComposeQuery(
  deps: ChatDeps,
  sender: Sender,
  query: ComposeQuery | undefined,
): Promise<readonly Reply[]> {
  const identity = await recogniseAsker(deps, sender);
  if (identity.kind === 'foreign-tenant') {
    return [{ kind: 'note', text: memberTexts.foreignTenant }];
  }
  const command = query && findCommand(query);
  if (query === undefined || command === undefined) {
    deps.logger.warn('compose.not-understood');
    return [{ kind: 'note', text: offerTexts.notUnderstood }];
  }
  switch (command) {
    case 'useCases':
      return [await offerOfAll(deps, identity.asker, query)];
  }
}

/** A client that knows no commands means the first: the Agents Playground, unless it is told one. */
function findCommand({ command }: ComposeQuery): ComposeCommand | undefined {
  return command === undefined ? composeCommands[0] : composeCommands.find((known) => known === command);
}

/** When nothing is typed yet. */
const mostAtFirst = 3;

/** Meetings come before the use cases, and where somebody asks for meetings there are none of these. */
async function offerOfAll(deps: ChatDeps, asker: Asker, query: ComposeQuery): Promise<Reply> {
  const { text, skip, count } = query;
  const about = readMeetingCommand(text);
  const isAsked = about?.kind === 'meetings' && (about.view === 'next' || about.view === 'mine');
  const words = isAsked ? (about.userGroup ?? '') : text;
  const most = text.trim() === '' ? { most: mostAtFirst } : {};
  const meetings = (await offerMeetings(deps, { words, ...most })).map((shown) => meetingOffer(shown, deps));
  const shown = meetings.slice(skip, skip + count);
  if (isAsked && meetings.length > 0) {
    return { kind: 'offers', offers: shown };
  }
  const rest = {
    ...query,
    skip: Math.max(0, skip - meetings.length),
    count: count - shown.length,
  };
  const useCases = offerOfUseCases(deps, asker, rest);
  if (useCases.kind === 'note' && meetings.length > 0) {
    return { kind: 'offers', offers: shown };
  }
  return useCases.kind === 'note' ? useCases : { kind: 'offers', offers: [...shown, ...useCases.offers] };
}

type UseCaseOffers =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'offers'; readonly offers: readonly Offer[] };

function offerOfUseCases(deps: ChatDeps, asker: Asker, { text, skip, count }: ComposeQuery): UseCaseOffers {
  const { communes } = deps.operator.current();
  const question = toClosedQuestion(text, { communes, themes: deps.catalogue.themesFor(seenBy(asker)) });
  const unfinished = text.endsWith(question.sought);
  const result = offerUseCases(deps, { asker, question, unfinished, skip, count });
  if (result.kind === 'nothing') {
    return { kind: 'note', text: nothingTexts[result.because] };
  }
  const { useCases, closeness, isStale } = result;
  return {
    kind: 'offers',
    offers: useCases.map((useCase) =>
      useCaseOffer(useCase, closeness, { communes, dialogs: deps.dialogs, stale: isStale(useCase) }),
    ),
  };
}

const nothingTexts = {
  'no-match': offerTexts.nothingYet,
  filters: askTexts.nothingWithFilters,
  short: offerTexts.keepTyping,
};
