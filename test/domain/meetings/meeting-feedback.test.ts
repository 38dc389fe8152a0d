import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import { hourMs } from '../../../src/domain/instant.ts';
import {
  checkFeedback,
  giveFeedback,
  ratings,
  summariseFeedback,
  whyNoFeedback,
} from '../../../src/domain/meetings/meeting-feedback.ts';
import type { GivenFeedback } from '../../../src/domain/meetings/meeting-feedback.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { anRsvp } from '../../support/meeting-details-cards.ts';
import { aMeeting } from '../../support/meetings.ts';

const endsAt = 102 * hourMs;
const meeting = aMeeting({ startsAt: 100 * hourMs, endsAt });
const accepted = anRsvp({ answer: 'accepted' });

describe('who may say how it was', () => {
  it.each([
    ['who had a seat', { answer: 'accepted' } as const, undefined],
    ['who said perhaps', { answer: 'tentative' } as const, undefined],
    ['who was there without an answer', { checkedInAt: 1 }, undefined],
    ['who came although they had declined', { answer: 'declined', checkedInAt: 1 } as const, undefined],
    ['nobody who declined', { answer: 'declined' } as const, 'not-there'],
    ['nobody who still waited', { answer: 'accepted', waitingNumber: 3 } as const, 'not-there'],
    ['nobody twice', { answer: 'accepted', feedbackGiven: true } as const, 'given'],
  ])('%s', (_, fields, why) => {
    expect(whyNoFeedback({ meeting, rsvp: anRsvp(fields) }, endsAt)).toBe(why);
  });

  it('nobody who has nothing to do with it', () => {
    expect(whyNoFeedback({ meeting }, endsAt)).toBe('not-there');
  });

  it('nobody before it is over, or where it fell out', () => {
    const cancelled: Meeting = { ...meeting, state: { kind: 'cancelled', at: 0 } };

    expect(whyNoFeedback({ meeting, rsvp: accepted }, endsAt - 1)).toBe('not-over');
    expect(whyNoFeedback({ meeting: cancelled, rsvp: accepted }, endsAt)).toBe('cancelled');
  });
});

describe('feedback as it is typed', () => {
  it('is a number from 1 to 5, and a sentence where there is one', () => {
    expect(checkFeedback({ rating: '4', sentence: ' Mehr Zeit\nfür Fragen.\u202E ' })).toMatchObject({
      kind: 'valid',
      given: { rating: 4, sentence: 'Mehr Zeit für Fragen.' },
    });
    expect(checkFeedback({ rating: '1', sentence: ' … ' })).toMatchObject({ given: { rating: 1 } });
    expect(checkFeedback({ rating: '1', sentence: ' … ' })).not.toHaveProperty('given.sentence');
  });

  it.each([undefined, '', '0', '6', '1.5', '05', 'drei', '1,5', 'constructor'])(
    'has no number where "%s" was chosen',
    (rating) => {
      const typed = rating === undefined ? {} : { rating };

      expect(checkFeedback({ ...typed, sentence: 'Gut.' })).toEqual({
        kind: 'invalid',
        problems: [{ kind: 'rating-missing' }],
        fields: { sentence: 'Gut.' },
      });
    },
  );

  it('has a sentence of at most 300 characters', () => {
    expect(checkFeedback({ rating: '3', sentence: 'a'.repeat(300) }).kind).toBe('valid');
    expect(checkFeedback({ rating: '3', sentence: 'a'.repeat(301) })).toMatchObject({
      problems: [{ kind: 'sentence-too-long', length: 301 }],
      fields: { rating: 3 },
    });
  });
});

const given = fc.record(
  {
    rating: fc.constantFrom(...ratings),
    sentence: fc.string({ minLength: 1, maxLength: 20 }),
  },
  { requiredKeys: ['rating'] },
);

/** Everybody says something, one after the other. */
function sayAll(all: readonly GivenFeedback[]): Meeting {
  return all.reduce((known, one, index) => {
    const rsvp = anRsvp({ memberId: storedMemberId(`t.${index}`), answer: 'accepted' });
    const outcome = giveFeedback({ meeting: known, rsvp }, one, endsAt);
    expect(outcome.kind).toBe('given');
    return outcome.meeting;
  }, meeting);
}

describe('what was said', () => {
  it('is counted, and every sentence is kept', () => {
    fc.assert(
      fc.property(fc.array(given, { maxLength: 30 }), (all) => {
        const { feedback } = sayAll(all);

        const counts = ratings.map((rating) => all.filter((one) => one.rating === rating).length);
        expect(feedback?.ratings ?? [0, 0, 0, 0, 0]).toEqual(counts);
        const sentences = all.flatMap(({ sentence }) => sentence ?? []);
        expect([...(feedback?.sentences ?? [])].toSorted()).toEqual(sentences.toSorted());
      }),
    );
  });

  it('is stored the same, whoever was first', () => {
    fc.assert(
      fc.property(
        fc
          .array(given, { minLength: 2, maxLength: 20 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(sayAll(shuffled).feedback).toEqual(sayAll(all).feedback);
        },
      ),
    );
  });

  it('changes nothing of the person but that they said something, and nothing else of the meeting', () => {
    const rsvp = anRsvp({ answer: 'accepted', number: 5, at: 77, name: 'Anna' });

    const outcome = giveFeedback({ meeting, rsvp }, { rating: 2, sentence: 'Zu kurz.' }, endsAt);

    expect(outcome).toEqual({
      kind: 'given',
      meeting: { ...meeting, feedback: { ratings: [0, 1, 0, 0, 0], sentences: ['Zu kurz.'] } },
      rsvps: [{ ...rsvp, feedbackGiven: true }],
    });
  });

  it('is refused the second time', () => {
    const rsvp = anRsvp({ answer: 'accepted', feedbackGiven: true });

    expect(giveFeedback({ meeting, rsvp }, { rating: 1 }, endsAt)).toMatchObject({
      kind: 'closed',
      because: 'given',
    });
  });
});

describe('what organisers see of it', () => {
  it('is nothing but the number below three', () => {
    expect(summariseFeedback(undefined)).toEqual({ kind: 'few', count: 0 });
    expect(summariseFeedback({ ratings: [1, 0, 0, 0, 1], sentences: ['Gut.'] })).toEqual({
      kind: 'few',
      count: 2,
    });
  });

  it('is the average, how many chose which number, and the sentences from three on', () => {
    const feedback = { ratings: [0, 1, 0, 0, 2], sentences: ['Gut.'] } as const;

    expect(summariseFeedback(feedback)).toEqual({ kind: 'shown', count: 3, average: 4, ...feedback });
  });
});
