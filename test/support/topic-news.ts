import { expect } from 'vitest';
import type { TopicRequestId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { voteForTopic } from '../../src/domain/topic-votes.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import type { MergeTopicOutcome } from '../../src/domain/topic-states.ts';
import { carryOutInTurn } from '../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../src/features/topics/change-topic.ts';
import { anna } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { memberOf } from './topics.ts';

type Person = Parameters<typeof memberOf>[0];

/** Somebody votes for a request, and follows it from then on. */
export async function votesFor(bot: TestBot, id: TopicRequestId, person: Person): Promise<void> {
  const member = memberOf(person);
  const changed = await changeTopic(bot.app.deps, id, { member }, ({ request, participation }) => {
    const outcome = voteForTopic(request, participation, member, bot.clock.now());
    return outcome.kind === 'voted' ? outcome : undefined;
  });
  expect(changed).toBeDefined();
}

/** Anna decides something about a request, a minute after whatever was before; its followers are told. */
export async function decided(
  bot: TestBot,
  id: TopicRequestId,
  decide: (
    request: TopicRequest,
    by: { readonly by: ReturnType<typeof memberOf>; readonly now: number },
  ) => MergeTopicOutcome,
): Promise<void> {
  bot.clock.advance(minuteMs);
  const changed = await changeTopic(bot.app.deps, id, {}, ({ request }) => {
    const outcome = decide(request, { by: memberOf(anna), now: bot.clock.now() });
    return outcome.kind === 'changed' ? { request: outcome.request } : undefined;
  });
  expect(changed).toBeDefined();
  await carryOutInTurn(bot.app.deps, id);
}

/** Where all deliveries are, in alphabetical order. */
export async function deliveryStates(bot: TestBot): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('deliveries');
  return documents
    .flatMap(({ body: { stateKind } }) => (typeof stateKind === 'string' ? [stateKind] : []))
    .toSorted();
}
