import { expect, it } from 'vitest';
import { mayBeKept } from '../../src/domain/question.ts';

it.each([
  'Quantencomputer',
  'Baumkataster mit Drohnen und Bilderkennung für den Wald der Gemeinde',
  'E-Akte nach § 6 EGovG',
])('keeps a question in a few words: %s', (sought) => {
  expect(mayBeKept(sought)).toBe(true);
});

it.each([
  '',
  'Bitte an anna.beispiel@example.org',
  'Rückruf unter 02371 123456',
  'Müller, Sabine Gesendet: Montag An: Anna Beispiel',
  'Liebe Anna\nich wollte fragen',
  'Unsere Sachbearbeiterin im dritten Stock hat gestern erzählt, dass jemand damit angefangen hat und nun',
])('keeps nothing that may name people: %j', (sought) => {
  expect(mayBeKept(sought)).toBe(false);
});
