import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

/** Without these Chromium looks for its maker's services at every start. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chats as the playground names them, from `.m365agentsplayground.yml`. */
export const chats = {
  personal: 'Personal Chat',
  group: 'Projektgruppe Digitales (Beispiel)',
  channel: 'KI-Community (Beispiel) - Austausch (Beispiel)',
};
export type Chat = keyof typeof chats;

const pictures = 'test-results';

/** The demo as a person has it: the bot and the Agents Playground, started by `npm run demo`, in a real browser. */
export class Playground {
  readonly page: Page;
  /** Where the bot takes activities, and where it sends its own. */
  readonly addresses: { readonly bot: string; readonly service: string };
  readonly #demo: ChildProcess;
  readonly #browser: Browser;
  readonly #folder: string;
  #chat: Chat = 'personal';

  private constructor(parts: {
    page: Page;
    addresses: { readonly bot: string; readonly service: string };
    demo: ChildProcess;
    browser: Browser;
    folder: string;
  }) {
    this.page = parts.page;
    this.addresses = parts.addresses;
    this.#demo = parts.demo;
    this.#browser = parts.browser;
    this.#folder = parts.folder;
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Playground> {
    const folder = mkdtempSync(join(tmpdir(), 'playground-'));
    const [port, playgroundPort] = [await freePort(), await freePort()];
    const demo = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/demo.ts'], {
      env: {
        ...process.env,
        PORT: String(port),
        PLAYGROUND_PORT: String(playgroundPort),
        SQLITE_PATH: join(folder, 'demo.sqlite'),
        OPERATOR_DATA: join(folder, 'operator'),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await firstUrl(demo);
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.goto(url);
    await page.getByRole('treeitem', { name: chats.personal }).waitFor();
    mkdirSync(pictures, { recursive: true });
    const addresses = { bot: `http://127.0.0.1:${port}/api/messages`, service: `${url}/_connector` };
    return new Playground({ page, addresses, demo, browser, folder });
  }

  /** Ends browser, bot and playground. Throws unless the demo ended cleanly. */
  async stop(): Promise<void> {
    await this.#browser.close();
    const end = new Promise<number | null>((resolve) => {
      this.#demo.once('exit', resolve);
    });
    this.#demo.kill('SIGINT');
    const code = await end;
    rmSync(this.#folder, { recursive: true });
    if (code !== 0) {
      throw new Error(`the demo ended with ${code}`);
    }
  }

  async enter(chat: Chat): Promise<void> {
    this.#chat = chat;
    await this.page.getByRole('treeitem', { name: chats[chat], exact: true }).first().click();
  }

  /** Every card in the open chat, the latest last; new posts of a channel stand on top, but their answers are found too. */
  get cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  /** Writes a message, in shared places with the bot's mention, and waits for the card that says `expected`. */
  async ask(message: string, expected: string): Promise<Locator> {
    await this.page.getByRole('textbox').first().click();
    if (this.#chat !== 'personal') {
      await this.page.keyboard.type('@');
      await this.page.getByRole('menuitem', { name: 'KI-Community KI-Community' }).click();
      await this.page.keyboard.type(' ');
    }
    await this.page.keyboard.type(message);
    await this.page.keyboard.press('Enter');
    return this.card(expected);
  }

  /** Opens the app's search in the compose box and types, letter by letter. */
  async search(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await this.page.getByRole('menuitem', { name: 'Search Command' }).click();
    await this.page.getByPlaceholder('Enter a search term').pressSequentially(words);
  }

  /** Puts what was found into a message and sends it. */
  async insert(title: string): Promise<Locator> {
    const before = await this.cards.count();
    await this.page.getByText(title, { exact: true }).last().click();
    await this.page.getByRole('button', { name: 'Send Message' }).click();
    const card = this.cards.nth(before).filter({ hasText: title });
    await card.waitFor();
    return card;
  }

  /** The latest card with these words, when it is there. */
  async card(words: string): Promise<Locator> {
    const card = this.cards.filter({ hasText: words }).last();
    await card.waitFor();
    return card;
  }

  /** Presses a button or row by its title within the card. */
  async press(card: Locator, title: string): Promise<void> {
    await card.getByRole('button', { name: title, exact: true }).first().click();
  }

  /** The messages, without the tool's own panels. */
  async pictureOfChat(name: string): Promise<void> {
    const clip = { x: 331, y: 308, width: 618, height: 572 };
    await this.page.screenshot({ path: join(pictures, `${name}.png`), clip });
  }

  async picture(name: string, card?: Locator): Promise<string> {
    const path = join(pictures, `${name}.png`);
    await card?.scrollIntoViewIfNeeded();
    await (card ?? this.page).screenshot({ path });
    return path;
  }
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The address in the one line that the demo prints. */
async function firstUrl(demo: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    demo.stdout?.on('data', (chunk) => {
      output += String(chunk);
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url !== undefined) {
        resolve(url);
      }
    });
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${output}`)));
  });
}
