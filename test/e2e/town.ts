import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { chromiumPath, launchChromium } from '../../sandbox/browser.ts';
import { actAs, newest, open, post, react } from '../../sandbox/page-hands.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { startProgram, type Program } from '../support/program.ts';

/** The sandbox as a program of its own, a browser, and a hand in its record. */
export interface Town {
  record: TestRecord;
  browser: Browser;
  url: string;
  /** The sandbox's page, opened: two panes, in which people are played. */
  chat: Page;
  pane(platform: 'slack' | 'discord'): Locator;
  /** Somebody says something, and somebody else flags it. */
  flag(platform: 'slack' | 'discord', words: string): Promise<void>;
  /** The address of a one-time link, as its owner reads it in the chat. */
  link(platform: 'slack' | 'discord', as: string): Promise<string>;
  /** A browser of somebody's own, with a session. */
  enter(
    platform: 'slack' | 'discord',
    as: string,
    options?: BrowserContextOptions,
  ): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
}

export const CAST = {
  slack: { member: 'Alma Berg', manager: 'Mia Holm', lead: 'Mia Holm', channel: 'product-talk' },
  discord: { member: 'Kasper Lind', manager: 'Nora Finch', lead: 'Nora Finch', channel: 'game-feedback' },
} as const;

/** @throws when there is no browser, with what to do about it */
export async function openTown(): Promise<Town> {
  const path = chromiumPath(process.env['CHROMIUM_PATH']);
  if (path === null)
    throw new Error(
      'These tests need Chromium, and there is none. Install it (apt-get install chromium fonts-noto-color-emoji) or set CHROMIUM_PATH.',
    );
  const record = await testRecord();
  const dataDir = await mkdtemp(join(tmpdir(), 'hearback-e2e-'));
  const program = startProgram(
    { DATABASE_URL: record.url, HEARBACK_DATA_DIR: dataDir, PORT: '0', HOME: dataDir },
    'dist/sandbox/start.js',
  );
  const url = await running(program);
  const browser = await launchChromium(path);
  const chat = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await chat.goto(url);
  const pane = (platform: 'slack' | 'discord') => chat.locator(`.pane.${platform}`);
  const link: Town['link'] = async (platform, as) => {
    const own = pane(platform);
    await actAs(own, as);
    await open(own, CAST[platform].channel);
    const answers = own.locator('.conversation .message', { hasText: 'Open the dashboard' });
    const before = await answers.count();
    const composer = own.locator('.conversation .composer textarea');
    await composer.fill('/feedback dashboard');
    await composer.press('Enter');
    await answers.nth(before).waitFor();
    return (
      (await answers.last().getByRole('link', { name: 'Open the dashboard' }).getAttribute('href')) ?? ''
    );
  };
  return {
    record,
    browser,
    url,
    chat,
    pane,
    link,
    async flag(platform, words) {
      const { member, manager, channel } = CAST[platform];
      const own = pane(platform);
      await actAs(own, member);
      await open(own, channel);
      await post(own, words);
      await actAs(own, manager);
      await open(own, channel);
      await react(chat, newest(own, words), 'red flag: feedback');
      await newest(own, words).getByRole('button', { name: /^👀 / }).waitFor();
    },
    async enter(platform, as, options = {}) {
      const address = await link(platform, as);
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const page = await context.newPage();
      await page.goto(address);
      await page.locator('main button').click();
      await page.locator('nav.pages').waitFor();
      return { context, page };
    },
    async close() {
      await browser.close();
      await program.stop();
      await record.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function running({ output, process: child }: Program): Promise<string> {
  for (;;) {
    const found = /in its sandbox: (\S+)/.exec(output())?.[1];
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`the sandbox ended before it was running:\n${output()}`);
    await pause(50);
  }
}
