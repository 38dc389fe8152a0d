import { expect, it } from 'vitest';
import { conversationId } from '../../../src/domain/ids.ts';
import { placesId } from '../../../src/features/meetings/invitation-ids.ts';
import { showCounts, showEveryMs } from '../../../src/features/meetings/show-counts.ts';
import { startBroadcast } from '../../../src/features/broadcasts/start-broadcast.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { accept, id, memberNumber, onStore } from '../../store/meetings/meeting-scene.ts';

it.each(['memory', 'sqlite'] as const)(
  'loses no answer and no update of the card while three instances answer and show at once: %s',
  async (kind) => {
    await onStore(kind, async (_meetings, store, clock) => {
      const instances = [1, 2, 3].map(() => ({
        clock,
        logger: createLogger('silent'),
        broadcasts: new Broadcasts(store),
        meetings: new Meetings(store),
      }));
      const [first] = instances;
      if (first === undefined) {
        throw new Error('no instance');
      }
      const subject = { kind: 'meeting', meetingId: id } as const;
      const audience = [{ kind: 'channel', conversationId: conversationId('c1') } as const];
      await startBroadcast(first, { id: placesId(id), subject, audience, lifeMs: 1000 });
      const late = async (index: number) => {
        const meetings = instances[index % 3]?.meetings ?? first.meetings;
        await accept(meetings, memberNumber(index));
        await meetings.change(id, {}, 0, ({ meeting }) => ({ meeting: { ...meeting, isShownLate: true } }));
      };

      for (let second = 0; second < 10; second += 1) {
        const answers = Array.from({ length: 10 }, (_, index) => late(second * 10 + index));
        await Promise.all([...answers, ...instances.map(showCounts)]);
        clock.advance(1000);
      }
      while ((await first.meetings.shownLate()).length > 0) {
        clock.advance(showEveryMs);
        await Promise.all(instances.map(showCounts));
      }

      const shown = await first.meetings.find(id);
      expect(shown?.seats.accepted).toBe(100);
      const revision = (await first.broadcasts.find(placesId(id)))?.value.revision ?? 0;
      expect(revision).toBeGreaterThan(4);
      expect(revision - 1).toBeLessThanOrEqual(1 + clock.now() / showEveryMs);
    });
  },
);
