import { afterEach, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { inviteToReport } from '../../../src/features/topics/invite-to-report.ts';
import { finished } from '../../support/announcements.ts';
import { adopterAt, anAsker, menden } from '../../support/builders.ts';
import type { TestBot } from '../../support/conversation.ts';
import { aDrone, bertaId, drones, entered, postedTo } from '../../support/followed.ts';
import { invitationsOf, question, startInviting } from '../../support/topic-contributions.ts';
import { bertasChat } from '../../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

it('asks a person once, however many organisers ask at the same moment because of whatever use case', async () => {
  const { topic, ...started } = await startInviting();
  bot = started.bot;
  const other = useCaseId('drones-2');
  const adopters = [adopterAt(menden, 'pilot', { contact: { memberId: bertaId } })];
  await entered(bot, aDrone({ id: other, adopters }));
  const asker = anAsker({ role: 'organiser' });

  const results = await Promise.all(
    [drones, other, drones, other].map((one) =>
      inviteToReport(bot.app.deps, { asker, topicRequestId: topic.id, useCaseId: one }),
    ),
  );
  await finished(bot);

  expect(results.map(({ kind }) => kind).toSorted()).toEqual(['already', 'already', 'already', 'invited']);
  expect(await invitationsOf(bot, topic)).toHaveLength(1);
  expect(postedTo(bot, bertasChat).filter(({ summary }) => summary === question)).toHaveLength(1);
});
