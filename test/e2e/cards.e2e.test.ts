import { mkdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardNames, drawAllCards } from '../support/all-cards.ts';
import { launchChromium } from '../support/playground.ts';
import { startWithOrganiser } from '../support/user-groups.ts';
import { hostConfig, pageStyle } from './teams-look.ts';
import type { Theme } from './teams-look.ts';

const renderer = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
/** Teams' width of a card on a small phone and on a desktop. */
const widths = { phone: 320, desktop: 560 };

let browser: Browser;
let cards: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  mkdirSync('test-results', { recursive: true });
  browser = await launchChromium();
  const bot = await startWithOrganiser();
  cards = await drawAllCards(bot);
  await bot.stop();
});

afterAll(async () => {
  await browser.close();
});

/** On a page with all of them each picture takes longer than the one before. */
const onAPage = 60;
const pages = Array.from({ length: Math.ceil(cardNames.length / onAPage) }, (_, index) => ({
  page: index + 1,
  names: cardNames.slice(index * onAPage, (index + 1) * onAPage),
}));

/** A page with these cards, drawn by the renderer that Teams' own is built on. */
async function draw(names: readonly string[], theme: Theme, width: number): Promise<Page> {
  const drawn = Object.fromEntries(names.map((name) => [name, cards[name]]));
  const page = await browser.newPage({ viewport: { width: width + 40, height: 800 } });
  await page.setContent(
    `<html lang="de"><head><style>${pageStyle(theme, width)}</style></head><body></body></html>`,
  );
  await page.addScriptTag({ content: renderer });
  const script = `(cards, config) => {
    for (const [name, json] of Object.entries(cards)) {
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(config);
      card.parse(json);
      const frame = document.createElement('section');
      frame.className = 'card';
      frame.ariaLabel = name;
      frame.append(card.render());
      document.body.append(frame);
    }
  }`;
  await page.evaluate(`(${script})(${JSON.stringify(drawn)}, ${JSON.stringify(hostConfig(theme))})`);
  return page;
}

describe.each([
  ['light', 'phone'],
  ['dark', 'phone'],
  ['light', 'desktop'],
  ['dark', 'desktop'],
] as const)('in the %s theme on a %s', (theme, device) => {
  it.each(pages)('cuts nothing off and lets nothing stick out, page $page', async ({ names }) => {
    const page = await draw(names, theme, widths[device]);
    for (const name of names) {
      await page
        .getByRole('region', { name, exact: true })
        .screenshot({ path: `test-results/card-${theme}-${device}-${name}.png` });
    }

    const cut = await page.evaluate(`[...document.querySelectorAll('.card, .card *')]
      .filter((element) => element.tagName !== 'INPUT') // A field of one line scrolls what is typed.
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => element.closest('.card').ariaLabel + ': ' + element.textContent.slice(0, 60))`);

    expect(cut).toEqual([]);
    await page.close();
  });
});
