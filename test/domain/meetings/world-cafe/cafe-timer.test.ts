import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../../../src/domain/instant.ts';
import {
  nextRound,
  runningTimer,
  signalsOf,
  takeDue,
} from '../../../../src/domain/meetings/world-cafe/cafe-timer.ts';
import type { CafeTimer } from '../../../../src/domain/meetings/world-cafe/world-cafe.ts';

const start = Date.UTC(2026, 11, 3, 9);
const timer: CafeTimer = { run: 1, round: 1, rounds: 3, minutes: 25, startedAt: start, dueAt: start };
const at = (minutes: number) => start + minutes * minuteMs;

/** What is said when somebody looks at these moments, one after the other. */
function saidAt(first: CafeTimer, ...moments: readonly number[]) {
  const said: (string | undefined)[] = [];
  let now = first;
  for (const moment of moments) {
    const { due, next } = takeDue(now, moment);
    said.push(due?.signal);
    now = next;
  }
  return said;
}

describe('the clock of a round', () => {
  it('says that it begins, that five minutes are left, and that people change; of the last round that it is over', () => {
    const last = { ...timer, round: 3 };

    expect(signalsOf(timer)).toEqual([
      { signal: 'start', at: at(0) },
      { signal: 'five-minutes', at: at(20) },
      { signal: 'change', at: at(25) },
    ]);
    expect(signalsOf(last).map(({ signal }) => signal)).toEqual(['start', 'five-minutes', 'end']);
    expect(signalsOf({ ...timer, minutes: 5 }).map(({ signal }) => signal)).toEqual(['start', 'change']);
  });

  it('says each once, when its time has come', () => {
    const moments = [at(0), at(0) + 1, at(20) - 1, at(20), at(21), at(25) - 1, at(25), at(26)];

    expect(saidAt(timer, ...moments)).toEqual([
      'start',
      undefined,
      undefined,
      'five-minutes',
      undefined,
      undefined,
      'change',
      undefined,
    ]);
  });

  it('says what is at most two minutes late, of several the last one alone', () => {
    const short = { ...timer, minutes: 6 };

    expect(saidAt(timer, at(0), at(22))).toEqual(['start', 'five-minutes']);
    expect(saidAt(timer, at(0), at(22) + 1, at(25))).toEqual(['start', undefined, 'change']);
    expect(saidAt(timer, at(0), at(27) + 1)).toEqual(['start', undefined]);
    expect(saidAt(short, at(1) + 30 * secondMs, at(6))).toEqual(['five-minutes', 'change']);
  });

  it('knows when it says something next, and when it has said everything', () => {
    expect(takeDue(timer, at(0)).next).toMatchObject({ dueAt: at(20) });
    expect(takeDue({ ...timer, dueAt: at(25) }, at(25)).next).not.toHaveProperty('dueAt');
    expect(takeDue({ ...timer, dueAt: at(20) }, at(20) - 1)).toEqual({ next: { ...timer, dueAt: at(20) } });
  });

  it('runs until its end, unless it was stopped', () => {
    const { dueAt: _, ...silent } = timer;

    expect(runningTimer(timer, at(25) - 1)).toBe(timer);
    expect(runningTimer(timer, at(25))).toBeUndefined();
    expect(runningTimer(silent, at(1))).toBeUndefined();
    expect(runningTimer(undefined, at(1))).toBeUndefined();
  });

  it('leads to the next round; one that was stopped is begun again, and nothing comes after the last one', () => {
    expect(nextRound(undefined, 3)).toBe(1);
    expect(nextRound(timer, 3)).toBe(2);
    expect(nextRound({ ...timer, isStopped: true }, 3)).toBe(1);
    expect(nextRound({ ...timer, round: 3 }, 3)).toBeUndefined();
  });
});
