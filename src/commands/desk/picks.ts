import type { Choice } from '../../chat/card.ts';
import { NotPossible } from '../../errors.ts';
import { kindNames } from '../../policy/lookup.ts';
import { SEVERITIES, type Severity } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import type { CommandContext } from './command.ts';

export function kindChoices({ policy, workspace, texts }: CommandContext): Choice[] {
  return kindNames(policy, workspace, texts.common.code)
    .slice(0, 25)
    .map(([value, label]) => ({ value, label }));
}

/** How urgent it can be, as `SEVERITIES` are called in the language of whoever chooses. */
export function severityChoices({ dashboard }: Texts): Choice[] {
  return SEVERITIES.map((value) => ({ value, label: dashboard.severities[value] }));
}

/** A kind of feedback as typed or chosen; the policy's first when nothing was said. @throws {NotPossible} */
export function pickKind(typed: string | undefined, context: CommandContext): string {
  const kinds = Object.keys(context.policy.kinds);
  const wanted = typed?.trim().toLowerCase() || kinds[0];
  if (wanted === undefined || !kinds.includes(wanted))
    throw new NotPossible(({ commands }) => commands.picked.noKind(typed ?? '', kinds.join(', ')));
  return wanted;
}

/** @returns null when nothing was said. @throws {NotPossible} */
export function pickSeverity(typed: string | undefined): Severity | null {
  const wanted = typed?.trim().toLowerCase();
  if (!wanted) return null;
  const known = SEVERITIES.find((each) => each === wanted);
  if (!known)
    throw new NotPossible(({ commands }) =>
      commands.picked.noSeverity(wanted.slice(0, 40), SEVERITIES.join(', ')),
    );
  return known;
}
