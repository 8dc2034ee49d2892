import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { playOn, visible } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';
import { openBrowser } from '../web/browser.ts';

const ZONE = 'Europe/Copenhagen';
const DAILY = { on: 'daily', at: '00:00' };

let world: World;
let second: App | null = null;

beforeAll(async () => {
  world = await openWorld({
    policy: [0, 1].map((index) => [
      ['workspaces', index, 'digests'],
      [DAILY, { ...DAILY, name: 'Suggestions', kinds: ['suggestion'] }],
    ]),
  });
});
afterAll(async () => {
  await second?.close();
  await world?.close();
});

const digestsOn = (stage: Stage, name: string) =>
  world
    .on(stage.platform)
    .messages({ as: stage.handler.id, channel: stage.channels.triage })
    .filter((each) => !each.ephemeral && visible(each).includes(`${name} ·`));

/** Where the picture of a digest is, and what it says to those who do not see it. */
function picture(message: MessageView, as: string): { url: string; alt: string } | null {
  const blocks = (message.native.blocks ?? []) as {
    type: string;
    slack_file?: { id: string };
    alt_text?: string;
  }[];
  const block = blocks.find(({ type }) => type === 'image');
  if (block)
    return { url: `/slack/files/${block.slack_file?.id}/picture.png?as=${as}`, alt: block.alt_text ?? '' };
  const embeds = (message.native.embeds ?? []) as { image?: { url: string; description?: string } }[];
  const image = embeds.find((each) => each.image)?.image;
  return image ? { url: image.url, alt: image.description ?? '' } : null;
}

async function bytesAt(path: string): Promise<Buffer> {
  const response = await fetch(new URL(path, world.sandbox.url));
  return Buffer.from(await response.arrayBuffer());
}

describe('a digest', () => {
  const named = new Map<string, { open: string; hidden: string }>();

  it('comes once with its picture, with two programs and an answer that was lost, and names no hidden case', async () => {
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { name: open } = await play.openCase('The export has been broken since Tuesday');
      const message = play.post('Somebody of the staff was rude to me');
      play.flag(message, { emoji: '🧑‍💼' });
      await world.until(
        'the second case',
        async () => (await world.sql('select from hearback.cases')).length % 2 === 0,
      );
      await world.settled();
      const [hidden] = await world.sql<{ number: number }>(
        `select number from hearback.cases where workspace_id = $1 and audience = 'leads'`,
        [stage.workspaceId],
      );
      named.set(stage.platform, { open, hidden: `FB-${hidden!.number}` });
      expect(await play.type(`/feedback meeting add ${open} Do we offer a refund?`)).toContain('on the list');
    }
    await world.sql(`update hearback.cases set opened_at = opened_at - interval '1 day'`);
    await world.sql(
      `update hearback.digest set period_to = period_to - interval '30 days' where state = 'seen'`,
    );
    world.on('slack').fault({ kind: 'lost_answer', method: 'chat.postMessage', times: 1 });
    world.on('discord').fault({ kind: 'lost_answer', method: 'POST /channels', times: 1 });
    const [app] = await Promise.all([
      startApp(readConfig({ ...world.env, HEARBACK_ROLES: 'worker' }), {
        log: createLog('silent'),
        root: process.cwd(),
        timings: { reconcileMs: 300, stalledMs: 1_000, lockMs: 3_000, backoffMs: 100 },
        paceSpeed: 200,
      }),
      world.restart(),
    ]);
    second = app;

    for (const stage of STAGES) {
      const { open, hidden } = named.get(stage.platform)!;
      const [digest] = await world.until('the digest', () => {
        const found = digestsOn(stage, 'Digest');
        return found.length > 0 && found;
      });
      await world.settled();
      expect(digestsOn(stage, 'Digest')).toHaveLength(1);
      const words = visible(digest!);
      expect(words).toContain(open);
      expect(words).toContain('Do we offer a refund?');
      expect(words).toContain('1 new case');
      expect(words).not.toContain(hidden);
      expect(words).not.toContain('About staff');
      const shown = picture(digest!, stage.handler.id)!;
      expect(shown.alt).toMatch(/1 new/);
      expect((await bytesAt(shown.url)).subarray(1, 4).toString()).toBe('PNG');

      expect(digestsOn(stage, 'Suggestions')).toHaveLength(1);
      expect(visible(digestsOn(stage, 'Suggestions')[0]!)).toContain('A quiet time');
      expect(picture(digestsOn(stage, 'Suggestions')[0]!, stage.handler.id)).toBeNull();
    }
  });

  it('stands for one person at once, gives a table by a link that works once, and takes decisions', async () => {
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { open, hidden } = named.get(stage.platform)!;
      expect(await play.type('/feedback digest')).toContain('As it stands now');
      const [digest] = digestsOn(stage, 'Digest');
      const answer = await play.press(digest!, 'As CSV');
      expect(answer.error).toBeNull();
      const path = await world.until('the link', () => {
        const theirs = world
          .on(stage.platform)
          .messages({ as: stage.handler.id, channel: stage.channels.triage });
        const words = theirs.filter(({ ephemeral }) => ephemeral).map(visible);
        return /\/download\/[\w-]{43}/.exec(words.join(' '))?.[0];
      });
      const browser = openBrowser(world.app.url!);
      const door = await browser.get(path);
      const table = (await browser.press(path, { html: door.html })).html;
      expect(table).toContain(`"${open}"`);
      // Whoever handles everything here is an admin, and sees it.
      expect(table).toContain(`"${hidden}"`);
      expect((await browser.get(path)).status).toBe(410);

      expect(await play.type('/feedback meeting')).toContain('Do we offer a refund?');
      expect(await play.type('/feedback meeting decide 1 Yes, half of it')).toContain('Decided');
      expect(await play.type('/feedback meeting')).toContain('Nothing is on the list');
      expect(await play.type('/feedback digest')).toContain('Yes, half of it');
    }
  });

  it('is drawn again without a case that not everybody may see any more', async () => {
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { open } = named.get(stage.platform)!;
      await play.type(`/feedback audience ${open} leads`);
      await world.until(
        'the digest to follow',
        () => !visible(digestsOn(stage, 'Digest')[0]!).includes(open),
      );
      await world.settled();
      expect(visible(digestsOn(stage, 'Digest')[0]!)).not.toContain('refund');
      expect(digestsOn(stage, 'Digest')).toHaveLength(1);
    }
  });
});

describe('a list of the day', () => {
  it('comes once in the morning to whoever wants it, with what waits for them', async () => {
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { name } = await play.openCase('The login page is blank');
      await play.type(`/feedback claim ${name}`);
      const { name: free } = await play.openCase('The search finds nothing');
      const parts = new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: ZONE,
      }).format(new Date());
      expect(await play.type('/feedback to-do tomorrow')).toContain('8:30');
      await play.type(`/feedback timezone ${ZONE}`);
      expect(await play.type(`/feedback to-do ${parts}`)).toContain(parts);
      const lists = () =>
        play.inbox(stage.handler.id).filter((each) => visible(each).includes('Good morning'));
      await world.until('the list', () => lists().length > 0);
      expect(visible(lists()[0]!)).toContain(name);
      expect(visible(lists()[0]!)).toMatch(new RegExp(`Not taken yet, and yours to look at.*${free}`));
      const mine = await play.type('/feedback mine');
      expect(mine).toMatch(
        new RegExp(`For you[^]*${name}[^]*Not taken yet, and yours to look at[^]*${free}`),
      );
      expect(lists()[0]!.actions.map(({ label }) => label)).toEqual(
        expect.arrayContaining([expect.stringContaining('Open')]),
      );
      expect(await play.type('/feedback to-do off')).toContain('stopped');
    }
    await world.restart();
    await world.settled();
    for (const stage of STAGES)
      expect(
        playOn(world, stage)
          .inbox(stage.handler.id)
          .filter((each) => visible(each).includes('Good morning')),
      ).toHaveLength(1);
  });
});
