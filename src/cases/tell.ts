import { paragraph, type Block } from '../chat/rich.ts';
import { kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { caseName, type CaseFile } from './case.ts';
import type { NewDelivery } from './delivery.ts';
import { leadsWhoSee } from './caretakers.ts';

/**
 * Leads and management hear of a case at once where its playbook says so: each of them once, whatever becomes of it. Of a case
 * that only leads see they hear in any case, since channels are told no more than its number.
 */
export function tellHeads(file: CaseFile, workspace: WorkspacePolicy, policy: Policy): NewDelivery[] {
  const { workspaceId, caseId, severity, kind, audience } = file.case;
  const { tell, name } = kindOf(policy, kind);
  const people = new Set([
    ...tell.flatMap((role) => workspace.roles[role].people),
    ...(audience === 'leads' ? leadsWhoSee(file, workspace) : []),
  ]);
  return [...people]
    .filter((userId) => !isBarred(workspace, file, userId))
    .map((userId) => ({
      key: `told-${caseId}-${userId}`,
      place: { type: 'dm', workspaceId, userId },
      body: {
        type: 'notice',
        title: `${name}, severity ${severity}`,
        blocks: [
          paragraph('You hear of cases like this one the moment they come in. Open shows what was said.'),
          ...inConfidence(file, policy),
        ],
      },
    }));
}

/** What somebody has to know who hears of a case that only leads see. */
function inConfidence({ case: { audience, kind, number }, excluded }: CaseFile, policy: Policy): Block[] {
  if (audience !== 'leads') return [];
  const words = 'Only leads, management and admins see it; channels are told its number, and nothing else.';
  if (!kindOf(policy, kind).keepOut.accused) return [paragraph(words)];
  const name = caseName(policy.prefix, number);
  const isKept = excluded.some(({ reason }) => reason === 'accused');
  return [
    paragraph(words),
    paragraph(
      isKept
        ? `It is kept already from somebody it seems to be about: /feedback show ${name} says from whom.`
        : 'So far it is kept from nobody as the person it is about.',
      ` If somebody${isKept ? ' else' : ''} of the team is meant, keep them out before you talk about it: /feedback exclude ${name} @name accused`,
    ),
  ];
}
