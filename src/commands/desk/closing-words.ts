import type { CaseFile } from '../../cases/case.ts';
import { NOTHING_SAID } from '../../cases/details.ts';
import { NotPossible } from '../../errors.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Policy } from '../../policy/schema.ts';
import { prepare } from '../../replies/prepare.ts';
import type { CommandContext } from './command.ts';

/** The templates that tell a member we believe it is solved, and how to say it is not: below a thread, and by direct message. */
const CLOSING = ['close-request'];
const CLOSING_IN_PRIVATE = ['close-request-private'];

/** What a member is told when their case is solved; null when there is nothing to say. @throws {NotPossible} */
export function closingWords(
  file: CaseFile,
  { workspace, policy, compose, now }: CommandContext,
): string | null {
  const steps = isPrivate(file, policy) ? CLOSING_IN_PRIVATE : CLOSING;
  const words = prepare(steps, file, workspace, policy, compose, now, NOTHING_SAID);
  if (words && 'problem' in words)
    throw new NotPossible(
      `The member could not be told: ${words.problem} Resolve it with tell: no, and answer by hand.`,
    );
  return words?.markdown ?? null;
}

/** Whether the member of such a case is answered by direct message, where nothing they write is read. */
export function isPrivate({ case: { kind } }: CaseFile, policy: Policy): boolean {
  return kindOf(policy, kind).answer === 'private';
}
