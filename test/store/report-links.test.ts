import { expect, it } from 'vitest';
import { announcementId, meetingId } from '../../src/domain/ids.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { ReportLinks } from '../../src/store/report-links.ts';
import { FakeClock } from '../support/fake-clock.ts';

it('opens with a key nothing but what it was made for, though another has the same id', async () => {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  const links = new ReportLinks(store);
  const announcement = announcementId('x');
  const meeting = `meeting.${meetingId('x')}` as const;
  await links.add(announcement, 'of-announcement', 1000);
  await links.add(meeting, 'of-meeting', 1000);

  const opens = [
    await links.opens(announcement, 'of-announcement'),
    await links.opens(meeting, 'of-meeting'),
    await links.opens(announcement, 'of-meeting'),
    await links.opens(meeting, 'of-announcement'),
  ];

  expect(opens).toEqual([true, true, false, false]);
});
