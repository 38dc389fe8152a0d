import { describe, expect, it } from 'vitest';
import { leaveOutPersons } from '../../../src/features/registration/suggestion/leave-out-persons.ts';
import { mail, suggestedFrom } from './suggestion-scene.ts';

describe('what of a pasted text no model gets', () => {
  it.each([
    ['a mail address', 'Fragen an anna.beispiel@rathaus.example, bitte.', 'anna'],
    ['an address of the web', 'Siehe https://rathaus.example/projekt und www.rathaus.example.', 'rathaus'],
    ['a telephone number', 'Tel.: 02331 / 1234-56 oder +49 171 2345678.', '34'],
    ['a street', 'Wir sitzen in der Rathausstraße 5, 58706 Menden.', '58706'],
    ['a street in two words', 'Am Alten Weg 12 und in der Neuen Straße 7a.', '7a'],
    ['a line with the town', 'Rathaus\n58706 Menden (Sauerland)\nEnde.', '58706'],
    ['somebody with a title', 'Das betreut Frau Dr. Özdemir-Groß seit Mai.', 'Özdemir'],
    ['whom a title named once', 'Das betreut Herr Kohlhaas. Kohlhaas hat es gebaut.', 'Kohlhaas'],
    ['whoever has a given name', 'Eingeführt hat es Anna-Lena Kohlhaas im Mai.', 'Kohlhaas'],
    ['a given name alone', 'Seit Mai macht das Bernd.', 'Bernd'],
    ['whoever has a role', 'Ansprechpartnerin ist Quendolin Kohlhaas.', 'Quendolin'],
    ['the person who pastes it', 'Das hat Quendolin gemacht.', 'Quendolin'],
    ['who wrote to whom', 'Von: Kohlhaas, Q.\nAn: Rat\nEs läuft.', 'Kohlhaas'],
    ['a greeting', 'Liebe Quendolina,\nes läuft.', 'Quendolina'],
    ['a signature', 'Es läuft.\n\nMit freundlichen Grüßen\n\nQ. Kohlhaas\nFachdienst 1', 'Kohlhaas'],
  ])('is %s', (_, text, secret) => {
    expect(leaveOutPersons(text, ['Quendolin Mustermensch'])).not.toContain(secret);
  });

  it.each([
    'Am 01.03.2026 ging es los, am 01-04-2026 weiter, seit 2026-05-01 im Einsatz.',
    'Rund 12000 Anrufe im Jahr, 0,5 Tage Aufwand, 15.000 Euro.',
    'Die Anrufe im Bürgerbüro der Stadt Menden nimmt ein Telefonassistent an.',
    'Mit dem Weg sind wir zufrieden. Der Platz 1 im Wettbewerb war schön.',
  ])('is not: %s', (text) => {
    expect(leaveOutPersons(text, [])).toBe(text);
  });

  it('goes on below a signature, where a mail quotes another', () => {
    const quoted = leaveOutPersons(
      'Siehe unten.\n\nViele Grüße\nQuendolin\n\nVon: X\nBetreff: Robben\na\nb\nc\nDie Robben zählt eine Drohne.',
      [],
    );

    expect(quoted).toContain('Die Robben zählt eine Drohne.');
    expect(quoted).not.toContain('Quendolin');
  });

  it('is therefore suggested for no field, whatever the model says', () => {
    const text = `${mail}\nFrau Kohlhaas betreut den Telefonassistenten, Telefon 02331 123456.`;

    expect(
      suggestedFrom(text, {
        supplier: 'Frau Kohlhaas',
        product: 'Kohlhaas',
        worked: 'Frau Kohlhaas betreut den Telefonassistenten.',
        advice: 'Telefon 02331 123456.',
        hosting: 'Anna Beispiel',
      }),
    ).toEqual({});
  });
});
