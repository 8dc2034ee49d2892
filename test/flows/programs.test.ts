import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGithub } from '../support/github.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { labelsOn } from '../support/pressing.ts';
import { openReceiver } from '../support/receiver.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

describe.each(STAGES)('other programs on $platform', (stage) => {
  const { platform, handler, member, qa, channels, workspaceId } = stage;
  let world: World;
  let play: Play;
  let github: Awaited<ReturnType<typeof openGithub>>;
  let board: Awaited<ReturnType<typeof openReceiver>>;

  const people = () => world.on(platform);
  const told = () => board.received.map(({ body }) => JSON.parse(body) as { type: string });

  beforeAll(async () => {
    github = await openGithub();
    board = await openReceiver(() => ({ status: 204 }));
    world = await openWorld({
      policy: [
        [['webhooks'], [{ name: 'board', url: board.url, secretEnv: 'BOARD_SECRET', private: true }]],
        [
          ['issues'],
          {
            tools: {
              type: 'github',
              name: 'Tools',
              repository: 'riverside/tools',
              apiUrl: github.url,
              tokenEnv: 'GH_TOKEN',
              webhookSecretEnv: 'GH_HOOK',
            },
          },
        ],
      ],
      secrets: { BOARD_SECRET: 'sixteen characters or more', GH_TOKEN: 'gh-token', GH_HOOK: 'hook secret' },
    });
    play = playOn(world, stage);
  });
  afterAll(async () => {
    await world?.close();
    await github?.close();
    await board?.close();
  });

  it('get an issue that somebody has seen before, without the member’s words, and say when it is closed', async () => {
    const { name, card } = await play.openCase('My secret order number is 4711');
    await play.type(`/feedback route ${name} qa`);
    const escalation = await world.until('the card of the department', () =>
      people()
        .messages({ as: qa.id, channel: channels.qa })
        .find((each) => visible(each).includes(`${name} ·`)),
    );
    const opened = await play.press(escalation, 'Issue', { as: qa.id });
    expect(opened.error).toBeNull();
    await people().submit({
      as: qa.id,
      form: opened.form!.id,
      values: { title: 'Orders vanish', text: 'Since Tuesday, for some.', quote: 'no' },
    });
    const preview = await world.until('the preview', () =>
      people()
        .messages({ as: qa.id, channel: channels.qa })
        .findLast((each) => each.ephemeral && visible(each).includes('Nothing is made until')),
    );
    expect(github.issues).toEqual([]);
    await play.press(preview, 'Create', { as: qa.id });
    await play.press(preview, 'Create', { as: qa.id });
    await world.until('the link on the card', () =>
      visible(play.card(name) ?? card).includes('riverside/tools#1'),
    );
    await world.settled();

    expect(github.issues).toMatchObject([{ title: 'Orders vanish' }]);
    expect(JSON.stringify(github.issues)).not.toMatch(/4711|secret order/);
    expect(labelsOn(play.card(name) ?? card)).not.toContain('Issue');

    github.change(1, { state: 'closed', state_reason: 'completed' });
    const body = JSON.stringify({ issue: { number: 1 }, repository: { full_name: 'riverside/tools' } });
    const signature = `sha256=${createHmac('sha256', 'hook secret').update(body).digest('hex')}`;
    const answer = await fetch(`${world.app.url}/hooks/issues`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      body,
    });
    expect(answer.status).toBe(202);
    await world.until('the word that it is closed', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('riverside/tools#1 is closed')),
    );
    await world.settled();

    expect(play.inbox(member.id).filter((each) => visible(each).includes('riverside'))).toEqual([]);
    expect(told().map(({ type }) => type)).toEqual(
      expect.arrayContaining(['case.opened', 'case.answered', 'case.routed', 'case.issue']),
    );
    expect(told()[0]).toMatchObject({ data: { community: { id: workspaceId } } });
    expect(board.received.map((each) => each.body).join('')).not.toMatch(/4711|secret order/);
  });
});
