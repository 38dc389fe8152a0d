import type { Locator } from 'playwright-core';
import type { Playground } from './playground.ts';

/** Opens the app's dialog below the compose box of the open chat. */
export async function openBelowComposeBox({ page }: Playground): Promise<Locator> {
  await page.getByRole('button', { name: 'Trigger Message Extension App' }).first().click();
  return createDialog(page);
}

/** Opens it in the menu of the message with these words. */
export async function openOnMessage({ page }: Playground, words: string): Promise<Locator> {
  const menu = page.getByRole('button', { name: 'Show more information' });
  const message = page.locator('div').filter({ has: menu, hasText: words }).last();
  await message.getByRole('button', { name: 'Show more information' }).click();
  return createDialog(page);
}

/** The tool asks for the command first; without one the bot takes what is possible there. */
async function createDialog(page: Playground['page']): Promise<Locator> {
  await page.getByRole('menuitem', { name: 'Action Command' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create' }).click();
  return dialog;
}
