import { Writable } from 'node:stream';
import type { CliCommand, CliContext } from '../../src/cli/command.ts';
import { runCli } from '../../src/cli/frame/run-cli.ts';
import { cliCommands } from '../../src/cli/index.ts';

/** What one command line came to. */
export interface CliResult {
  code: number;
  /** Standard output, and standard error, without the last line's end. */
  out: string;
  notes: string;
}

/** The program `hearback` with these settings, run in this process. Nobody is there to answer a question unless `more` says so. */
export function cliOf(
  env: CliContext['env'],
  commands: readonly CliCommand[] = cliCommands,
  more: Partial<CliContext> = {},
): (...args: string[]) => Promise<CliResult> {
  return async (...args) => {
    const out: string[] = [];
    const notes: string[] = [];
    const code = await runCli(args, commands, {
      env: { LOG_LEVEL: 'silent', ...env },
      out: (line) => void out.push(line),
      note: (line) => void notes.push(line),
      raw: new Writable(),
      ask: async () => false,
      questions: null,
      stopped: new AbortController().signal,
      ...more,
    });
    return { code, out: out.join('\n'), notes: notes.join('\n') };
  };
}
