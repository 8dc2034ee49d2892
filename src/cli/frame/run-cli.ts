import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { explain } from '../../explain.ts';
import { packageRoot } from '../../package-root.ts';
import type { CliCommand, CliContext } from '../command.ts';
import { NotAsked } from './not-asked.ts';

/** Where nothing says how wide a line may be (characters). */
const HELP_WIDTH = 120;

/**
 * Runs one command line.
 * @param args what was typed behind `hearback`
 * @returns the exit code: 0 when it was done, 1 when it was not, 2 when what was asked is not known; the sentence that says why is
 * on standard error then
 */
export async function runCli(
  args: readonly string[],
  commands: readonly CliCommand[],
  context: CliContext,
): Promise<number> {
  try {
    await programOf(commands, context).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said it already, and says "it was only help" by its code.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    const isStopped = context.stopped.aborted && (error as Error).name === 'AbortError';
    context.note(isStopped ? 'Stopped. Nothing is left half done.' : explain(error));
    return error instanceof NotAsked ? 2 : 1;
  }
}

function programOf(commands: readonly CliCommand[], context: CliContext): Command {
  const program = new Command('hearback')
    .description('Looks after a Hearback: its queue, its record, its people’s rights.')
    .usage('<command> [options]')
    .version(versionHere(), '--version', 'which Hearback this is')
    .helpOption('-h, --help', 'explain what it takes')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', '\nEach explains itself: hearback <command> --help.')
    .showHelpAfterError('Add --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => context.out(text.trimEnd()),
      writeErr: (text) => context.note(text.trimEnd()),
      getOutHelpWidth: () => process.stdout.columns ?? HELP_WIDTH,
      outputError: (text, write) => write(sentence(subcommandsIn(program, text) ?? text)),
    })
    .exitOverride();
  for (const { name, summary, define } of commands) {
    define(program.command(name).summary(summary).description(summary), context);
  }
  return program;
}

function versionHere(): string {
  const about = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return about.version;
}

/** A command with commands of its own takes whatever is mistyped of them for words too many. */
function subcommandsIn({ commands }: Command, text: string): string | null {
  const name = /^error: too many arguments for '(\S+)'/.exec(text)?.[1];
  const own = commands.find((each) => each.name() === name)?.commands ?? [];
  return own.length > 0 ? `'${name}' knows ${own.map((each) => each.name()).join(', ')}.` : null;
}

/** `error: unknown option '--foo'` as a sentence. */
function sentence(text: string): string {
  const said = text.replace(/^error: /, '').trim();
  const first = said.charAt(0).toUpperCase() + said.slice(1);
  return `${first}${/[.?!)]$/.test(first) ? '' : '.'}\n`;
}
