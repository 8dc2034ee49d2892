import { NotPossible } from '../../errors.ts';
import type { CliContext } from '../command.ts';

/**
 * Goes on only after a yes: the option `--yes`, or an answer at the terminal.
 * @param what is about to happen, as a sentence
 * @throws {NotPossible} otherwise; nothing has been done then
 */
export async function confirmed(context: CliContext, yes: boolean | undefined, what: string): Promise<void> {
  if (yes || (await context.ask(`${what} Go on?`))) return;
  throw new NotPossible(`${what} Nothing was done. Add --yes to go on.`);
}
