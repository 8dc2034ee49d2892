import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { Environment } from '../config.ts';
import type { Questions } from './frame/questions.ts';

/** What a command of `hearback` may use. Everything it needs is opened by the command itself and closed before it ends. */
export interface CliContext {
  env: Environment;
  /** A line of the answer, on standard output: with `--json` nothing else may be there. */
  out(line: string): void;
  /** A line beside the answer, on standard error: progress, a hint. */
  note(line: string): void;
  /** Standard output as it is, for what is no text. */
  raw: Writable;
  /** Asks whoever typed the command. Nobody there to answer (a script, a pipe) means no. */
  ask(question: string): Promise<boolean>;
  /** Longer questions; null where nobody is there to answer. */
  questions: Questions | null;
  /** Aborted by Ctrl-C and SIGTERM. What takes long listens to it; what is quick is finished first. */
  stopped: AbortSignal;
}

/** One command of the `hearback` program, named after its file. */
export interface CliCommand {
  name: string;
  /** One line for `hearback --help`. */
  summary: string;
  /**
   * Adds arguments, options, sub-commands and what they do. What a person can put right is thrown as an AppError: its
   * sentence is printed, and the exit code is 1.
   */
  define(command: Command, context: CliContext): void;
}
