import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import type { CliCommand } from '../../src/cli/command.ts';
import { cliCommands } from '../../src/cli/index.ts';
import { AppError } from '../../src/errors.ts';
import { cliOf } from './cli.ts';

const example: CliCommand = {
  name: 'example',
  summary: 'Shows what the frame does',
  define: (command, { out }) => {
    command
      .argument('<what>')
      .option('--json', 'the answer as JSON')
      .action((what: string) => {
        if (what === 'ours')
          throw new AppError('NOT_POSSIBLE', 'It is too late for that: come tomorrow.', 'never');
        if (what === 'theirs') throw new TypeError('something broke');
        out(`did ${what}`);
      });
    command.command('deeper').action(() => out('did it deeper'));
  },
};

const run = (...args: string[]) => cliOf({}, [example, ...cliCommands])(...args);

describe('the program hearback', () => {
  it('runs a command and ends with 0', async () => {
    expect(await run('example', 'this')).toEqual({ code: 0, out: 'did this', notes: '' });
    expect(await run('example', 'deeper')).toEqual({ code: 0, out: 'did it deeper', notes: '' });
  });

  it('says which version it is', async () => {
    expect(await run('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      notes: '',
    });
  });

  it('lists every command in its help', async () => {
    const { code, out } = await run('--help');

    expect(code).toBe(0);
    for (const { name, summary } of cliCommands)
      expect(out).toMatch(new RegExp(`^  ${name}\\b.* ${summary}`, 'm'));
  });

  it.each(cliCommands.map(({ name }) => name))(
    '%s explains itself, and each thing it takes',
    async (name) => {
      const { code, out } = await run(name, '--help');

      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`Usage: hearback ${name}`) });
      expect((await run('help', name)).out).toBe(out);
      const shown = new Command();
      cliCommands.find((each) => each.name === name)!.define(shown, null!);
      for (const each of [shown, ...shown.commands])
        for (const { description } of [...each.registeredArguments, ...each.options])
          expect(description).not.toBe('');
    },
  );

  it.each([
    ['an unknown command', ['exampel'], "Unknown command 'exampel'\n(Did you mean example?)\n"],
    ['an unknown option', ['example', 'this', '--jsn'], "Unknown option '--jsn'\n(Did you mean --json?)\n"],
    ['a missing argument', ['example'], "Missing required argument 'what'.\n"],
    ['a mistyped command of a command', ['queue', 'shwo', '812'], "'queue' knows show, replay, drop.\n"],
  ])('refuses %s with a sentence, a way out and 1', async (_, args, sentence) => {
    const { code, out, notes } = await run(...args);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toContain(sentence);
    expect(notes).toContain('--help');
  });

  it('shows what there is when nothing was asked', async () => {
    expect(await run()).toMatchObject({ code: 1, notes: expect.stringContaining('Usage: hearback') });
  });

  it('says what a person can put right as a sentence, and everything else with where it happened', async () => {
    expect(await run('example', 'ours')).toEqual({
      code: 1,
      out: '',
      notes: 'It is too late for that: come tomorrow.',
    });
    expect(await run('example', 'theirs')).toMatchObject({
      code: 1,
      notes: expect.stringMatching(/^TypeError: something broke\n\s+at /),
    });
  });

  it('has a section in docs/cli.md for every command', () => {
    const sections = [...readFileSync('docs/cli.md', 'utf8').matchAll(/^## `hearback (\S+)`$/gm)];

    expect(sections.map(([, name = '']) => name).toSorted()).toEqual(
      cliCommands.map(({ name }) => name).toSorted(),
    );
  });
});
