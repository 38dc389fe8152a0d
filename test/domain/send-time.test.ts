import { expect, it } from 'vitest';
import { checkSendTime } from '../../src/domain/send-time.ts';

const now = Date.UTC(2026, 10, 22, 9);

it.each([
  ['2026-11-22', '10:01', Date.UTC(2026, 10, 22, 9, 1)],
  ['2027-07-01', '8:00', Date.UTC(2027, 6, 1, 6)],
  [' 2026-12-03 ', '09:30:00', Date.UTC(2026, 11, 3, 8, 30)],
  ['2027-10-31', '02:30', Date.UTC(2027, 9, 31, 0, 30)],
])('%s, %s is a moment in Germany', (date, time, sendAt) => {
  expect(checkSendTime({ date, time }, now)).toEqual({ kind: 'valid', sendAt });
});

it.each([
  [{}, 'date-missing'],
  [{ date: ' ', time: '09:30' }, 'date-missing'],
  [{ date: '2026-12-03' }, 'time-missing'],
  [{ date: '2027-02-31', time: '09:30' }, 'date-invalid'],
  [{ date: '31.02.2027', time: '09:30' }, 'date-invalid'],
  [{ date: '2026-12-03', time: '25:00' }, 'time-invalid'],
  [{ date: '2026-12-03', time: 'halb drei' }, 'time-invalid'],
  [{ date: '2027-03-28', time: '02:30' }, 'time-skipped'],
  [{ date: '2026-11-22', time: '10:00' }, 'past'],
  [{ date: '2027-11-24', time: '10:00' }, 'too-far'],
] as const)('%j is none: %s', (typed, problem) => {
  expect(checkSendTime(typed, now)).toEqual({ kind: 'invalid', problem });
});
