import { afterEach, expect, it } from 'vitest';
import { draftId } from '../../src/domain/ids.ts';
import { allFields, ruleOf } from '../../src/domain/use-case-form.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertasId, startWithMember } from '../support/registrations.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

it('the Auskunft of somebody with full drafts can be sent, and is complete page by page (P14)', async () => {
  bot = await startWithMember();
  for (let number = 0; number < 12; number += 1) {
    const typed = Object.fromEntries(
      allFields.map((field) => [
        field,
        `${field} ${number} ${'Äpfel "und" Birnen\n'.repeat(300)}`.slice(0, ruleOf(field).atMost),
      ]),
    );
    await bot.app.deps.useCaseDrafts.add({
      id: draftId(`full-${number}`),
      memberId: bertasId,
      origin: { kind: 'new' },
      typed,
      savedAt: bot.clock.now() + number,
      state: { kind: 'saved' },
    });
  }

  const data = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
  let page = await bot.press(buttonNamed(data, 'Als JSON'), 'personal', {}, asBerta);
  const sizes = [sizeOf(data), sizeOf(page)];
  let json = jsonIn(page);
  while (buttonsOf(page).some(({ title }) => title === 'Weiter')) {
    page = await bot.press(buttonNamed(page, 'Weiter'), 'personal', {}, asBerta);
    sizes.push(sizeOf(page));
    json += jsonIn(page);
  }

  expect(Math.max(...sizes)).toBeLessThan(25_000);
  expect(wordsOf(data)).toContain('Entwürfe');
  const kept: unknown = JSON.parse(json);
  expect(kept).toMatchObject({
    profile: [{}],
    'use-case-drafts': Array.from({ length: 12 }, (_, index) => ({
      typed: { note: expect.stringMatching(new RegExp(`^note ${11 - index} `)) },
    })),
  });
});

/** The monospaced words of a card. */
function jsonIn(card: unknown): string {
  const text = /"text":("(?:[^"\\]|\\.)*"),"fontType":"Monospace"/.exec(JSON.stringify(card))?.[1];
  return String(JSON.parse(text ?? '""'));
}
