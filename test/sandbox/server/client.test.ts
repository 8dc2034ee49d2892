import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { communities, sandboxClient } from '../../../sandbox/api/client.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

describe('the client of the control API', () => {
  it('plays people as the control API does', async () => {
    const slack = sandboxClient(sandbox.url, 'slack');
    const at = { as: 'Alma Berg', channel: 'general' };
    const { message } = await slack.createMessage({ ...at, text: 'Broken' });
    await slack.react({ ...at, message, emoji: '🚩', present: true });
    await slack.editMessage({ ...at, message, text: 'Fixed' });
    expect(await slack.messages({ ...at, limit: 1 })).toMatchObject([
      { text: 'Fixed', reactions: [{ emoji: '🚩' }] },
    ]);
    await slack.react({ ...at, message, emoji: '🚩', present: false });
    await slack.deleteMessage({ ...at, message });
    expect(await slack.messages(at)).toEqual([]);
    expect(await slack.inbox('Alma Berg')).toEqual({ directMessages: [], forms: [] });
    expect((await communities(sandbox.url)).map(({ platform }) => platform)).toEqual(['slack', 'discord']);
  });

  it('sets and clears faults and tells calls', async () => {
    const discord = sandboxClient(sandbox.url, 'discord');
    await discord.fault({ kind: 'lost_answer', times: 1 });
    expect(await discord.faults()).toEqual([{ kind: 'lost_answer', times: 1 }]);
    await discord.clearFaults();
    expect(await discord.faults()).toEqual([]);
    expect(await discord.calls()).toEqual([]);
  });

  it('throws what the sandbox refused, with its status and code', async () => {
    const slack = sandboxClient(sandbox.url, 'slack');
    const refused = slack.messages({ as: 'Alma Berg', channel: 'feedback-triage' });
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'channel_not_found' });
    await expect(slack.submit({ as: 'Alma Berg', form: 'none', values: {} })).rejects.toMatchObject({
      status: 409,
    });
    await expect(slack.command({ as: 'Alma Berg', channel: 'general', text: 'x' })).rejects.toMatchObject({
      status: 400,
    });
  });
});
