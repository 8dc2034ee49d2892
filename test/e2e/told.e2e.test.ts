import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actAs, newest, open } from '../../sandbox/page-hands.ts';
import { CAST, openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town?.close());

const PICTURE = { name: 'lamp.png', mimeType: 'image/png', buffer: Buffer.from('not much of a picture') };

it.each(['slack', 'discord'] as const)(
  'what somebody said by phone is recorded in a form, with their account and files, on %s',
  async (platform) => {
    const { manager, member } = CAST[platform];
    const pane = town.pane(platform);
    const words = `The lamp flickers, said on the phone (${platform})`;
    await actAs(pane, manager);
    await open(pane, 'feedback-triage');
    const composer = pane.locator('.conversation .composer textarea');
    // On Discord a form has five fields, and the account comes first.
    await composer.fill(`/feedback new${platform === 'discord' ? ` member:${member}` : ''}`);
    await composer.press('Enter');
    const form = town.chat.getByRole('dialog', { name: 'New feedback' });
    const send = form.getByRole('button', { name: platform === 'discord' ? 'Submit' : 'Record' });
    const said = form.getByLabel('What was said?');
    await said.fill('   ');
    await send.click();
    await form
      .getByRole('alert')
      .getByText(/required/)
      .waitFor();

    await said.fill(words);
    await form.getByLabel('How did it come?').selectOption('By phone');
    if (platform === 'slack') await form.getByLabel('Their account here').selectOption(member);
    const files = form.getByLabel('Files that came with it');
    await files.setInputFiles(Array.from({ length: 11 }, () => PICTURE));
    await send.click();
    await form.getByRole('alert').getByText('at most 10 files').waitFor();
    await files.setInputFiles({ ...PICTURE, buffer: Buffer.alloc(10_000_001) });
    await send.click();
    await form.getByRole('alert').getByText('larger than 10 MB').waitFor();
    expect(await said.inputValue()).toBe(words);

    await files.setInputFiles(PICTURE);
    await send.click();
    await form.waitFor({ state: 'detached' });
    await newest(pane, `for ${member}, told by phone`).getByText('One file is being copied').waitFor();
    const card = newest(pane, /^.*FB-\d+ · /s);
    await card.getByRole('button', { name: 'Send answer' }).waitFor();
    expect(await card.innerText()).toContain(words);
    expect(await card.innerText()).toContain(`@${member}`);
  },
);
