import { expect, it } from 'vitest';
import { mayBeKept } from '../../src/domain/question.ts';

it.each([
  'Quantencomputer',
  'Baumkataster mit Drohnen und Bilderkennung für den Wald der Gemeinde',
  'E-Akte nach § 6 EGovG',
  'Frau und Beruf',
  'Haushalt 2026/2027',
  'OZG 2.0 bis 31.12.2026',
  'Datenwerk 0.5 und 10.000 Anträge',
  '115',
])('keeps a question in a few words: %s', (sought) => {
  expect(mayBeKept(sought)).toBe(true);
});

it.each([
  '',
  'Bitte an anna.beispiel@example.org',
  'Rückruf unter 02371 123456',
  'Nummer 0271 404-0',
  '0151 234 567 89',
  '+49 271 404 0',
  'Telefon (0271) 40 40',
  'Durchwahl 0049-271-404',
  'Frau Beispiel vom Bauamt',
  'das Projekt von Herrn Dr. Muster',
  'Dr. Sabine Muster',
  'Müller, Sabine Gesendet: Montag An: Anna Beispiel',
  'Liebe Anna\nich wollte fragen',
  'Unsere Sachbearbeiterin im dritten Stock hat gestern erzählt, dass jemand damit angefangen hat und nun',
])('keeps nothing that may name people: %j', (sought) => {
  expect(mayBeKept(sought)).toBe(false);
});
