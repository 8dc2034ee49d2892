import { afterEach, describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/web/metrics.ts';
import { startWeb } from '../../src/web/server.ts';

describe('the web server', () => {
  let close = async () => {};
  afterEach(() => close());

  const open = async (problems: string[] = []) => {
    const web = await startWeb(
      {
        problems: async () => problems,
        metrics: createMetrics(
          async () => ({ waiting: 3, dead: 1, oldestWaitingS: 7, fileBytes: 0 }),
          () => ({ putOff: 4, limited: 2 }),
          async () => ({ held: 1, shards: 4, unheard: [3] }),
        ),
        routes: [
          {
            path: '/slack/events',
            handle: async ({ rawBody, headers }) => {
              if (rawBody === 'break') throw new Error('secret inside');
              return {
                status: 202,
                body: `${headers['x-slack-signature']} ${rawBody}`,
                contentType: 'text/plain',
              };
            },
          },
        ],
        rooms: null,
        root: process.cwd(),
        log: createLog('silent'),
      },
      { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: [] },
    );
    ({ close } = web);
    return web.url;
  };

  it('lives while it answers, and is ready when nothing is wrong', async () => {
    const url = await open();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, problems: [] }]);
  });

  it('says what is wrong when it is not ready, and lives all the same', async () => {
    const url = await open(['Slack does not answer.']);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, problems: ['Slack does not answer.'] },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('tells the figures of the moment', async () => {
    const text = await (await fetch(`${await open()}/metrics`)).text();
    expect(text).toContain('hearback_outbox_waiting 3');
    expect(text).toContain('hearback_outbox_dead 1');
    expect(text).toContain('hearback_outbox_oldest_seconds 7');
    expect(text).toContain('hearback_discord_shards_held 1\n');
    expect(text).toContain('hearback_discord_shards 4\n');
    expect(text).toContain('hearback_discord_shards_unheard 1\n');
  });

  it('hands the bytes a platform signed to its route untouched, whatever their type', async () => {
    const url = await open();
    const body = '{ "a":1 ,"b":"ä" }';
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded; charset=utf-8',
      'text/plain',
    ]) {
      const answer = await fetch(`${url}/slack/events`, {
        method: 'POST',
        body,
        headers: { 'content-type': type, 'x-slack-signature': 'v0=x' },
      });
      expect([answer.status, await answer.text()]).toEqual([202, `v0=x ${body}`]);
    }
  });

  it('keeps what went wrong inside to itself', async () => {
    const answer = await fetch(`${await open()}/slack/events`, { method: 'POST', body: 'break' });
    expect([answer.status, await answer.text()]).toEqual([
      500,
      '{"error":"Something went wrong on our side."}',
    ]);
  });

  it('refuses what is too large, and what it does not know', async () => {
    const url = await open();
    expect((await fetch(`${url}/slack/events`, { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(
      413,
    );
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
  });

  it('says that there is nothing in what the browser wants to read, also of an address that cannot be read', async () => {
    const url = await open();
    const said = async (path: string, wanted: string) => {
      const answer = await fetch(url + path, { headers: { 'accept-language': wanted } });
      return [answer.status, await answer.text()];
    };
    for (const [wanted, words] of [
      ['da-DK, en;q=0.5', /^Der er ikke noget på denne adresse\./],
      ['fr', /^Il n’y a rien à cette adresse\./],
      ['pt-BR', /^Não há nada neste endereço\./],
      ['de, xx', /^There is nothing at this address\./],
    ] as const)
      for (const path of ['/nothing', '/%zz'])
        expect(await said(path, wanted)).toEqual([404, expect.stringMatching(words)]);
  });
});
