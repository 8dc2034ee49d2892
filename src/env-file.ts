import { existsSync } from 'node:fs';

/** The settings of `.env`, under those that are set already. */
export function loadEnvFile(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
