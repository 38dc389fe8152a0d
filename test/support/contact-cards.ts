import { useCaseId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from './builders.ts';
import { buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { pressed } from './user-groups.ts';
import { valueOf } from './user-group-cards.ts';

/** A person for the whole, a person of one commune, and two mailboxes. */
export const askable = aUseCase({
  id: useCaseId('askable'),
  title: 'Straßenzustand aus dem Müllfahrzeug',
  summary: 'Kameras an Müllfahrzeugen erkennen Schlaglöcher.',
  contact: { name: 'Anna Muster', email: 'anna.muster@menden.example', phone: '02373 903-0' },
  adopters: [
    adopterAt(menden, 'in_use', {
      contact: { name: 'Anna Muster', email: 'anna.muster@menden.example', phone: '02373 903-0' },
    }),
    adopterAt(hemer, 'pilot', { contact: { email: 'bauhof@hemer.example' } }),
    adopterAt(olpe, 'planned', { contact: { name: 'Bernd Beispiel', email: 'b.beispiel@olpe.example' } }),
    adopterAt(siegen, 'idea', { contact: { email: 'digital@siegen.example' } }),
  ],
});

/** As many contacts as communes may have, every field as long as an import lets it be. */
const crowded = aUseCase({
  id: useCaseId('crowded'),
  title: 'Ü "&" '.repeat(70),
  contact: { email: 'postfach@kreis.example' },
  adopters: Array.from({ length: 30 }, (_, index) =>
    adopterAt(menden, 'in_use', {
      contact: {
        name: `${index} ${'Ä'.repeat(300)}`,
        email: `${'ö'.repeat(50)}${index}@${'ü'.repeat(50)}.example`,
        phone: '0'.repeat(200),
      },
    }),
  ),
});

/** Every card about contacts, for the person with the role of an organiser. */
export async function drawContactCards(bot: TestBot) {
  const { useCases } = bot.app.deps;
  await useCases.add(askable);
  await useCases.add(crowded);
  await useCases.add(aUseCase({ id: useCaseId('without-contact') }));
  const shown = (id: string) => bot.press(pressed('contact.show', { useCaseId: id }));
  const first = await shown(crowded.id);
  return {
    contacts: valueOf(await shown(askable.id)),
    'many contacts': valueOf(first),
    'last contacts': valueOf(await bot.press(buttonNamed(first, 'Weitere (23)'))),
    'no contact': valueOf(await shown('without-contact')),
  };
}
