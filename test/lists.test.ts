import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cliCommands } from '../src/cli/index.ts';
import { commands } from '../src/commands/index.ts';
import { handlers } from '../src/handlers/index.ts';
import { pages } from '../src/web/pages/index.ts';

const files = (folder: string, ...besides: string[]) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !['index', ...besides].includes(file))
    .toSorted();

describe('the lists', () => {
  it('name every handler, after its file', () => {
    expect(handlers.map(({ name }) => name).toSorted()).toEqual(files('src/handlers', 'handler'));
  });

  it('name every command, after its file', () => {
    expect(commands.map(({ name }) => name).toSorted()).toEqual(files('src/commands'));
  });

  it('name every command of the operator, after its file', () => {
    expect(cliCommands.map(({ name }) => name).toSorted()).toEqual(files('src/cli', 'command', 'main'));
  });

  it('name every page, after its file', () => {
    expect(pages.map(({ name }) => name).toSorted()).toEqual(files('src/web/pages'));
  });

  it('keep required options in front, as Discord wants them', () => {
    for (const { options } of commands) {
      const required = options.map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });
});
