import { registrationTexts } from '../texts/registration-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import type { Button } from './card.ts';

/** For whoever does what nobody has entered yet; the form is for the presser alone. */
export function registerButton(surface: Surface): Button {
  return look(surface, registrationTexts.buttons.register, 'registration.offerForm', {});
}
