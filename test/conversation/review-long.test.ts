import { afterEach, describe, expect, it } from 'vitest';
import { submissionId } from '../../src/domain/ids.ts';
import { delivered } from '../support/announcements.ts';
import { menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { handedIn, proposal, startReviewing, stateOfSubmission, summary } from '../support/reviews.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

const text = (word: string) => `${`${word} `.repeat(800)}Ende von ${word}`;
const typed = {
  title: proposal.title,
  summary: proposal.summary,
  body: menden,
  stage: 'pilot',
  description: text('Beschreibung'),
  problem: text('Problem'),
  goal: text('Ziel'),
  advice: text('Rat'),
};
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

/** A long submission has come to the organisers. */
async function posted() {
  bot = await startReviewing();
  await handedIn(bot, { typed });
  const [card] = await delivered(bot, summary, 2);
  return cardOf(card);
}

describe('what is too long for one card', () => {
  it('is read on page by page, and published once its end was shown', async () => {
    const first = await posted();
    const read = [first, await bot.press(buttonNamed(first, 'Weiterlesen'))];
    while (!titles(read.at(-1)).includes('Veröffentlichen')) {
      read.push(await bot.press(buttonNamed(read.at(-1), 'Weiterlesen')));
    }
    await bot.press(buttonNamed(read.at(-1), 'Veröffentlichen'));

    for (const word of ['Beschreibung', 'Problem', 'Ziel', 'Rat']) {
      expect(read.map(wordsOf).join('\n')).toContain(`Ende von ${word}`);
    }
    expect(titles(first)).not.toContain('Veröffentlichen');
    expect(await stateOfSubmission(bot)).toMatchObject({ kind: 'published' });
  });

  it('begins anew when it was revised after the first page was read', async () => {
    const first = await posted();
    const { submissions } = bot.app.deps;
    const stored = await submissions.find(submissionId('s1'));
    if (stored === undefined) {
      throw new Error('nothing is stored');
    }
    const version = stored.value.version + 1;
    await submissions.replace({ ...stored.value, version }, stored.etag);

    const next = await bot.press(buttonNamed(first, 'Weiterlesen'));

    expect(wordsOf(next)).toContain('Die Einreichung wurde inzwischen überarbeitet.');
    expect(wordsOf(next)).toContain('Seite 1 von');
  });
});
