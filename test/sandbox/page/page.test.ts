import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { sandboxClient } from '../../../sandbox/api/client.ts';
import { chromiumPath, launchChromium } from '../../../sandbox/browser.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { type Apps, startApps } from '../server/apps.ts';

const chromium = chromiumPath(process.env['CHROMIUM_PATH']);
if (chromium === null) {
  process.stderr.write(
    '\nSKIPPED: the tests of the sandbox page need Chromium (apt-get install chromium, or CHROMIUM_PATH).\n\n',
  );
}
const inChromium = chromium === null ? describe.skip : describe;

const CASTS = [
  { platform: 'slack' as const, member: 'Alma Berg', manager: 'Mia Holm' },
  { platform: 'discord' as const, member: 'Kasper Lind', manager: 'Nora Finch' },
];

let browser: Browser;
let sandbox: Sandbox;
let apps: Apps;
let page: Page;
/** What the browser complained of; the answer of /readyz while there is no bot is none of the page's faults. */
let complaints: string[];

beforeAll(async () => {
  if (chromium !== null) browser = await launchChromium(chromium);
});
afterAll(() => browser?.close());

async function openPage(width = 1440): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 } });
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/readyz'))
      complaints.push(message.text());
  });
  await page.goto(sandbox.url);
  await page.locator('.pane .entry').first().waitFor({ state: 'attached' });
}

const pane = (platform: string) => page.locator(`.pane.${platform}`);
const inChannel = (platform: string, text: string) =>
  pane(platform).locator('.conversation .message', { hasText: text });
const actAs = (platform: string, name: string) =>
  pane(platform).getByLabel('Act as').selectOption({ label: name });
const openChannel = (platform: string, name: string) =>
  pane(platform).getByRole('navigation', { name: 'Channels' }).locator('.entry', { hasText: name }).click();

async function write(composer: Locator, text: string): Promise<void> {
  await composer.fill(text);
  await composer.press('Enter');
}
const composerOf = (platform: string) => pane(platform).locator('.conversation .composer textarea');

async function tool(message: Locator, name: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name }).click();
}

inChromium('the page', () => {
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, dataDir: null });
    apps = await startApps(sandbox);
    await openPage();
  });
  afterEach(async () => {
    await page.close();
    await apps.stop();
    await sandbox.close();
  });

  describe.each(CASTS)('of the $platform-like community', ({ platform, member, manager }) => {
    const client = () => sandboxClient(sandbox.url, platform);
    const at = (as: string) => ({ as, channel: 'general' });
    const posted = (text: string, as = member) => client().createMessage({ ...at(as), text });

    it('sends what is written, shows what others write at once, and complains of nothing', async () => {
      await write(composerOf(platform), 'Broken since Tuesday');
      await inChannel(platform, 'Broken since Tuesday').waitFor();
      expect(await client().messages(at(member))).toMatchObject([
        { text: 'Broken since Tuesday', author: { name: member } },
      ]);
      await posted('Same here', manager);
      await inChannel(platform, 'Same here').waitFor();
      expect(complaints).toEqual([]);
    });

    it('takes nothing people write for HTML', async () => {
      await posted(
        '<img src=x onerror="document.title=1"><script>document.title=1</script> and <b>so</b> on',
      );
      const message = inChannel(platform, 'on');
      await message.waitFor();
      expect(await message.locator('.content').innerText()).toContain(
        '<img src=x onerror="document.title=1"><script>',
      );
      expect(await message.locator('.content img, .content script, .content b').count()).toBe(0);
      expect(await page.title()).toBe('Hearback sandbox');
    });

    it('adds a reaction from the picker and takes it back at a click', async () => {
      const { message } = await posted('Broken');
      await actAs(platform, manager);
      await tool(inChannel(platform, 'Broken'), 'Add a reaction');
      await page.getByRole('menuitem', { name: 'red flag' }).click();
      const chip = inChannel(platform, 'Broken').getByRole('button', { name: /^🚩 1, by/ });
      await chip.waitFor();
      expect(await chip.getAttribute('aria-pressed')).toBe('true');
      await chip.click();
      await chip.waitFor({ state: 'detached' });
      expect(await client().messages(at(member))).toMatchObject([{ id: message, reactions: [] }]);
    });

    it('writes in a thread, which Escape closes', async () => {
      const { message } = await posted('Broken');
      await tool(inChannel(platform, 'Broken'), 'Reply in thread');
      const thread = pane(platform).locator('.thread');
      await thread.locator('.message', { hasText: 'Broken' }).waitFor();
      await write(thread.locator('textarea'), 'Since Tuesday');
      await thread.locator('.message', { hasText: 'Since Tuesday' }).waitFor();
      expect((await client().messages({ ...at(member), thread: message })).at(-1)).toMatchObject({
        text: 'Since Tuesday',
      });
      await thread.locator('textarea').press('Escape');
      await thread.waitFor({ state: 'hidden' });
      await inChannel(platform, 'Broken').getByRole('button', { name: '1 reply' }).click();
      await thread.locator('.message', { hasText: 'Since Tuesday' }).waitFor();
    });

    it('runs a slash command and marks the answer as private', async () => {
      await write(composerOf(platform), '/feedback list');
      const answer = inChannel(platform, 'heard list');
      await answer.getByText('Only you can see this').waitFor();
      await actAs(platform, manager);
      await answer.waitFor({ state: 'detached' });
    });

    it('opens the form of a message menu, asks for what is required, and sends it', async () => {
      await posted('Broken');
      await tool(inChannel(platform, 'Broken'), 'More actions');
      await page.getByRole('menuitem', { name: 'Flag as feedback' }).click();
      const form = page.getByRole('dialog', { name: 'A note' });
      await form.getByRole('button').last().click();
      expect(
        await form
          .getByLabel('Text')
          .evaluate<boolean, HTMLInputElement>((input) => input.validity.valueMissing),
      ).toBe(true);
      await form.getByLabel('Text').fill('It crashed');
      await form.getByRole('button').last().click();
      await form.waitFor({ state: 'detached' });
      expect((await client().inbox(member)).forms).toEqual([]);
    });

    it('lets people edit and delete their own messages, and only those', async () => {
      await posted('Broken');
      await posted('Mine', manager);
      await tool(inChannel(platform, 'Mine'), 'More actions');
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
        'Flag as feedback',
        'Reply in thread',
      ]);
      await page.keyboard.press('Escape');
      await tool(inChannel(platform, 'Broken'), 'More actions');
      await page.getByRole('menuitem', { name: 'Edit message' }).click();
      await page.getByRole('dialog').getByLabel('Message').fill('Fixed now');
      await page.getByRole('button', { name: 'Save' }).click();
      await inChannel(platform, 'Fixed now').getByText('(edited)').waitFor();
      await tool(inChannel(platform, 'Fixed now'), 'More actions');
      await page.getByRole('menuitem', { name: 'Delete message' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await inChannel(platform, 'Fixed now').waitFor({ state: 'detached' });
    });

    it('shows private channels only to those in them, and a dot where something is new', async () => {
      const channels = pane(platform).getByRole('navigation', { name: 'Channels' });
      expect(await channels.innerText()).not.toContain('feedback-triage');
      await client().createMessage({ as: manager, channel: 'feedback-triage', text: 'Internal' });
      await actAs(platform, platform === 'slack' ? 'Victor Lang' : 'Bo Jensen');
      const triage = channels.locator('.entry', { hasText: 'feedback-triage' });
      await triage.getByText('new messages').waitFor({ state: 'attached' });
      await openChannel(platform, 'feedback-triage');
      await inChannel(platform, 'Internal').waitFor();
      await triage.getByText('new messages').waitFor({ state: 'detached' });
    });

    it('says in plain words what was refused, and keeps what was written', async () => {
      const gone = await posted('Here');
      await inChannel(platform, 'Here').waitFor();
      await write(composerOf(platform), '/unknown thing');
      await page.locator('.toast').waitFor();
      expect((await page.locator('.toast p').innerText()).length).toBeGreaterThan(10);
      expect(await composerOf(platform).inputValue()).toBe('/unknown thing');
      await page.getByRole('button', { name: 'Close this message' }).click();
      await page.locator('.toast').waitFor({ state: 'detached' });
      await client().deleteMessage({ ...at(member), message: gone.message });
      await inChannel(platform, 'Here').waitFor({ state: 'detached' });
    });

    it('sends a file', async () => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        pane(platform).locator('.conversation').getByRole('button', { name: 'Attach a file' }).click(),
      ]);
      await chooser.setFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('it broke') });
      await pane(platform).getByText('log.txt').waitFor();
      await write(composerOf(platform), 'see this');
      const link = inChannel(platform, 'see this').getByRole('link', { name: /log\.txt/ });
      const answer = await page.request.get(new URL((await link.getAttribute('href'))!, sandbox.url).href);
      expect(await answer.text()).toBe('it broke');
    });
  });

  it('presses buttons, by mouse and by keyboard', async () => {
    const element = {
      type: 'button' as const,
      action_id: 'note',
      text: { type: 'plain_text' as const, text: 'Write a note' },
    };
    await apps.slack.client.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'A case',
      blocks: [{ type: 'actions', elements: [element] }],
    });
    const button = pane('slack').getByRole('button', { name: 'Write a note' });
    await button.click();
    const form = page.getByRole('dialog', { name: 'A note' });
    await form.getByLabel('Text').fill('It crashed');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await button.focus();
    await page.keyboard.press('Enter');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    // A closed form does not come back by itself.
    await sandboxClient(sandbox.url, 'slack').createMessage({
      as: 'Mia Holm',
      channel: 'general',
      text: 'On we go',
    });
    await inChannel('slack', 'On we go').waitFor();
    expect(await form.count()).toBe(0);
  });

  it('keeps what the app answers to a form in the form', async () => {
    const element = {
      type: 'button' as const,
      action_id: 'note',
      text: { type: 'plain_text' as const, text: 'Write a note' },
    };
    await apps.slack.client.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'A case',
      blocks: [{ type: 'actions', elements: [element] }],
    });
    await pane('slack').getByRole('button', { name: 'Write a note' }).click();
    const form = page.getByRole('dialog', { name: 'A note' });
    await form.getByLabel('Text').fill('empty');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').getByText('Say a little more.').waitFor();
    expect(await form.getByLabel('Text').inputValue()).toBe('empty');
  });

  it('follows a link to a message to where it is', async () => {
    const slack = sandboxClient(sandbox.url, 'slack');
    const { message } = await slack.createMessage({
      as: 'Alma Berg',
      channel: 'product-talk',
      text: 'The one',
    });
    const { permalink } = await apps.slack.client.chat.getPermalink({
      channel: 'C0PRODUCT',
      message_ts: message,
    });
    await apps.slack.client.chat.postMessage({ channel: 'C0GENERAL', text: `<${permalink}|open it>` });
    await pane('slack').getByRole('link', { name: 'open it' }).click();
    await inChannel('slack', 'The one').waitFor();
    expect(await inChannel('slack', 'The one').getAttribute('class')).toContain('pointed');
  });

  it('says whether the bot is ready', async () => {
    const sign = page.getByRole('status');
    await sign.getByText('Not ready: the bot is starting').waitFor();
    const bot: Server = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    sandbox.setBot(`http://127.0.0.1:${(bot.address() as AddressInfo).port}`);
    await sign.getByText('The bot is ready').waitFor();
    bot.closeAllConnections();
    bot.close();
  });

  it('shows one community at a time on a phone, and the channels behind a button', async () => {
    await page.close();
    await openPage(390);
    expect(await pane('discord').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Lantern Quest' }).click();
    expect([await pane('slack').isVisible(), await pane('discord').isVisible()]).toEqual([false, true]);
    await pane('discord').getByRole('button', { name: 'Person and channels' }).click();
    await openChannel('discord', 'game-feedback');
    await pane('discord').locator('.conversation h3', { hasText: 'game-feedback' }).waitFor();
    expect(await pane('discord').locator('.sidebar').isVisible()).toBe(false);
    const tooWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
    expect(tooWide).toBe(false);
  });
});
