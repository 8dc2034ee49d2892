import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { clock, clockFindings } from '../../src/cli/check/clock.ts';
import type { Check, Looked } from '../../src/cli/check/finding.ts';
import { machine } from '../../src/cli/check/machine.ts';
import type { CliContext } from '../../src/cli/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

// What `hearback check` says of the machine it runs on. No token is set but where a platform's clock is asked.

const folder = temporaryFolder();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const SOUND = { HEARBACK_DATA_DIR: join(folder, 'new'), PORT: '0' };

/** What one check finds with these settings, and what it tells on the way. */
async function found(check: Check, env: Record<string, string>) {
  const said: string[] = [];
  const looked = { isOnline: true, say: (line) => void said.push(line) } as Looked;
  const findings = await check.run(looked, { env: { ...SOUND, ...env } } as unknown as CliContext);
  return { said, faults: findings.map(({ level, message }) => `${level}: ${message}`) };
}

const oneFault = (said: RegExp) => ({ said: [], faults: [expect.stringMatching(said)] });

it('is part of hearback check, which names commands as they were typed', async () => {
  const port = await serve((_, response) => response.end('{"hello":1}'));
  const env = { ...SOUND, PORT: String(port), npm_lifecycle_event: 'hearback' };
  const { code, out } = await cliOf({ ...env, HEARBACK_CONFIG: 'hearback.example.yaml' })('check');
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringMatching(
      new RegExp(`^settings {2}PORT: another program has ${port} on .* PORT=${port + 1}$`, 'm'),
    ),
  });
  expect(out).toContain('or let "npm run --silent hearback -- init --force" find them');
});

describe('hearback check', () => {
  it('finds nothing wrong with a folder that can be made, and with a port that Hearback itself has', async () => {
    expect(await found(machine, {})).toEqual({ said: [], faults: [] });
    const own = await serve((_, response) => response.end('{"alive":true}'));
    expect(await found(machine, { PORT: String(own) })).toEqual({
      said: [`Port ${own}: Hearback is running there.`],
      faults: [],
    });
  });

  it('says what to write where this machine has no such address', async () => {
    // Nobody has it: https://www.rfc-editor.org/rfc/rfc5737
    expect(await found(machine, { HOST: '192.0.2.1' })).toEqual(
      oneFault(/HOST: this machine cannot listen at 192\.0\.2\.1 \(E\w+\); write 127\.0\.0\.1/),
    );
  });

  it('says so where the data has no place, or the keys cannot be read', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    expect(await found(machine, { HEARBACK_DATA_DIR: join(folder, 'file', 'data') })).toEqual(
      oneFault(/HEARBACK_DATA_DIR: \S+file is no folder, and the database is kept there; name another one/),
    );
    mkdirSync(join(folder, 'spoiled'));
    writeFileSync(join(folder, 'spoiled', 'keys'), 'nothing of the kind\n', { mode: 0o600 });
    expect(await found(machine, { HEARBACK_DATA_DIR: join(folder, 'spoiled') })).toEqual(
      oneFault(/spoiled\/keys: .* Correct the file, or restore it from a copy/),
    );
  });
});

describe('the clock of this machine', () => {
  it('is compared with that of a platform', async () => {
    const asked: string[] = [];
    const withDate = async (date: string) => {
      const port = await serve((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.setHeader('date', date).end();
      });
      const api = `http://127.0.0.1:${port}/api`;
      return (await found(clock, { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: api })).faults;
    };
    expect(await withDate(new Date().toUTCString())).toEqual([]);
    expect(asked).toEqual(['HEAD /api/v10/gateway']);
    expect(await withDate(new Date(Date.now() - 3_600_000).toUTCString())).toEqual([
      expect.stringMatching(/^fault: this machine's clock is 60 min ahead of that of Discord/),
    ]);
    expect(await withDate('nonsense')).toEqual([]);
  });

  it('may be a minute off', () => {
    expect(clockFindings('Slack', 100_000, 160_000)).toEqual([]);
    expect(clockFindings('Slack', 200_000, 100_000)).toMatchObject([
      {
        message: expect.stringMatching(/^this machine's clock is 2 min behind that of Slack: .*timedatectl/),
      },
    ]);
  });
});
