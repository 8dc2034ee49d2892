import { loadEnvFile } from './env-file.ts';
import { closeOnSignals, explainAndExit, run } from './run.ts';

try {
  const { app, log } = await run(loadEnvFile());
  closeOnSignals(() => app.close(), log);
  if (app.url) log.info({ url: app.url }, 'Hearback is running');
} catch (error) {
  explainAndExit(error);
}
