import type { CaseFile } from '../../cases/case.ts';
import { NOTHING_SAID } from '../../cases/details.ts';
import { isTold, type Prepared } from '../../cases/open.ts';
import { NotPossible } from '../../errors.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { Policy } from '../../policy/schema.ts';
import { prepare } from '../../replies/prepare.ts';
import type { Wording } from '../../texts/index.ts';
import type { CommandContext } from './command.ts';

/** The templates that ask a member whether it is solved: in a thread, and by direct message. */
const CLOSING = ['close-request'];
const CLOSING_IN_PRIVATE = ['close-request-private'];

/** What a member is asked when their case is solved; null where nobody is answered. @throws {NotPossible} */
export function closingWords(
  file: CaseFile,
  { workspace, policy, compose, now }: CommandContext,
): Exclude<Prepared, { problem: Wording }> {
  if (kindOf(policy, file.case.kind).answer === 'never') return null;
  const steps = isPrivate(file, policy) ? CLOSING_IN_PRIVATE : CLOSING;
  const words = prepare(steps, file, workspace, policy, compose, now, NOTHING_SAID);
  if (words && 'problem' in words)
    throw new NotPossible((texts) => texts.commands.picked.untold(words.problem(texts)));
  return words;
}

/** Whether the member of such a case is answered by direct message. */
export function isPrivate(file: CaseFile, policy: Policy): boolean {
  return kindOf(policy, file.case.kind).answer === 'private' || isTold(file);
}
