import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listing } from '../../src/adapters/discord/registration.ts';
import { listedIn, typedAs } from '../../src/cases/typed-as.ts';
import { commands } from '../../src/commands/index.ts';

const DISCORD = 'discord:1100000000000000001';
const SLACK = 'slack:T0HOME';

/** Source without its comments. */
const code = (path: string) => readFileSync(path, 'utf8').replaceAll(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, '');

const filesIn = (folder: string, ends: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ends.test(path))
    .map((path) => join(folder, path));

describe('a command in a sentence of ours', () => {
  it('is named as Discord lists it, and on Slack always behind /feedback', () => {
    const listed = listing(commands);
    const under = (name: string) =>
      listed.find((each) => each.name === name)?.options.map((option) => option.name) ?? [];
    expect(under('feedback-more').length).toBeGreaterThan(20);
    const names = listed.filter(({ type }) => type === 1).map(({ name }) => name);
    for (const listedUnder of names) {
      expect(under(listedUnder).length).toBeLessThanOrEqual(25);
      for (const name of under(listedUnder)) expect(typedAs(name, DISCORD)).toBe(`/${listedUnder} ${name}`);
    }
    expect(names.flatMap(under).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
    for (const { name } of commands) expect(typedAs(`${name} x`, SLACK)).toBe(`/feedback ${name} x`);
  });

  it('is never written out where Discord lists it under another name', () => {
    const files = [...filesIn('src', /\.(?:ts|liquid)$/), ...filesIn('templates', /\.(?:md|yaml)$/)];
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((path) =>
      [...code(path).matchAll(/\/feedback(?:-more|-team)? ([a-z][a-z-]*)/g)]
        .filter(
          ([whole, name = '']) =>
            !whole.startsWith(`${typedAs(name, DISCORD).split(' ')[0]} `) && listedIn(name) !== null,
        )
        .map(([whole]) => `${path}: ${whole}`),
    );
    expect(found).toEqual([]);
  });

  it('is put together in one place', () => {
    // What Slack is told of a line it took apart, and of the one command it lists: Discord takes neither.
    const own = ['src/cases/typed-as.ts', 'src/chat/command-text.ts', 'src/adapters/slack/manifest.ts'];
    const found = filesIn('src', /\.ts$/).filter(
      (path) => !own.includes(path) && /\/feedback(?:-more|-team)?(?: \$\{|['`],)/.test(code(path)),
    );
    expect(found).toEqual([]);
  });
});
