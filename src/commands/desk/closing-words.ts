import type { CaseFile } from '../../cases/case.ts';
import { NOTHING_SAID } from '../../cases/details.ts';
import { NotPossible } from '../../errors.ts';
import { prepare } from '../../replies/prepare.ts';
import type { CommandContext } from './command.ts';

/** The template that tells a member we believe it is solved, and how to say it is not. */
const CLOSING = ['close-request'];

/** What a member is told when their case is solved; null when there is nothing to say. @throws {NotPossible} */
export function closingWords(
  file: CaseFile,
  { workspace, policy, compose, now }: CommandContext,
): string | null {
  const words = prepare(CLOSING, file, workspace, policy, compose, now, NOTHING_SAID);
  if (words && 'problem' in words)
    throw new NotPossible(
      `The member could not be told: ${words.problem} Resolve it with tell: no, and answer by hand.`,
    );
  return words?.markdown ?? null;
}
