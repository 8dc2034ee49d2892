import type { CliContext } from '../command.ts';

/** Something `hearback check` has to say. A fault keeps it from being well, a note does not. */
export interface Finding {
  level: 'fault' | 'note';
  /** The file, or what else it is about. */
  file: string;
  /** Line and column count from 1; null where there is no place in a file. */
  line: number | null;
  column: number | null;
  /** What is wrong, and what to write instead. */
  message: string;
}

/** What is looked at. */
export interface Looked {
  /** The folder with templates/ and playbooks/ in it. */
  folder: string;
  policyPath: string;
  /** The languages that have to be complete; null: all there are. */
  languages: readonly string[] | null;
  /** Whether the platforms are asked as well. */
  isOnline: boolean;
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
