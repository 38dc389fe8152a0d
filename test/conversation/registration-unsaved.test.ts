import { afterEach, expect, it } from 'vitest';
import { buttonNamed } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { inputsOf, openedForm, startWithMember, typed } from '../support/registrations.ts';
import { createUnwritableStore } from '../support/unwritable-store.ts';
import { asBerta, dialog } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

const sentence = 'Ich kann gerade nichts speichern. Bitte in einigen Minuten erneut.';

it.each(['registration.check', 'registration.save'])(
  'what was typed into the form comes back with it when nothing can be saved, in a dialog too (%s, fault 28)',
  async (verb) => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const disk = createUnwritableStore(clock);
    bot = await startWithMember({}, { clock, store: disk.store });
    const form = await openedForm(bot);
    const data = { ...buttonNamed(form, 'Weiter').data, verb, ...inputsOf(form), ...typed };
    disk.break({ reason: 'full', write: 1 });

    const { answer } = await dialog(bot, 'task/submit', data, 'channel', { from: asBerta.from });
    disk.mend();
    const again = { ...buttonNamed(answer, 'Weiter').data, ...inputsOf(answer) };
    const check = await dialog(bot, 'task/submit', again, 'channel', { from: asBerta.from });

    expect(JSON.stringify(answer)).toContain(sentence);
    expect(inputsOf(answer)).toMatchObject(typed);
    expect(JSON.stringify(answer)).not.toContain('gesichert');
    expect(JSON.stringify(check.answer)).toContain('Bitte prüfen Sie Ihren Eintrag.');
  },
);
