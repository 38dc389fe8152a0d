import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCaseFormCard } from '../../src/cards/use-case-form-card.ts';
import { menden } from '../support/builders.ts';
import { launchChromium } from '../support/playground.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { hostConfig, pageStyle } from './teams-look.ts';

const renderer = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');
const typed = {
  title: 'Bienenzählung im Stadtpark',
  body: menden,
  contact: 'self',
  category: 'impactful',
  language: 'de',
  visibility: 'community',
  technologies: 'nlp,rules',
  advice: 'Im Frühling anfangen.',
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

/** The form, drawn by the renderer that Teams' own is built on; what is sent is kept in `window.sent`. */
async function draw(): Promise<Page> {
  const card = useCaseFormCard(
    {
      draftId: 'd1',
      typed,
      problems: [],
      origin: 'new',
      communes: [...shippedCommunes.values()],
      knowsSelf: true,
    },
    { shared: false, dialogs: true },
  );
  const page = await browser.newPage({ viewport: { width: 360, height: 2400 } });
  await page.setContent(
    `<html lang="de"><head><style>${pageStyle('light', 320)}</style></head><body></body></html>`,
  );
  await page.addScriptTag({ content: renderer });
  await page.evaluate(`(() => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig('light'))});
    card.onExecuteAction = (action) => { window.sent = action.data; };
    card.parse(${JSON.stringify(card)});
    const frame = document.createElement('section');
    frame.className = 'card';
    frame.append(card.render());
    document.body.append(frame);
  })()`);
  return page;
}

describe('a section that is closed', () => {
  it('sends what stands in it, whether it was ever open or not', async () => {
    const page = await draw();
    const advice = page.getByLabel('Rat an andere');
    expect(await advice.isVisible()).toBe(true);
    expect(await page.getByLabel('* Kategorie', { exact: true }).isVisible()).toBe(false);
    await advice.fill('Im Herbst anfangen.');

    await page.getByRole('button', { name: 'Erfahrungen öffnen oder schließen' }).click();
    expect(await advice.isVisible()).toBe(false);
    await page.screenshot({ path: 'test-results/50-closed-sections-phone.png' });
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    const sent: unknown = await page.evaluate('window.sent');

    // What never had anything in it is left out.
    expect(sent).toEqual({ ...typed, draftId: 'd1', advice: 'Im Herbst anfangen.' });
    await page.close();
  });

  it('of what is filled in for everybody opens for good, and is sent as it is chosen then', async () => {
    const page = await draw();
    const row = page.getByRole('button', { name: 'Kategorie, Sprache und Sichtbarkeit ändern' });

    await row.click();
    await page.getByLabel('* Sichtbarkeit').selectOption('Öffentlich');
    await page.screenshot({ path: 'test-results/51-opened-presets-phone.png' });
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();

    expect(await row.isVisible()).toBe(false);
    expect(await page.evaluate('window.sent')).toMatchObject({ ...typed, visibility: 'public' });
    await page.close();
  });
});
