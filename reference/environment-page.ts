import { SETTINGS } from '../src/settings.ts';
import { code, plain, table } from './markdown.ts';
import type { Page } from './page.ts';

const INTRO = `Every setting of \`.env\`, which is \`.env.example\` filled in. One that is empty counts as not set. A secret can be in a file of its own as well: \`DISCORD_TOKEN_FILE=/run/secrets/discord_token\` in place of \`DISCORD_TOKEN\`. [Configuration](../configuration.md#the-environment) says which belong together.`;

/** @param example .env.example */
export function environmentPage(example: string): Page {
  const rows = Object.entries(SETTINGS).map(([name, { meaning, default: fallback, secret }]) => [
    code(name),
    secret ? 'yes' : '',
    fallback === null ? '' : code(fallback),
    plain([meaning, adviceAbove(example, name)].filter(Boolean).join(' ')),
  ]);
  return {
    name: 'environment',
    title: 'Environment reference',
    about: 'every setting of `.env`',
    body: `${INTRO}\n\n${table(['setting', 'secret', 'default', 'meaning'], rows)}`,
  };
}

/** Where a secret is found: what .env.example says of it behind the word. */
function adviceAbove(example: string, name: string): string {
  return new RegExp(`^# Secret\\. (.+)\\n${name}=`, 'm').exec(example)?.[1] ?? '';
}
