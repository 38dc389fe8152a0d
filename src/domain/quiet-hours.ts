import type { Instant } from './instant.ts';
import { nextLocalTime, toLocalTime } from './local-time.ts';

/** When the bot sends nothing on its own, by clocks in Berlin. */
export const quietHoursChoices = ['none', '20-7', '18-8', '18-8-weekend'] as const;
export type QuietHours = (typeof quietHoursChoices)[number];

/** Minutes since midnight, from an evening to the next morning. */
interface Night {
  readonly from: number;
  readonly to: number;
  /** Whether Saturday and Sunday belong to it as a whole. */
  readonly weekend: boolean;
}

const nights: Readonly<Record<Exclude<QuietHours, 'none'>, Night>> = {
  '20-7': { from: 20 * 60, to: 7 * 60, weekend: false },
  '18-8': { from: 18 * 60, to: 8 * 60, weekend: false },
  '18-8-weekend': { from: 18 * 60, to: 8 * 60, weekend: true },
};
const saturday = 6;

/** When the quiet hours end that hold at this moment; undefined when none hold. The end itself is not quiet any more. */
export function endOfQuietHours(quietHours: QuietHours, now: Instant): Instant | undefined {
  if (quietHours === 'none' || !isQuiet(nights[quietHours], now)) {
    return undefined;
  }
  const night = nights[quietHours];
  let end = nextLocalTime(now, night.to);
  while (isQuiet(night, end)) {
    end = nextLocalTime(end, night.to);
  }
  return end;
}

function isQuiet({ from, to, weekend }: Night, instant: Instant): boolean {
  const { minutes, weekday } = toLocalTime(instant);
  return minutes >= from || minutes < to || (weekend && weekday >= saturday);
}
