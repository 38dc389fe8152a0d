import { describe, expect, it } from 'vitest';
import { checkTopicCollection } from '../../src/domain/topic-collection-form.ts';

/** Still the 22nd in UTC, already the 23rd in Berlin. */
const now = Date.UTC(2026, 10, 22, 23, 30);

describe('the last day of a collection', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    [' 5.12.2026 ', '2026-12-05'],
    ['05.12.2026', '2026-12-05'],
    ['5. Dezember 2026', '2026-12-05'],
    ['2026-11-23', '2026-11-23'],
    ['2027-11-24', '2027-11-24'],
    ['', undefined],
    [' \u200b ', undefined],
  ])('%j is %s', (until, day) => {
    const outcome = checkTopicCollection({ until }, undefined, now);

    expect(outcome).toEqual({ kind: 'valid', collection: day === undefined ? {} : { until: day } });
  });

  it.each([
    ['31.02.2027', 'until-invalid', '31.02.2027'],
    ['2027-02-29', 'until-invalid', '2027-02-29'],
    ['Dezember 2026', 'until-invalid', 'Dezember 2026'],
    ['5.12.', 'until-invalid', '5.12.'],
    ['morgen \u202ehalb drei', 'until-invalid', 'morgen halb drei'],
    ['x'.repeat(10_000), 'until-invalid', `${'x'.repeat(39)}…`],
    ['22.11.2026', 'until-past', '2026-11-22'],
    ['25.11.2027', 'until-too-far', '2027-11-25'],
  ])('%j is refused: %s', (until, problem, kept) => {
    expect(checkTopicCollection({ until }, undefined, now)).toEqual({
      kind: 'invalid',
      problems: [problem],
      typed: { until: kept, votes: '' },
    });
  });

  it('that is over may stay, so that the votes can be changed without collecting again', () => {
    const typed = { until: '2026-11-20', votes: '4' };

    expect(checkTopicCollection(typed, { until: '2026-11-20', votesPerMember: 3 }, now)).toEqual({
      kind: 'valid',
      collection: { until: '2026-11-20', votesPerMember: 4 },
    });
    expect(checkTopicCollection(typed, { until: '2026-11-21' }, now)).toMatchObject({
      problems: ['until-past'],
    });
  });
});

describe('the votes of each member', () => {
  it.each([
    ['1', 1],
    [' 3 ', 3],
    ['50', 50],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %s', (votes, number) => {
    const typed = votes === undefined ? {} : { votes };

    expect(checkTopicCollection(typed, undefined, now)).toEqual({
      kind: 'valid',
      collection: number === undefined ? {} : { votesPerMember: number },
    });
  });

  it.each(['zwei', '0', '-1', '2.5', '2,5', '51', '100', '3 Stimmen', '1e1', '٣', '·'])(
    '%j is refused and kept',
    (votes) => {
      expect(checkTopicCollection({ votes }, undefined, now)).toEqual({
        kind: 'invalid',
        problems: ['votes-invalid'],
        typed: { until: '', votes },
      });
    },
  );

  it('are checked together with the day, and what is right beside it is kept', () => {
    expect(checkTopicCollection({ until: '31.04.2027', votes: 'zwei' }, undefined, now)).toEqual({
      kind: 'invalid',
      problems: ['until-invalid', 'votes-invalid'],
      typed: { until: '31.04.2027', votes: 'zwei' },
    });
    expect(checkTopicCollection({ until: '05.12.2026', votes: 'zwei' }, undefined, now)).toMatchObject({
      problems: ['votes-invalid'],
      typed: { until: '2026-12-05' },
    });
  });
});
