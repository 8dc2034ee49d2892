import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say } from './messages.ts';
import { client, openWorkspace, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const upload = (channel = 'C0GENERAL', as = 'U0ALMA') =>
  say(workspace, 'look', channel, as, {
    files: [{ name: 'größe.txt', mime: 'text/plain', base64: Buffer.from('bytes').toString('base64') }],
  });
const fileOf = async (channel: string) => {
  const { messages } = await workspace.web.conversations.history({ channel });
  return messages?.[0]?.files?.[0];
};

const readAs = async (as: string) => {
  const url = workspace.slack.messages({ as: 'U0MIA', channel: 'C0TRIAGE' })[0]?.files[0]?.url ?? '';
  return (await fetch(workspace.url + url.replace('as=U0MIA', `as=${as}`))).status;
};

describe('files', () => {
  it('come with the message, and their bytes with the token of the bot', async () => {
    upload();
    const file = await fileOf('C0GENERAL');
    expect(file).toMatchObject({ name: 'größe.txt', mimetype: 'text/plain', size: 5, mode: 'hosted' });
    const answer = await fetch(file?.url_private_download ?? '', {
      headers: { authorization: 'Bearer xoxb-sandbox-hearback' },
    });
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain', 'bytes']);
    expect((await workspace.web.files.info({ file: file?.id ?? '' })).file).toMatchObject({
      name: 'größe.txt',
    });
  });

  it('are a login page without a token, with another one, or without the scope', async () => {
    upload();
    const url = (await fileOf('C0GENERAL'))?.url_private ?? '';
    const read = async (authorization?: string) => {
      const answer = await fetch(url, authorization ? { headers: { authorization } } : {});
      return [answer.status, answer.headers.get('content-type')];
    };
    const login = [200, 'text/html; charset=utf-8'];
    expect(await read()).toEqual(login);
    expect(await read('Bearer xoxb-other')).toEqual(login);
    workspace.slack.fault({ kind: 'missing_scope', scope: 'files:read' });
    expect(await read('Bearer xoxb-sandbox-hearback')).toEqual(login);
  });

  it('are shown to the people who see the message, and to nobody else', async () => {
    upload('C0TRIAGE', 'U0MIA');
    expect([await readAs('U0MIA'), await readAs('U0ALMA'), await readAs('U0NOBODY')]).toEqual([
      200, 404, 404,
    ]);
  });

  it('are not known to the bot where it is not', async () => {
    const { message } = upload('C0OFFTOPIC');
    const [shown] = workspace.slack.messages({ as: 'U0ALMA', channel: 'C0OFFTOPIC' });
    const id = shown?.files[0]?.url.split('/')[3] ?? '';
    expect(shown?.id).toBe(message);
    await expect(client(workspace.apiUrl).files.info({ file: id })).rejects.toMatchObject({
      data: { error: 'file_not_found' },
    });
  });

  it('may come without words', () => {
    const { message } = say(workspace, '', 'C0GENERAL', 'U0ALMA', {
      files: [{ name: 'a.png', mime: 'image/png', base64: '' }],
    });
    expect(message).toMatch(/^\d{10}\.\d{6}$/);
  });
});
