import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { liveMonths } from './months.ts';
import { CAST, openTown, type Town } from './town.ts';

/** Where pictures of every page go, when somebody wants to look at them. */
const SHOTS = process.env['E2E_SHOTS'];

const WIDTHS = { phone: 360, tablet: 820, desktop: 1440 } as const;
/** A page of A4 between usual margins. */
const PAPER = 680;
const WORDS = 'The export has been broken since Tuesday, and nobody tells me why';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  await town.flag('slack', WORDS);
  await liveMonths(town.record.pool, 'slack:T0RIVERSIDE', ['C0PRODUCT', 'C0GENERAL']);
});
afterAll(() => town?.close());

/** Every page there is for staff, by its name; a case by the number of one. */
async function addresses(page: Page): Promise<Record<string, string>> {
  const here = new URL(page.url()).origin;
  const paths = {
    cases: '/',
    filtered: '/?state=all&severity=high&kind=refund',
    faulty: '/?state=nope&from=2026-13-01&after=x',
    case: `/cases/${await newestCase()}`,
    // Somebody with a very long name, and an address that no line is wide enough for.
    stretched: '/cases/139',
    search: '/search?q=export',
    unfound: '/search?q=kind:nope',
    barometer: '/barometer',
    topics: '/topics',
    promises: '/promises',
    gifts: '/gifts',
    playbooks: '/playbooks',
    missing: '/cases/99999',
  };
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, new URL(path, here).href]));
}

async function newestCase(): Promise<number> {
  const { rows } = await town.record.pool.query<{ number: number }>(
    `select number from hearback.cases where quote = $1 and workspace_id = 'slack:T0RIVERSIDE' order by case_id desc limit 1`,
    [WORDS],
  );
  return rows[0]!.number;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

describe('from the chat to a case on paper', () => {
  it.each(['slack', 'discord'] as const)('%s', async (platform) => {
    if (platform === 'discord') await town.flag('discord', WORDS);
    const { context, page } = await town.enter(platform, CAST[platform].manager);
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    expect(await page.locator('h1').innerText()).toBe('Cases');

    await page.locator('details.filter summary').click();
    await page.getByLabel('Severity').selectOption('normal');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/severity=normal/);
    await page.locator('.case', { hasText: WORDS }).first().getByRole('link').click();
    await page.locator('h2#story').waitFor();
    expect(await page.locator('.timeline').first().innerText()).toContain('wrote what was flagged');

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav.pages').isVisible()).toBe(false);
    expect(await page.locator('h2#story').isVisible()).toBe(true);
    await shoot(page, `print-${platform}`);
    await page.emulateMedia({ media: 'screen' });
    // Nothing that the page's own rules forbid was tried.
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('every page', () => {
  it('fits every screen and paper, and has nothing that axe finds fault with, in light and dark', async () => {
    const { context, page } = await town.enter('slack', CAST.slack.manager);
    const pages = Object.entries(await addresses(page));
    const link = await town.link('slack', CAST.slack.manager);
    const found: unknown[] = [];
    for (const [name, address] of [['sign-in', link] as const, ...pages]) {
      await page.goto(address);
      await page.setViewportSize({ width: WIDTHS.desktop, height: 800 });
      found.push(...(await faultsOf(page, name)));
      // What else there is to see in the dark is the same.
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await faultsOf(page, `${name} in the dark`, ['color-contrast'])));
      await page.emulateMedia({ colorScheme: 'light' });
      found.push(...(await widerThan(page, name)));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  it('works by the keyboard alone, and without JavaScript', async () => {
    const { context, page } = await town.enter('slack', CAST.slack.manager, { javaScriptEnabled: false });
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.getByRole('link', { name: 'Barometer' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/barometer/);
    expect(await page.locator('figure svg').count()).toBeGreaterThan(2);
    await page.goto(new URL('/', page.url()).href);
    await page.locator('details.filter summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('State').selectOption('all');
    await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
    await page.waitForURL(/state=all/);
    const first = await page.locator('.case h2').allInnerTexts();
    await page.getByRole('link', { name: 'Next page' }).press('Enter');
    await page.waitForURL(/after=/);
    const second = await page.locator('.case h2').allInnerTexts();
    expect(first).toHaveLength(50);
    expect(second.filter((each) => first.includes(each))).toEqual([]);
    await context.close();
  });
});

describe('a page that is open', () => {
  it('shows by itself what is new in the chat', async () => {
    const { context, page } = await town.enter('slack', CAST.slack.manager);
    const words = 'The shop closes before I have paid';
    // The newest first.
    await page.goto(new URL('/?state=all', page.url()).href);
    expect(await page.getByText(words).count()).toBe(0);
    await town.flag('slack', words);
    // It looks again whenever somebody comes back to it.
    for (let look = 0; look < 40 && (await page.getByText(words).count()) === 0; look += 1) {
      await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
      await page.waitForTimeout(250);
    }
    expect(await page.getByText(words).count()).toBe(1);
    expect(await page.getByRole('status').innerText()).toBe('Updated.');
    // Signed out in another window: what stands here is not taken for fresh.
    await town.record.pool.query('delete from hearback.session');
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.getByRole('status').getByText('not kept up to date').waitFor();
    await context.close();
  });

  it('says what became of a link that was used, and of a browser that is signed out', async () => {
    const address = await town.link('slack', CAST.slack.manager);
    const context = await town.browser.newContext({ locale: 'da-DK' });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('main button').click();
    await page.goto(address);
    expect(await page.locator('h1').innerText()).toBe('Dette link åbner ikke noget (længere)');
    await page.goto(new URL('/', address).href);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.locator('h1').innerText()).toBe('Du er ikke logget ind');
    await context.close();
  });
});

/** On which screens something of the page stands out to the right; takes the pictures on the way. */
async function widerThan(page: Page, name: string): Promise<unknown[]> {
  const wide: unknown[] = [];
  for (const [device, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await needs(page);
    if (needed > width) wide.push({ page: name, device, needed });
    if (SHOTS === undefined) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(page, `${name}-${device}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize({ width: PAPER, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const printed = await needs(page);
  if (printed > PAPER) wide.push({ page: name, device: 'paper', needed: printed });
  await shoot(page, `${name}-paper`);
  await page.emulateMedia({ media: 'screen' });
  return wide;
}

/** The page itself does not scroll sideways, nor do lists in it; tables of numbers may, on a screen. */
function needs(page: Page): Promise<number> {
  return page.evaluate<number>(
    `Math.ceil(Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('.list')].map((each) => each.getBoundingClientRect().right)))`,
  );
}

/** @param rules those that are asked; without it all of them */
async function faultsOf(page: Page, name: string, rules?: string[]): Promise<unknown[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => ({
    page: name,
    id,
    where: nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3),
  }));
}
