import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { SETTINGS } from '../src/settings.ts';

const SOCKET_MODE = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-a' };

describe('the list of settings', () => {
  it('is what .env.example has, line by line, with the meaning above and the default behind', () => {
    const example = readFileSync('.env.example', 'utf8');
    const entries = [...example.matchAll(/^# (.+)\n(# Secret\..*\n)?([A-Z_]+)=(.*)$/gm)];

    expect(
      entries.map(([, meaning, isSecret, name = '', value]) => ({
        name,
        meaning,
        isSecret: !!isSecret,
        value,
      })),
    ).toEqual(
      Object.entries(SETTINGS).map(([name, setting]) => ({
        name,
        meaning: setting.meaning,
        isSecret: setting.secret,
        value: setting.default ?? '',
      })),
    );
    expect(example.match(/^[A-Z_]+=/gm)).toHaveLength(Object.keys(SETTINGS).length);
  });

  it('is what docs/configuration.md has', () => {
    const rows = readFileSync('docs/configuration.md', 'utf8').matchAll(
      /^\| `([A-Z_]+)`( \(secret\))? \| (?:`(.+?)` )?\| (.+) \|$/gm,
    );
    const documented = [...rows].map(([, name, isSecret, value, meaning]) => ({
      name,
      isSecret: !!isSecret,
      value,
      meaning,
    }));

    expect(documented).toEqual(
      Object.entries(SETTINGS).map(([name, setting]) => ({
        name,
        isSecret: setting.secret,
        value: setting.default ?? undefined,
        meaning: setting.meaning,
      })),
    );
  });

  it('makes a file of defaults that can be used once tokens are in it', () => {
    const defaults = new Map(
      Object.entries(SETTINGS).map(([name, setting]) => [name, setting.default ?? '']),
    );

    expect(readConfig({ ...Object.fromEntries(defaults), ...SOCKET_MODE })).toEqual(readConfig(SOCKET_MODE));
  });
});
