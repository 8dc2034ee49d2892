import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { streamChanges } from '../../../sandbox/api/changes.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { eventually } from '../../support/eventually.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterEach(() => sandbox.close());

/** The stream of changes as text, growing. */
async function follow() {
  const stop = new AbortController();
  const answer = await fetch(`${sandbox.url}/sandbox/api/changes`, { signal: stop.signal });
  const heard = {
    type: answer.headers.get('content-type'),
    text: '',
    ended: false,
    stop: () => stop.abort(),
  };
  const decoder = new TextDecoder();
  void (async () => {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
      heard.text += decoder.decode(chunk);
  })()
    .catch(() => undefined)
    .finally(() => {
      heard.ended = true;
    });
  return heard;
}

const countOf = (text: string, platform: string) =>
  text.split(`event: changed\ndata: ${platform}\n\n`).length - 1;

describe('GET /sandbox/api/changes', () => {
  it('tells which platform something has changed on', async () => {
    const heard = await follow();
    expect(heard.type).toMatch(/^text\/event-stream/);
    sandbox.discord.createMessage({ as: '1100000000000000101', channel: '1100000000000000201', text: 'x' });
    await eventually(() => countOf(heard.text, 'discord') > 0);
    expect(countOf(heard.text, 'slack')).toBe(0);
    sandbox.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text: 'x' });
    await eventually(() => countOf(heard.text, 'slack') > 0);
  });

  it('tells many changes at once as one', async () => {
    const heard = await follow();
    for (let index = 0; index < 20; index += 1) {
      sandbox.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text: String(index) });
    }
    await eventually(() => countOf(heard.text, 'slack') > 0);
    expect(countOf(heard.text, 'slack')).toBe(1);
  });

  it('goes to everybody who listens, and to the others when one has gone', async () => {
    const [one, other] = [await follow(), await follow()];
    one.stop();
    await eventually(() => one.ended);
    sandbox.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text: 'x' });
    await eventually(() => countOf(other.text, 'slack') === 1);
  });

  it('stops listening to a platform when the one who asked has gone', async () => {
    let listening = 0;
    const counted = {
      ...sandbox.slack,
      onChange(listener: () => void) {
        const stop = sandbox.slack.onChange(listener);
        listening += 1;
        return () => {
          listening -= 1;
          stop();
        };
      },
    };
    const server = createServer((request, response) => streamChanges(request, response, [counted]));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const gone = new AbortController();
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: gone.signal });
    expect([answer.status, listening]).toEqual([200, 1]);
    gone.abort();
    await eventually(() => listening === 0);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('ends when the sandbox is closed', async () => {
    const heard = await follow();
    await sandbox.close();
    await eventually(() => heard.ended);
  });
});
