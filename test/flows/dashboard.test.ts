import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { playOn, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';
import { openBrowser } from '../web/browser.ts';

describe.each(STAGES)('the dashboard on $platform', (stage) => {
  const { platform, handler, member, qa, moderator, channels } = stage;
  let world: World;
  let play: Play;

  beforeAll(async () => {
    world = await openWorld();
    play = playOn(world, stage);
  });
  afterAll(() => world?.close());

  /** The path behind a link the bot has whispered to somebody. */
  const askFor = async (command: string, as: string, channel = channels.triage) => {
    const said = await play.type(command, { as, channel });
    const link = said.match(/http:\/\/127\.0\.0\.1:\d+\/[a-z]+\/[\w-]{43}/)?.[0];
    return { said, path: link === undefined ? null : new URL(link).pathname };
  };

  it('opens by a link that works once, and shows the case', async () => {
    const { name } = await play.openCase('The export is broken again');
    const { path } = await askFor('/feedback dashboard', handler.id);
    const browser = openBrowser(world.app.url!);
    const door = await browser.get(path!);
    expect(door.html).toContain(handler.name);
    expect((await browser.press(path!, { html: door.html })).status).toBe(303);
    const list = await browser.get('/');
    expect(list.html).toContain('The export is broken again');
    const number = name.replace('FB-', '');
    expect(list.html).toContain(`/cases/${number}"`);
    expect((await browser.get(`/cases/${number}`)).html).toContain(member.name);
    const other = openBrowser(world.app.url!);
    expect((await other.get(path!)).status).toBe(410);
  });

  it('shows a department what was brought to it, and nothing else', async () => {
    const [hidden, brought] = [await play.openCase('Not for QA'), await play.openCase('For QA')];
    await play.type(`/feedback route ${brought.name} qa`);
    const { path } = await askFor('/feedback dashboard', qa.id, channels.qa);
    const browser = openBrowser(world.app.url!);
    await browser.press(path!);
    const { html } = await browser.get('/');
    expect(html).toContain(`>${brought.name}<`);
    expect(html).not.toContain(`>${hidden.name}<`);
    expect((await browser.get(`/cases/${hidden.name.replace('FB-', '')}`)).status).toBe(404);
  });

  it('gives no link to a member', async () => {
    const { said, path } = await askFor('/feedback dashboard', member.id, channels.open);
    expect(path).toBeNull();
    expect(said).toContain('look after feedback');
  });

  it('lets a member take their own data with them, once', async () => {
    const { path } = await askFor('/feedback privacy do:export', member.id, channels.open);
    const browser = openBrowser(world.app.url!);
    const page = await browser.get(path!);
    const file = await browser.press(path!, { html: page.html });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const lines = file.html
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(JSON.stringify(lines)).toContain('The export is broken again');
    expect((await browser.press(path!, { html: page.html })).status).toBe(410);
    expect((await browser.get('/')).status).toBe(401);
  });

  it('gives a table of the cases that a search finds, as far as whoever asks may see them', async () => {
    const take = async (command: string, as: string, channel: string) => {
      const { path } = await askFor(command, as, channel);
      return (await openBrowser(world.app.url!).press(path!)).html;
    };
    const whole = await take('/feedback export state:open', handler.id, channels.triage);
    for (const words of ['The export is broken again', 'Not for QA', 'For QA'])
      expect(whole).toContain(words);
    const brought = await take('/feedback export state:open', qa.id, channels.qa);
    expect(brought.trim().split('\r\n')).toHaveLength(2);
    expect(brought).toContain('"For QA"');
    const nothing = await askFor('/feedback export kaleidoscope', qa.id, channels.qa);
    expect([nothing.path, nothing.said]).toEqual([null, expect.stringContaining('Nothing was found')]);
    const { path, said } = await askFor('/feedback export kind:nonsense', handler.id);
    expect([path, said]).toEqual([null, expect.stringContaining('At character 1')]);
    expect((await askFor('/feedback export', member.id, channels.open)).path).toBeNull();
  });

  it('lets nobody in any more whom hearback.yaml has dropped', async () => {
    const { path } = await askFor('/feedback dashboard', moderator.id);
    const browser = openBrowser(world.app.url!);
    await browser.press(path!);
    expect((await browser.get('/')).status).toBe(200);
    const file = world.env['HEARBACK_CONFIG']!;
    const document = parseDocument(readFileSync(file, 'utf8'), { intAsBigInt: true });
    document.setIn(['workspaces', platform === 'slack' ? 0 : 1, 'roles', 'moderator'], {});
    writeFileSync(file, document.toString());
    await world.until('the door to close', async () => (await browser.get('/')).status === 401);
  });
});
