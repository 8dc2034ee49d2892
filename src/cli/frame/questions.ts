import { isCancel, multiselect, password, select, text, type Option } from '@clack/prompts';
import { NotPossible } from '../../errors.ts';

/** One thing to choose. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** Questions to whoever typed the command. Each waits for an answer. @throws {NotPossible} when they end it instead */
export interface Questions {
  one(question: string, choices: readonly Choice[], initial: string): Promise<string>;
  many(question: string, choices: readonly Choice[], initial: readonly string[]): Promise<string[]>;
  /** @param problem what is wrong with an answer, for people; null when nothing is */
  line(question: string, initial: string, problem?: (answer: string) => string | null): Promise<string>;
  /** What is typed is not shown. Empty: not now. */
  secret(question: string, problem: (answer: string) => string | null): Promise<string>;
}

/** At the terminal, on standard error: standard output is for the answer. */
export function questionsAt(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Questions {
  const at = { input, output };
  return {
    one: async (message, choices, initialValue) =>
      answered(await select({ message, options: [...choices] as Option<string>[], initialValue, ...at })),
    many: async (message, choices, initialValues) =>
      answered(
        await multiselect({
          message: `${message} (space chooses, enter goes on)`,
          options: [...choices] as Option<string>[],
          initialValues: [...initialValues],
          required: false,
          ...at,
        }),
      ),
    line: async (message, initial, problem) =>
      answered(
        await text({
          message,
          initialValue: initial,
          validate: (value) => problem?.(value ?? '') ?? undefined,
          ...at,
        }),
      ).trim(),
    secret: async (message, problem) =>
      answered(
        await password({
          message,
          validate: (value) => (value ? (problem(value.trim()) ?? undefined) : undefined),
          ...at,
        }),
      ).trim(),
  };
}

function answered<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new NotPossible('Stopped. Type the same command again to go on.');
  return answer as Exclude<T, symbol>;
}
