import { describe, expect, it } from '@jest/globals';
import { sandboxClient } from '../../../sandbox/api/client.ts';
import { CASTS, eachWindow, inChromium, write } from './window.ts';

inChromium('the page', () => {
  const here = eachWindow();

  describe.each(CASTS)('of the $platform-like community', ({ platform, member, manager }) => {
    const client = () => sandboxClient(here.sandbox.url, platform);
    const at = (as: string) => ({ as, channel: 'general' });
    const posted = (text: string, as = member) => client().createMessage({ ...at(as), text });
    const said = (text: string) => here.message(platform, text);

    it('sends what is written, shows what others write at once, and complains of nothing', async () => {
      await write(here.composer(platform), 'Broken since Tuesday');
      await said('Broken since Tuesday').waitFor();
      expect(await client().messages(at(member))).toMatchObject([
        { text: 'Broken since Tuesday', author: { name: member } },
      ]);
      await posted('Same here', manager);
      await said('Same here').waitFor();
      expect(here.complaints).toEqual([]);
    });

    it('takes nothing people write for HTML', async () => {
      await posted(
        '<img src=x onerror="document.title=1"><script>document.title=1</script> and <b>so</b> on',
      );
      await said('so').waitFor();
      const content = said('so').locator('.content');
      expect(await content.innerText()).toContain('<img src=x onerror="document.title=1"><script>');
      expect(await content.locator('img, script, b').count()).toBe(0);
      expect(await here.page.title()).toBe('Hearback sandbox');
    });

    it('adds a reaction from the picker and takes it back at a click', async () => {
      const { message } = await posted('Broken');
      await here.actAs(platform, manager);
      await here.tool(said('Broken'), 'Add a reaction');
      await here.page.getByRole('menuitem', { name: 'red flag' }).click();
      const chip = said('Broken').getByRole('button', { name: /^🚩 1, by/ });
      await chip.waitFor();
      expect(await chip.getAttribute('aria-pressed')).toBe('true');
      await chip.click();
      await chip.waitFor({ state: 'detached' });
      expect(await client().messages(at(member))).toMatchObject([{ id: message, reactions: [] }]);
    });

    it('writes in a thread, which Escape closes', async () => {
      const { message } = await posted('Broken');
      await here.tool(said('Broken'), 'Reply in thread');
      const thread = here.pane(platform).locator('.thread');
      await thread.locator('.message', { hasText: 'Broken' }).waitFor();
      await write(thread.locator('textarea'), 'Since Tuesday');
      await thread.locator('.message', { hasText: 'Since Tuesday' }).waitFor();
      const replies = await client().messages({ ...at(member), thread: message });
      expect(replies.at(-1)).toMatchObject({ text: 'Since Tuesday' });
      await thread.locator('textarea').press('Escape');
      await thread.waitFor({ state: 'hidden' });
      await said('Broken').getByRole('button', { name: '1 reply' }).click();
      await thread.locator('.message', { hasText: 'Since Tuesday' }).waitFor();
    });

    it('lets people edit and delete their own messages, and only those', async () => {
      await posted('Broken');
      await posted('Mine', manager);
      await here.tool(said('Mine'), 'More actions');
      expect(await here.page.getByRole('menuitem').allInnerTexts()).toEqual([
        'Flag as feedback',
        'Reply in thread',
      ]);
      await here.page.keyboard.press('Escape');
      await here.tool(said('Broken'), 'More actions');
      await here.page.getByRole('menuitem', { name: 'Edit message' }).click();
      await here.page.getByRole('dialog').getByLabel('Message').fill('Fixed now');
      await here.page.getByRole('button', { name: 'Save' }).click();
      await said('Fixed now').getByText('(edited)').waitFor();
      await here.tool(said('Fixed now'), 'More actions');
      await here.page.getByRole('menuitem', { name: 'Delete message' }).click();
      await here.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await said('Fixed now').waitFor({ state: 'detached' });
    });

    it('shows private channels only to those in them, and a dot where something is new', async () => {
      const channels = here.pane(platform).getByRole('navigation', { name: 'Channels' });
      expect(await channels.innerText()).not.toContain('feedback-triage');
      await client().createMessage({ as: manager, channel: 'feedback-triage', text: 'Internal' });
      await here.actAs(platform, platform === 'slack' ? 'Victor Lang' : 'Bo Jensen');
      const triage = channels.locator('.entry', { hasText: 'feedback-triage' });
      await triage.getByText('new messages').waitFor({ state: 'attached' });
      await here.openChannel(platform, 'feedback-triage');
      await said('Internal').waitFor();
      await triage.getByText('new messages').waitFor({ state: 'detached' });
    });

    it('says in plain words what was refused, and keeps what was written', async () => {
      await write(here.composer(platform), '/unknown thing');
      const toast = here.page.locator('.toast');
      await toast.waitFor();
      expect((await toast.locator('p').innerText()).length).toBeGreaterThan(10);
      expect(await here.composer(platform).inputValue()).toBe('/unknown thing');
      await toast.getByRole('button', { name: 'Close this message' }).click();
      await toast.waitFor({ state: 'detached' });
    });

    it('sends a file', async () => {
      const conversation = here.pane(platform).locator('.conversation');
      const [chooser] = await Promise.all([
        here.page.waitForEvent('filechooser'),
        conversation.getByRole('button', { name: 'Attach a file' }).click(),
      ]);
      const buffer = Buffer.from('it broke');
      await chooser.setFiles({ name: 'log.txt', mimeType: 'text/plain', buffer });
      await conversation.getByText('log.txt').waitFor();
      await write(here.composer(platform), 'see this');
      const link = said('see this').getByRole('link', { name: /log\.txt/ });
      const address = new URL((await link.getAttribute('href'))!, here.sandbox.url);
      expect(await (await here.page.request.get(address.href)).text()).toBe('it broke');
    });
  });
});
