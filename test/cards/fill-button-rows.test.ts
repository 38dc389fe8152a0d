import { expect, it } from 'vitest';
import type { Button } from '../../src/cards/card.ts';
import { fillButtonRows } from '../../src/cards/fill-button-rows.ts';
import { buttonsOf } from '../support/conversation.ts';

const named = (title: string): Button => ({ type: 'Action.Execute', title });
const rowsOf = (titles: readonly string[]) =>
  fillButtonRows(titles.map(named)).map((row) => buttonsOf(row).map(({ title }) => title));

it('puts each button into the first row that has room for it', () => {
  expect(rowsOf(['Stimme zurückziehen', 'Kommentieren', 'Ändern', 'Zurücknehmen'])).toEqual([
    ['Stimme zurückziehen', 'Ändern'],
    ['Kommentieren', 'Zurücknehmen'],
  ]);
});

it('puts at most three beside each other, and what is too long for any row on its own', () => {
  expect(rowsOf(['a', 'b', 'c', 'd', 'x'.repeat(40)])).toEqual([['a', 'b', 'c'], ['d'], ['x'.repeat(40)]]);
});

it('puts three beside each other only where a phone does not cut them off', () => {
  expect(rowsOf(['Planen', 'Ablehnen', 'Kommentare'])).toEqual([['Planen', 'Ablehnen', 'Kommentare']]);
  expect(rowsOf(['Planen', 'Ablehnen', 'Thema ändern'])).toEqual([['Planen', 'Ablehnen'], ['Thema ändern']]);
});

it('is nothing without buttons', () => {
  expect(rowsOf([])).toEqual([]);
});
