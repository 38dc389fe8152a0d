import type { OpenQuestion } from '../../src/domain/demand.ts';
import type { TestBot } from './conversation.ts';
import { asCarla } from './announcements.ts';
import { asBerta } from './user-groups.ts';

/** `askers`: how often each one asked, by their names; `at`: first and last. */
export function anOpenQuestion({
  askers = {},
  at: [firstAskedAt, lastAskedAt] = [0, 0],
  ...fields
}: Partial<Omit<OpenQuestion, 'askers'>> & {
  readonly askers?: Readonly<Record<string, number>>;
  readonly at?: readonly [number, number];
} = {}): OpenQuestion {
  return {
    sought: 'Drohnen',
    filters: [],
    timesAsked: 1,
    firstAskedAt,
    lastAskedAt,
    askers: Object.entries(askers).map(([key, timesAsked]) => ({ key, timesAsked })),
    ...fields,
  };
}

/** Berta and Carla ask for the same, which nothing answers. */
export async function askedByTwo(bot: TestBot, sought: string, other = sought): Promise<void> {
  await bot.say(`Wer nutzt ${sought}?`, 'personal', asBerta);
  await bot.say(`Wer nutzt ${other}?`, 'personal', asCarla);
}
