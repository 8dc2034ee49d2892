import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../../sandbox/browser.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { type Apps, startApps } from '../server/apps.ts';

const chromium = chromiumPath(process.env['CHROMIUM_PATH']);
if (chromium === null) {
  process.stderr.write(
    '\nSKIPPED: the tests of the sandbox page need Chromium (apt-get install chromium, or CHROMIUM_PATH).\n\n',
  );
}
/** `describe` where there is a Chromium; elsewhere skipped, with a word about it on the console. */
export const inChromium = chromium === null ? describe.skip : describe;

export const CASTS = [
  { platform: 'slack' as const, member: 'Alma Berg', manager: 'Mia Holm' },
  { platform: 'discord' as const, member: 'Kasper Lind', manager: 'Nora Finch' },
];

/** The page of a sandbox of its own, with an app in both communities; new for every test. */
export interface Window {
  page: Page;
  sandbox: Sandbox;
  apps: Apps;
  /** What the browser complained of, but for /readyz while there is no bot. */
  complaints: string[];
  /** Opens the page again, such as at another width or path. */
  open(options?: { width?: number; path?: string }): Promise<void>;
  pane(platform: string): Locator;
  /** The message of the open conversation that says this. */
  message(platform: string, text: string): Locator;
  composer(platform: string): Locator;
  actAs(platform: string, name: string): Promise<unknown>;
  openChannel(platform: string, name: string): Promise<void>;
  /** One of a message's tools. */
  tool(message: Locator, name: string): Promise<void>;
}

/** To be called where tests are described. @returns what each test finds filled in. */
export function eachWindow(): Window {
  let browser: Browser;
  const pane = (platform: string) => there.page.locator(`.pane.${platform}`);
  const there: Window = {
    complaints: [],
    async open({ width = 1440, path = '/' }: { width?: number; path?: string } = {}) {
      await there.page?.close();
      there.complaints = [];
      there.page = await browser.newPage({ viewport: { width, height: 900 } });
      there.page.setDefaultTimeout(20_000);
      there.page.on('pageerror', (error) => there.complaints.push(error.message));
      there.page.on('console', (message) => {
        const isOurs = message.type() === 'error' && !message.location().url.endsWith('/readyz');
        if (isOurs) there.complaints.push(message.text());
      });
      await there.page.goto(new URL(path, there.sandbox.url).href);
      await there.page.locator('.pane .entry').first().waitFor({ state: 'attached' });
    },
    pane,
    message: (platform: string, text: string) =>
      pane(platform).locator('.conversation .message', { hasText: text }),
    composer: (platform: string) => pane(platform).locator('.conversation .composer textarea'),
    actAs: (platform: string, name: string) =>
      pane(platform).getByLabel('Act as').selectOption({ label: name }),
    openChannel: (platform: string, name: string) =>
      pane(platform)
        .getByRole('navigation', { name: 'Channels' })
        .locator('.entry', { hasText: name })
        .click(),
    async tool(message: Locator, name: string) {
      await message.hover();
      await message.getByRole('button', { name }).click();
    },
    // The page, the sandbox and the apps are filled in before each test.
  } as unknown as Window;

  beforeAll(async () => {
    if (chromium !== null) browser = await launchChromium(chromium);
  });
  beforeEach(async () => {
    there.sandbox = await startSandbox({ port: 0, dataDir: null });
    there.apps = await startApps(there.sandbox);
    await there.open();
  });
  afterEach(async () => {
    await there.page.close();
    await there.apps.stop();
    await there.sandbox.close();
  });
  afterAll(() => browser?.close());
  return there;
}

/** Writes into a composer and sends it. */
export async function write(composer: Locator, text: string): Promise<void> {
  await composer.fill(text);
  await composer.press('Enter');
}
