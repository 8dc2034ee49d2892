import type { Standing } from '../../cases/access.ts';
import { caseName } from '../../cases/case.ts';
import { OPEN_STATES } from '../../cases/states.ts';
import type { Choice } from '../../chat/card.ts';
import type { Completion } from '../../chat/command.ts';
import { shorten } from '../../chat/text.ts';
import { SEVERITIES, type Policy, type WorkspacePolicy } from '../../policy/schema.ts';
import type { Store } from '../../store/store.ts';
import { PRIVACY_STEPS } from './privacy-steps.ts';
import { WAITS } from './waits.ts';
import { WHY } from './why.ts';

/** How many open cases are looked through for a suggestion. */
const CASES = 200;

/** Longest label Discord shows for a suggestion (characters). https://docs.discord.com/developers/interactions/application-commands */
const LABEL_MAX = 100;

/** Everything that could be meant by an option, before what was typed narrows it. */
export async function choicesFor(
  { option, workspaceId }: Completion,
  {
    store,
    policy,
    workspace,
    standing,
  }: { store: Store; policy: Policy; workspace: WorkspacePolicy; standing: Standing },
): Promise<Choice[]> {
  switch (option) {
    case 'case': {
      const states = [...OPEN_STATES, 'solved', 'dismissed'] as const;
      const cases = await store.list(workspaceId, { states, eyes: standing, limit: CASES });
      return cases.map(({ number, member, quote }) => {
        const name = caseName(policy.prefix, number);
        return { value: name, label: shorten(`${name} · ${member.name}: ${quote}`, LABEL_MAX) };
      });
    }
    case 'department':
      return Object.entries(workspace.departments).map(([value, { name }]) => ({ value, label: name }));
    case 'do':
      return [...PRIVACY_STEPS];
    case 'severity':
      return SEVERITIES.map((value) => ({ value, label: value }));
    case 'kind':
      return Object.entries(policy.kinds).map(([value, { name }]) => ({ value, label: name }));
    case 'for':
    case 'when':
      return WAITS;
    case 'why':
      return WHY;
    case 'tell':
      return [
        { value: 'yes', label: 'Yes, tell the member' },
        { value: 'no', label: 'No, say nothing' },
      ];
    default:
      return [];
  }
}
