import type { NotReached } from '../domain/reach.ts';

/** Why somebody gets nothing, after a number of people: in a preview, and in the report of what was sent. */
export const notReachedTexts: Readonly<Record<NotReached, (n: number) => string>> = {
  'never-met': (n) => `${n === 1 ? 'hat' : 'haben'} die App noch nicht`,
  removed: (n) => `${n === 1 ? 'hat' : 'haben'} die App entfernt`,
  blocked: (n) => `${n === 1 ? 'hat' : 'haben'} mich blockiert`,
  deleted: (n) => `${n === 1 ? 'hat' : 'haben'} keinen Chat mehr mit mir`,
  'disabled-by-admin': (n) =>
    `${n === 1 ? 'ist' : 'sind'} in einer Organisation, die die App abgeschaltet hat`,
  'foreign-service': (n) =>
    `${n === 1 ? 'ist' : 'sind'} bei einem Dienst, den der Betreiber nicht freigegeben hat`,
  'opted-out': (n) => `${n === 1 ? 'möchte' : 'möchten'} keine Benachrichtigungen`,
};
