import { join, resolve } from 'node:path';
import { loadEnvFile } from '../src/env-file.ts';
import { packageRoot } from '../src/package-root.ts';
import { closeOnSignals, explainAndExit, run } from '../src/run.ts';
import { makeDataFolder } from '../src/store/data-folder.ts';
import { startSandbox } from './server.ts';

/** Settings that mean somebody has a real platform, or a server of their own that speaks like one. */
const REAL = [
  'SLACK_BOT_TOKEN',
  'SLACK_BOT_TOKEN_FILE',
  'SLACK_API_URL',
  'DISCORD_TOKEN',
  'DISCORD_TOKEN_FILE',
  'DISCORD_API_URL',
];

/** `npm start`: with tokens the bot alone; without, the sandbox and the bot connected to it like to any platform. */
async function start(): Promise<void> {
  const env = loadEnvFile();
  if (REAL.some((name) => env[name])) {
    const { app, log } = await run(env);
    closeOnSignals(() => app.close(), log);
    say([`Hearback is running${app.url ? ` at ${app.url}` : ''}.`]);
    return;
  }
  const dataDir = resolve(env['HEARBACK_DATA_DIR'] || '.hearback');
  const kept = join(dataDir, 'sandbox');
  makeDataFolder(kept);
  const sandbox = await startSandbox({
    port: Number(env['PORT'] || 3000),
    host: env['HOST'] || '127.0.0.1',
    dataDir: kept,
  });
  try {
    const { app, log } = await run({
      LOG_LEVEL: 'warn',
      HEARBACK_CONFIG: join(packageRoot(), 'sandbox', 'hearback.yaml'),
      PUBLIC_URL: 'own',
      ...withoutEmpty(env),
      ...sandbox.env,
      HEARBACK_DATA_DIR: dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
    });
    sandbox.setBot(app.url);
    closeOnSignals(async () => {
      await app.close();
      await sandbox.close();
    }, log);
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  say([
    `Hearback is running in its sandbox: ${sandbox.url}`,
    'Open it in a browser: two communities to try it in. Nothing leaves this machine.',
    'Stop it with Ctrl-C; the next start goes on where this one stopped.',
  ]);
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function say(lines: string[]): void {
  process.stdout.write(`\n${lines.map((line) => `  ${line}\n`).join('')}\n`);
}

await start().catch(explainAndExit);
