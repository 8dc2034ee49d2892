import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/folder.ts';
import { startProgram, type Program } from '../support/program.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

// From nothing to the first case, as the README has it: the compiled program, typed as people type it, and the sandbox's communities.

/** Five programs are started one after the other (ms). */
const TAKES_MS = 180_000;

let world: World;
let program: Program | null = null;
const folder = temporaryFolder();
beforeAll(async () => {
  world = await openWorld({ withoutBot: true });
});
afterAll(async () => {
  await program?.stop();
  await world?.close();
});

/** One command line, in the folder that is set up. */
async function hearback(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(process.cwd(), 'dist/src/cli/main.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, notes] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (notes += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, notes };
}

it(
  'goes from nothing to the first case on both platforms by init, check and start',
  async () => {
    const { HEARBACK_CONFIG: _, ...env } = world.env;
    expect(await hearback(['init'], env)).toMatchObject({ code: 1, notes: expect.stringContaining('--yes') });
    expect(await hearback(['init', '--yes'], env)).toMatchObject({ code: 0 });
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'slack-manifest.yaml'))).toBe(true);
    // A plan may name more than a platform answers for in a minute: it is waited for.
    world.on('slack').fault({ kind: 'rate_limit', times: 1, retryAfterS: 1, method: 'conversations.info' });
    world.on('discord').fault({ kind: 'rate_limit', times: 1, retryAfterS: 1, method: 'channels/' });
    const { code, out, notes } = await hearback(['check'], env);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('All is well') });
    expect(notes.match(/asks us to wait 1 s/g)).toHaveLength(2);

    program = startProgram({ ...env, LOG_LEVEL: 'info', HEARBACK_CONFIG: join(folder, 'hearback.yaml') });
    world.sandbox.setBot(await program.url());
    for (const stage of STAGES) {
      const platform = world.on(stage.platform);
      await world.until('the bot to be there', () => platform.community().appConnected);
      const channel = stage.channels.open;
      const { message } = platform.createMessage({
        as: stage.member.id,
        channel,
        text: 'The export is broken',
      });
      platform.react({ as: stage.handler.id, channel, message, emoji: '🚩', present: true });
      await world.until('the first case in the private channel', () =>
        platform
          .messages({ as: stage.handler.id, channel: stage.channels.triage })
          .some(({ text, native }) => `${text}${JSON.stringify(native)}`.includes('The export is broken')),
      );
    }
  },
  TAKES_MS,
);

it(
  'finds what somebody broke afterwards, with the exit code for a pipeline',
  async () => {
    const { HEARBACK_CONFIG: _, ...env } = world.env;
    const broken = await hearback(['check'], { ...env, SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(broken).toMatchObject({ code: 1, out: expect.stringContaining('SLACK_BOT_TOKEN is not valid') });
    expect(await hearback(['check', '--offline', '--json'], env)).toMatchObject({ code: 0, notes: '' });
    // Nothing of a token is in what was written or said.
    expect(readFileSync(join(folder, 'hearback.yaml'), 'utf8')).not.toContain('xox');
    expect(broken.out + broken.notes).not.toContain('xoxb-');
  },
  TAKES_MS,
);
