import { buttonNamed, buttonsOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { asBerta, pressed } from './user-groups.ts';

/** Berta's Auskunft: the card, and every page of the JSON in turn. */
export async function readOwnData(bot: TestBot) {
  const data = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
  let page = await bot.press(buttonNamed(data, 'Als JSON'), 'personal', {}, asBerta);
  const pages = [page];
  while (buttonsOf(page).some(({ title }) => title === 'Weiter')) {
    page = await bot.press(buttonNamed(page, 'Weiter'), 'personal', {}, asBerta);
    pages.push(page);
  }
  return { data, pages, json: pages.map(jsonIn).join('') };
}

/** The monospaced words of a card. */
function jsonIn(card: unknown): string {
  const text = /"text":("(?:[^"\\]|\\.)*"),"fontType":"Monospace"/.exec(JSON.stringify(card))?.[1];
  return String(JSON.parse(text ?? '""'));
}
