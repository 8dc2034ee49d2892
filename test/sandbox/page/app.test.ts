import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { sandboxClient } from '../../../sandbox/api/client.ts';
import { CASTS, eachWindow, inChromium, write } from './window.ts';

inChromium('the page with an app', () => {
  const here = eachWindow();
  const form = () => here.page.getByRole('dialog', { name: 'A note' });
  /** A message of the app's with a button that opens a form. */
  const postCard = () =>
    here.apps.slack.client.chat.postMessage({
      channel: 'C0GENERAL',
      text: 'A case',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'note', text: { type: 'plain_text', text: 'Write a note' } },
          ],
        },
      ],
    });

  describe.each(CASTS)('on $platform', ({ platform, member, manager }) => {
    it('runs a slash command and marks the answer as private', async () => {
      await write(here.composer(platform), '/feedback list');
      const answer = here.message(platform, 'heard list');
      await answer.getByText('Only you can see this').waitFor();
      await here.actAs(platform, manager);
      await answer.waitFor({ state: 'detached' });
    });

    it('opens the form of a message menu, asks for what is required, and sends it', async () => {
      const client = sandboxClient(here.sandbox.url, platform);
      await client.createMessage({ as: member, channel: 'general', text: 'Broken' });
      await here.tool(here.message(platform, 'Broken'), 'More actions');
      await here.page.getByRole('menuitem', { name: 'Flag as feedback' }).click();
      await form().getByRole('button').last().click();
      expect(await form().locator(':invalid:is(input)').count()).toBe(1);
      await form().getByLabel('Text').fill('It crashed');
      await form().getByRole('button').last().click();
      await form().waitFor({ state: 'detached' });
      expect((await client.inbox(member)).forms).toEqual([]);
    });
  });

  it('presses buttons, by mouse and by keyboard, and does not show a closed form again', async () => {
    await postCard();
    const button = here.pane('slack').getByRole('button', { name: 'Write a note' });
    await button.click();
    await form().getByLabel('Text').fill('It crashed');
    await form().getByRole('button', { name: 'Save' }).click();
    await form().waitFor({ state: 'detached' });
    await button.focus();
    await here.page.keyboard.press('Enter');
    await form().waitFor();
    await here.page.keyboard.press('Escape');
    await form().waitFor({ state: 'detached' });
    const slack = sandboxClient(here.sandbox.url, 'slack');
    await slack.createMessage({ as: 'Mia Holm', channel: 'general', text: 'On we go' });
    await here.message('slack', 'On we go').waitFor();
    expect(await form().count()).toBe(0);
  });

  it('keeps what the app answers to a form in the form', async () => {
    await postCard();
    await here.pane('slack').getByRole('button', { name: 'Write a note' }).click();
    await form().getByLabel('Text').fill('empty');
    await form().getByRole('button', { name: 'Save' }).click();
    await form().getByRole('alert').getByText('Say a little more.').waitFor();
    expect(await form().getByLabel('Text').inputValue()).toBe('empty');
  });

  it('follows a link to a message to where it is, clicked or opened in a window of its own', async () => {
    const slack = sandboxClient(here.sandbox.url, 'slack');
    const { message } = await slack.createMessage({
      as: 'Alma Berg',
      channel: 'product-talk',
      text: 'The one',
    });
    const link = await here.apps.slack.client.chat.getPermalink({
      channel: 'C0PRODUCT',
      message_ts: message,
    });
    await here.apps.slack.client.chat.postMessage({
      channel: 'C0GENERAL',
      text: `<${link.permalink}|open it>`,
    });
    const found = () => here.page.locator('.slack .message.pointed', { hasText: 'The one' });
    await here.pane('slack').getByRole('link', { name: 'open it' }).click();
    await found().waitFor();
    await here.open({ path: new URL(link.permalink!).pathname });
    await found().waitFor();
  });

  it('says whether the bot is ready', async () => {
    const sign = here.page.getByRole('status');
    await sign.getByText('Not ready: the bot is starting').waitFor();
    const bot = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    here.sandbox.setBot(`http://127.0.0.1:${(bot.address() as AddressInfo).port}`);
    await sign.getByText('The bot is ready').waitFor();
    bot.closeAllConnections();
    bot.close();
  });

  it('shows one community at a time on a phone, and the channels behind a button', async () => {
    await here.open({ width: 390 });
    const [slack, discord] = [here.pane('slack'), here.pane('discord')];
    expect(await discord.isVisible()).toBe(false);
    await here.page.getByRole('button', { name: 'Lantern Quest' }).click();
    expect([await slack.isVisible(), await discord.isVisible()]).toEqual([false, true]);
    await discord.getByRole('button', { name: 'Person and channels' }).click();
    await here.openChannel('discord', 'game-feedback');
    await discord.locator('.conversation h3', { hasText: 'game-feedback' }).waitFor();
    expect(await discord.locator('.sidebar').isVisible()).toBe(false);
    expect(await here.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});
