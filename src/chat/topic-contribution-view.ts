import type { CardAction } from '../cards/actions.ts';
import { topicContributionsCard } from '../cards/topic-contributions-card.ts';
import { answeredWords, topicInvitationCard } from '../cards/topic-invitation-card.ts';
import { topicOfferFormCard } from '../cards/topic-offer-form-card.ts';
import { answerInvitation } from '../features/topics/answer-invitation.ts';
import { inviteToReport } from '../features/topics/invite-to-report.ts';
import { listContributions } from '../features/topics/list-contributions.ts';
import { offerReport, report, stopReporting } from '../features/topics/offer-report.ts';
import type { OfferReportResult, ReportResult } from '../features/topics/offer-report.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { topicContributionTexts as texts } from '../texts/topic-contribution-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { showTopicDone } from './topic-details-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type Action = Extract<
  CardAction,
  {
    verb: `topic.${'offerReport' | 'report' | 'stopReporting' | 'listContributions' | 'invite' | 'answerInvitation'}`;
  }
>;
type ActionOf<Verb extends Action['verb']> = Action & { readonly verb: Verb };

/** Who can report on a topic: offering it, asking those who might, and answering that. */
export async function toContributionView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'topic.offerReport': {
      const { topicRequestId } = action;
      return toOfferView(deps, turn, action, await offerReport(deps, { asker: turn.asker, topicRequestId }));
    }
    case 'topic.report':
      return offer(deps, turn, action);
    case 'topic.stopReporting':
      return stop(deps, turn, action);
    case 'topic.listContributions':
      return list(deps, turn, action);
    case 'topic.invite':
      return invite(deps, turn, action);
    case 'topic.answerInvitation':
      return answer(deps, turn, action);
  }
}

async function offer(deps: ChatDeps, turn: Turn, action: ActionOf<'topic.report'>): Promise<View> {
  const { topicRequestId, text } = action;
  const result = await report(deps, { asker: turn.asker, topicRequestId, text });
  switch (result.kind) {
    case 'offered':
    case 'changed':
    case 'already':
      return showTopicDone(deps, turn, action, texts[result.kind]);
    case 'invalid':
    case 'closed':
    case 'gone':
    case 'denied':
      return toOfferView(deps, turn, action, result);
  }
}

async function toOfferView(
  deps: ChatDeps,
  turn: Turn,
  action: ActionOf<'topic.offerReport' | 'topic.report'>,
  result: OfferReportResult | Extract<ReportResult, { kind: 'invalid' }>,
): Promise<View> {
  switch (result.kind) {
    case 'form':
    case 'invalid':
      return { title: texts.form.heading, card: topicOfferFormCard(result.form, turn.surface, action.from) };
    case 'closed':
      return showTopicDone(deps, turn, action, toClosed(turn, result.shown));
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

/** A sentence alone may be drawn as markdown: titles are words that people typed. */
function toClosed({ surface }: Turn, { request, into }: Pick<ShownTopic, 'into' | 'request'>): string {
  return texts.closed(request.state.kind, isSeenByAll(surface) ? undefined : into?.title);
}

async function stop(deps: ChatDeps, turn: Turn, action: ActionOf<'topic.stopReporting'>): Promise<View> {
  const { topicRequestId } = action;
  const result = await stopReporting(deps, { asker: turn.asker, topicRequestId });
  switch (result.kind) {
    case 'stopped':
    case 'absent':
      return showTopicDone(deps, turn, action, texts[result.kind]);
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

/** Persons are named in it: never where others read along. */
async function list(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { topicRequestId, from }: ActionOf<'topic.invite' | 'topic.listContributions'>,
  outcome?: string,
): Promise<View> {
  if (isSeenByAll(surface)) {
    return outcome ?? memberTexts.personalOnly;
  }
  const result = await listContributions(deps, { asker, topicRequestId });
  switch (result.kind) {
    case 'listed': {
      const more = { ...(from !== undefined && { from }), ...(outcome !== undefined && { outcome }) };
      return {
        title: texts.list.heading,
        card: topicContributionsCard(result.contributions, surface, more),
      };
    }
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

async function invite(deps: ChatDeps, turn: Turn, action: ActionOf<'topic.invite'>): Promise<View> {
  const { topicRequestId, useCaseId } = action;
  const result = await inviteToReport(deps, { asker: turn.asker, topicRequestId, useCaseId });
  switch (result.kind) {
    case 'invited':
      return list(deps, turn, action, texts.invited);
    case 'already':
      return list(deps, turn, action, texts.invitedBefore);
    case 'offers':
      return list(deps, turn, action, texts.offersAlready);
    case 'nobody':
      return list(deps, turn, action, texts.nobody);
    // The list says so itself.
    case 'closed':
      return isSeenByAll(turn.surface) ? texts.list.closed : list(deps, turn, action);
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

async function answer(
  deps: ChatDeps,
  turn: Turn,
  { topicRequestId, invitation, answer: said }: ActionOf<'topic.answerInvitation'>,
): Promise<View> {
  const { asker, surface } = turn;
  const result = await answerInvitation(deps, { asker, topicRequestId, invitation, answer: said });
  switch (result.kind) {
    case 'answered':
    case 'already':
      return isSeenByAll(surface)
        ? (answeredWords(result.described.invitation) ?? memberTexts.personalOnly)
        : { title: texts.invitation.title, card: topicInvitationCard(result.described, surface) };
    case 'closed':
      return showTopicDone(deps, turn, { topicRequestId }, toClosed(turn, result));
    case 'foreign':
      return texts.foreign;
    case 'gone':
      return texts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}
