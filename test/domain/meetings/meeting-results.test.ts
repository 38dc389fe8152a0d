import { describe, expect, it } from 'vitest';
import { topicRequestId } from '../../../src/domain/ids.ts';
import { hourMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { publishResults, whyNoResults } from '../../../src/domain/meetings/meeting-results.ts';
import { aMeeting } from '../../support/meetings.ts';

const startsAt = 100 * hourMs;
const content = { text: 'Gut.', links: ['https://example.org'], treated: [topicRequestId('t1')] };

const meetingWith = (fields: Partial<Meeting> = {}) => aMeeting({ startsAt, ...fields });

describe('results of a meeting', () => {
  it('are published from its beginning on', () => {
    expect(whyNoResults(meetingWith(), startsAt - 1)).toBe('not-begun');
    expect(whyNoResults(meetingWith(), startsAt)).toBeUndefined();
    expect(whyNoResults(meetingWith(), startsAt + 1000 * hourMs)).toBeUndefined();
  });

  it('are there for nothing that falls out, nor for a draft', () => {
    expect(whyNoResults(meetingWith({ state: { kind: 'cancelled', at: 0 } }), startsAt)).toBe('cancelled');
    expect(whyNoResults(meetingWith({ state: { kind: 'draft' } }), startsAt)).toBe('draft');
  });

  it('are to be posted, and shown on its cards', () => {
    const outcome = publishResults(meetingWith(), content, { edition: undefined, now: startsAt });

    expect(outcome).toMatchObject({
      kind: 'published',
      meeting: {
        results: { ...content, at: startsAt, edition: 1 },
        undone: [{ kind: 'show' }, { kind: 'results' }],
      },
    });
  });

  it('change under a number of their own', () => {
    const results = { ...content, at: startsAt, edition: 1 };
    const now = startsAt + hourMs;

    const outcome = publishResults(
      meetingWith({ results }),
      { ...content, text: 'Sehr gut.' },
      { edition: 1, now },
    );

    expect(outcome).toMatchObject({
      kind: 'changed',
      meeting: { results: { text: 'Sehr gut.', at: now, edition: 2 } },
    });
  });

  it.each([
    ['text', { text: 'Besser.' }],
    ['links', { links: [] }],
    ['topics', { treated: [] }],
  ])('are others with other %s', (_, other) => {
    const meeting = meetingWith({ results: { ...content, at: 0, edition: 1 } });
    const about = { edition: 1, now: startsAt };

    expect(publishResults(meeting, content, about).kind).toBe('unchanged');
    expect(publishResults(meeting, { ...content, ...other }, about).kind).toBe('changed');
  });

  it('are overwritten by nobody who has not seen them', () => {
    const meeting = meetingWith({ results: { ...content, at: 0, edition: 2 } });
    const other = { ...content, text: 'Anders.' };

    expect(publishResults(meeting, other, { edition: undefined, now: startsAt }).kind).toBe('outdated');
    expect(publishResults(meeting, other, { edition: 1, now: startsAt }).kind).toBe('outdated');
    expect(publishResults(meetingWith(), other, { edition: 1, now: startsAt }).kind).toBe('outdated');
  });
});
