import type { Trouble } from '../../chat/inspector.ts';
import type { CliContext } from '../command.ts';

/**
 * Something `hearback check` has to say. A fault keeps it from being well, a note does not; what could not be asked may be either.
 */
export interface Finding {
  level: Trouble['level'];
  /** The file, or what else it is about. */
  file: string;
  /** Line and column count from 1; null where there is no place in a file. */
  line: number | null;
  column: number | null;
  /** What is wrong, and what to write, click or type instead. */
  message: string;
}

/** What is looked at. */
export interface Looked {
  /** The folder with templates/ and playbooks/ in it. */
  folder: string;
  policyPath: string;
  /** The languages that have to be complete; null: all there are. */
  languages: readonly string[] | null;
  /** Whether what is set up is connected to: platforms, database, queue, mail. */
  isOnline: boolean;
  /** Tells people how far the walk has come. */
  say(line: string): void;
}

/** One thing that can be checked by itself. */
export interface Check {
  name: string;
  run(looked: Looked, context: CliContext): Finding[] | Promise<Finding[]>;
}

export function fault(file: string, line: number, column: number, message: string): Finding {
  return { level: 'fault', file, line, column, message };
}

export function note(file: string, line: number, column: number, message: string): Finding {
  return { level: 'note', file, line, column, message };
}

/** What has no place in a file. @param about such as `slack` or `database` */
export function aside(about: string, { level, message }: Trouble): Finding {
  return { level, file: about, line: null, column: null, message };
}
