import { once } from 'node:events';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { codeOf } from '../../policy/system-code.ts';
import { readKeyFile } from '../../store/key-file.ts';
import { aside, type Check, type Finding, type Looked } from './finding.ts';
import { soundSettings } from './settings.ts';

/** What Hearback needs of this machine when it starts: a folder it may write in, and a port nobody else has. */
export const machine: Check = {
  name: 'machine',
  run: async (looked, { env }) => {
    const config = looked.isOnline ? soundSettings(env) : null;
    return config ? [...folder(config), ...(await port(config, looked))] : [];
  },
};

/** How long a program that has the port may take to say that it is Hearback (ms). */
const ANSWERED_WITHIN_MS = 2_000;

function wrong(message: string): Finding[] {
  return [aside('settings', { level: 'fault', message })];
}

/** Nothing is made here, so the next folder above that is there is asked. */
function folder({ dataDir, databaseUrl, keys }: Config): Finding[] {
  if (databaseUrl !== null && keys !== null) return [];
  const kept = databaseUrl === null ? 'the database is' : 'the keys of attachments are';
  let at = resolve(dataDir);
  while (!existsSync(at)) at = dirname(at);
  try {
    if (!statSync(at).isDirectory())
      return wrong(`HEARBACK_DATA_DIR: ${at} is no folder, and ${kept} kept there; name another one`);
    const hasKeys = keys !== null || readKeyFile(dataDir, createLog('silent')) !== null;
    if (databaseUrl === null || !hasKeys) accessSync(at, constants.W_OK | constants.X_OK);
    return [];
  } catch (error) {
    if (error instanceof AppError) return wrong(error.message);
    return wrong(
      `HEARBACK_DATA_DIR: ${at} cannot be written to by this user (${codeOf(error)}), and ${kept} kept there; give Hearback's user the right to (chown), or name another folder`,
    );
  }
}

async function port({ port: number, host }: Config, { say }: Looked): Promise<Finding[]> {
  const code = await refusal(number, host);
  switch (code) {
    case null:
      return [];
    case 'EADDRINUSE': {
      if (!(await isHearback(number, host)))
        return wrong(
          `PORT: another program has ${number} on ${host}; stop it, or write another number into .env, such as PORT=${number + 1}`,
        );
      say(`Port ${number}: Hearback is running there.`);
      return [];
    }
    case 'EACCES':
      return wrong(
        `PORT: this user may not open ${number}; write one from 1024 on into .env, such as PORT=3000`,
      );
    default:
      return wrong(
        `HOST: this machine cannot listen at ${host} (${code}); write 127.0.0.1 for itself alone, or 0.0.0.0 for whoever reaches it`,
      );
  }
}

/** Why nobody could listen there now; null when Hearback could. */
async function refusal(number: number, host: string): Promise<string | null> {
  const server = createServer();
  try {
    server.listen(number, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

async function isHearback(number: number, host: string): Promise<boolean> {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${name}:${number}/healthz`, {
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    });
    const { alive } = (await answer.json()) as { alive?: unknown };
    return alive === true;
  } catch {
    return false;
  }
}
