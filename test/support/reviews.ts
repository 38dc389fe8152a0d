import { memberId, submissionId, tenantId, useCaseId } from '../../src/domain/ids.ts';
import { submitUseCase } from '../../src/features/review/submit-use-case.ts';
import type { SubmitRequest } from '../../src/features/review/submit-use-case.ts';
import { carlasChat, delivered, startCommunity, twoOrganisers } from './announcements.ts';
import { anAsker, adopterAt, aUseCase, menden } from './builders.ts';
import { cardOf, tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { berta } from './user-groups.ts';
import { contentOf } from './submissions.ts';

export const bertasId = memberId(tenantId(tenant), berta.aadObjectId);

/** What Berta hands in. */
export const proposal = aUseCase({
  id: useCaseId('s1'),
  title: 'Drohnen zählen Kegelrobben',
  summary: 'Ein Modell zählt Kegelrobben auf Luftbildern.',
});

/** Anna and Carla organise, Berta is a member; all of them have written to the bot. */
export async function startReviewing(parts: Parameters<typeof startCommunity>[1] = {}): Promise<TestBot> {
  const bot = await startCommunity(twoOrganisers, parts);
  await bot.say('Hallo');
  return bot;
}

/** Berta hands it in for Menden. */
export async function handedIn(bot: TestBot, fields: Partial<SubmitRequest> = {}) {
  const { title, summary } = proposal;
  return submitUseCase(bot.app.deps, {
    asker: anAsker({ memberId: bertasId, communeId: menden }),
    id: submissionId('s1'),
    origin: { kind: 'new' },
    content: contentOf(proposal),
    adopter: adopterAt(menden, 'pilot'),
    changed: [],
    typed: { title, summary, body: menden, stage: 'pilot', category: 'other', visibility: 'community' },
    ...fields,
  });
}

/** What was sent by itself to one chat, the latest last. */
export function postedTo(bot: TestBot, chat: string, summary: string) {
  return bot.connector.calls
    .filter(
      (call) => call.method === 'POST' && call.conversationId === chat && call.activity.summary === summary,
    )
    .map(({ activity }) => cardOf(activity));
}

/** What replaced posted cards in one chat, the latest last. */
export function replacedIn(bot: TestBot, chat: string) {
  return bot.connector.updates
    .filter(({ conversationId }) => conversationId === chat)
    .map(({ activity }) => cardOf(activity));
}

export const annasChat = 'a:personal-anna';
/** Of the card that organisers get. */
export const summary = `Zur Freigabe: ${proposal.title}`;

/** Berta has handed in, and both organisers have the card. */
export async function startWaiting() {
  const bot = await startReviewing();
  await handedIn(bot);
  await delivered(bot, summary, 2);
  const [annas] = postedTo(bot, annasChat, summary);
  const [carlas] = postedTo(bot, carlasChat.id, summary);
  return { bot, annas, carlas };
}

export async function stateOfSubmission(bot: TestBot) {
  return (await bot.app.deps.submissions.find(submissionId('s1')))?.value.state;
}
