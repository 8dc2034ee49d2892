import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { chromiumPath, launchChromium } from './browser.ts';
import { actAs, dashboardLink, newest, open, post, react, showTriage } from './page-hands.ts';
import { liveWeeks } from './weeks.ts';

/** `npm run screenshots`: plays the story in the page of a running program and keeps pictures of it in docs/images. */

const BASE = process.env['HEARBACK_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
const COMPLAINT = 'The export has been broken since Tuesday, this is the third time';
/** What was being talked about before, so that the pictures look like a community. */
const SMALL_TALK = 'Good morning! Has anybody tried the new importer? Much faster here 🎉';
const ANSWER = 'Yes, yesterday: two thousand rows in a few seconds';
const IMAGES = resolve('docs', 'images');
/** Longest wait for what the bot does within a second, and for a reminder, whose time is shortened in the sandbox (ms). */
const SOON_MS = 20_000;
const REMINDER_MS = 80_000;

/** Two windows' worth of chat, higher ones for what is long, and a phone. */
const DESKTOP = { width: 1440, height: 900 };
const TALL = { width: 1440, height: 1220 };
const PHONE = { width: 390, height: 844 };

interface Cast {
  platform: 'slack' | 'discord';
  member: string;
  neighbour: string;
  manager: string;
  qa: string;
  channel: string;
}

const CASTS: readonly Cast[] = [
  {
    platform: 'slack',
    member: 'Alma Berg',
    neighbour: 'Tomás Ribeiro',
    manager: 'Mia Holm',
    qa: 'Quinn Patel',
    channel: 'product-talk',
  },
  {
    platform: 'discord',
    member: 'Kasper Lind',
    neighbour: 'Inês Duarte',
    manager: 'Nora Finch',
    qa: 'Yuki Tan',
    channel: 'game-feedback',
  },
];

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const path = chromiumPath(process.env['CHROMIUM_PATH']);
  if (path === null) {
    throw new Error(
      'The pictures are taken with Chromium, and there is none. Install it (apt-get install chromium fonts-noto-color-emoji) or set CHROMIUM_PATH.',
    );
  }
  const ready = await fetch(new URL('/readyz', BASE)).catch(() => null);
  if (ready?.status !== 200) {
    throw new Error(
      `Hearback is not ready at ${BASE}. Start it with npm start, or name its address in HEARBACK_URL.`,
    );
  }
  await mkdir(IMAGES, { recursive: true });
  const browser = await launchChromium(path);
  try {
    const page = await browser.newPage({ viewport: DESKTOP, colorScheme: 'light', locale: 'en-GB' });
    page.setDefaultTimeout(SOON_MS);
    await page.goto(BASE);
    await play(page);
  } finally {
    await browser.close();
  }
}

/** The story on both platforms at once, so that every picture shows both. */
async function play(page: Page): Promise<void> {
  const panes = CASTS.map((cast) => ({ ...cast, pane: page.locator(`.pane.${cast.platform}`) }));
  const both = async (run: (one: (typeof panes)[number]) => Promise<void>) => {
    for (const one of panes) await run(one);
  };

  await both(async ({ pane, member, neighbour, manager, channel }) => {
    await actAs(pane, neighbour);
    await open(pane, channel);
    await post(pane, SMALL_TALK);
    await actAs(pane, manager);
    await post(pane, ANSWER);
    await actAs(pane, member);
    await post(pane, COMPLAINT);
  });
  await both(async ({ pane, manager }) => {
    await actAs(pane, manager);
    await react(page, newest(pane, COMPLAINT), 'red flag: feedback');
  });
  await both(async ({ pane }) => {
    const message = newest(pane, COMPLAINT);
    await message.getByRole('button', { name: /^👀 / }).waitFor();
    await message.locator('.thread-link').waitFor();
  });
  await shoot(page, 'flagged');

  await both(async ({ pane, member }) => {
    await newest(pane, COMPLAINT).locator('.thread-link').click();
    const [firstName = member] = member.split(' ');
    await pane.locator('.thread .message', { hasText: firstName }).nth(1).waitFor();
  });
  await shoot(page, 'thread');

  const [left, right] = [page.locator('.pane.slack'), page.locator('.pane.discord')];
  await showTriage(right);
  await shoot(page, 'overview');
  await showTriage(left);
  await page.setViewportSize(TALL);
  await shoot(page, 'triage-card');
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  await shoot(page, 'phone');
  await page.setViewportSize(DESKTOP);

  await both(async ({ pane }) => {
    await newest(pane, /FB-\d+/)
      .getByRole('button', { name: /Route/ })
      .first()
      .click();
    await page
      .getByRole('menuitem', { name: 'QA' })
      .or(page.getByRole('menuitem', { name: /quality/i }))
      .first()
      .click();
  });
  await both(async ({ pane, qa }) => {
    await actAs(pane, qa);
    await open(pane, 'dept-qa');
    await newest(pane, /FB-\d+/).waitFor();
  });
  await page.setViewportSize(TALL);
  await shoot(page, 'escalation');
  await page.setViewportSize(DESKTOP);

  await both(async ({ pane, manager }) => {
    const [name = ''] = /FB-\d+/.exec(await newest(pane, /FB-\d+/).innerText()) ?? [];
    await actAs(pane, manager);
    const direct = pane
      .getByRole('navigation', { name: 'Direct messages' })
      .locator('.entry', { hasText: /hearback/i });
    await direct.click({ timeout: REMINDER_MS });
    await newest(pane, `${name} is waiting`)
      .getByRole('button', { name: 'Snooze' })
      .waitFor({ timeout: REMINDER_MS });
  });
  await shoot(page, 'reminder');

  await both(async ({ pane, manager, member, channel }) => {
    await actAs(pane, manager);
    await open(pane, 'feedback-triage');
    const [name = ''] = /FB-\d+/.exec(await newest(pane, /FB-\d+/).innerText()) ?? [];
    const composer = pane.locator('.conversation .composer textarea');
    await composer.fill(`/feedback resolve ${name} yes`);
    await composer.press('Enter');
    await newest(pane, `${name} is solved`).waitFor();
    await actAs(pane, member);
    await open(pane, channel);
    await newest(pane, COMPLAINT).locator('.thread-link').click();
    await pane.locator('.thread').getByRole('button', { name: 'Solved' }).click();
    await pane
      .locator('.thread')
      .getByRole('button', { name: /Excellent/ })
      .waitFor();
  });
  await shoot(page, 'closing');

  await liveWeeks(BASE, CASTS);
  await page.setViewportSize(TALL);
  await both(async ({ pane, manager }) => {
    await actAs(pane, manager);
    await open(pane, 'feedback-triage');
    const digest = newest(pane, 'Digest · ');
    await digest.locator('img[alt^="New cases"]').waitFor();
    await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
    await digest.getByRole('button', { name: 'As CSV' }).scrollIntoViewIfNeeded();
  });
  await shoot(page, 'digest');
  await page.setViewportSize(DESKTOP);
  await page.goto(await dashboardLink(left));
  await page.getByRole('button', { name: 'Open the dashboard' }).click();
  await page.locator('main').waitFor();
  await shoot(page, 'dashboard');
  await page.getByRole('link', { name: 'Barometer', exact: true }).click();
  await page.locator('main svg').first().waitFor();
  await page.setViewportSize(TALL);
  await shoot(page, 'barometer');
}

async function shoot(page: Page, name: string): Promise<void> {
  // A pointer or the focus on a message shows its tools; the fonts have to be there before the picture.
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement?.blur()');
  await page.evaluate('document.fonts.ready');
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}
