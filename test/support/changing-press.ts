import { asCarla } from './announcements.ts';
import type { CardButton, Place, TestBot } from './conversation.ts';
import { asBerta, pressed } from './user-groups.ts';

/** One press that changes something, as its person makes it. */
export interface ChangingPress {
  readonly button: CardButton;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly place?: Place;
  /** Who presses; Anna without it. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Brings about what the press needs. */
export type Prepare = (bot: TestBot) => Promise<ChangingPress>;

type Data = Readonly<Record<string, unknown>>;

export function byAnna(verb: string, data: Data = {}): ChangingPress {
  return { button: pressed(verb, data) };
}

export function byBerta(verb: string, data: Data = {}): ChangingPress {
  return { button: pressed(verb, data), more: asBerta };
}

export function byCarla(verb: string, data: Data = {}): ChangingPress {
  return { button: pressed(verb, data), more: asCarla };
}

export function pressAgain(bot: TestBot, press: ChangingPress, activity: Data = {}) {
  return bot.press(press.button, press.place, press.inputs, { ...press.more, ...activity });
}

export async function after(bot: TestBot, press: ChangingPress, next: ChangingPress): Promise<ChangingPress> {
  await pressAgain(bot, press);
  return next;
}
