import { paragraph, type Block } from '../chat/rich.ts';
import { kindName, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { isBarred } from './access.ts';
import { caseName, type CaseFile } from './case.ts';
import type { NewDelivery } from './delivery.ts';
import { leadsWhoSee } from './caretakers.ts';
import { noticeTo } from './notice.ts';
import type { Texts } from '../texts/index.ts';

/**
 * Leads and management hear of a case at once where its playbook says so: each of them once, whatever becomes of it. Of a case
 * that only leads see they hear in any case, since channels are told no more than its number.
 */
export function tellHeads(file: CaseFile, workspace: WorkspacePolicy, policy: Policy): NewDelivery[] {
  const { workspaceId, caseId, severity, kind, audience } = file.case;
  const { tell } = kindOf(policy, kind);
  const body = noticeTo({ type: 'dm' }, workspace, ({ rules, dashboard, common }) => ({
    title: rules.notices.headsTitle(kindName(policy, file.case, common.code), dashboard.severities[severity]),
    blocks: [paragraph(rules.notices.headsHear), ...inConfidence(file, policy, rules)],
  }));
  const people = new Set([
    ...tell.flatMap((role) => workspace.roles[role].people),
    ...(audience === 'leads' ? leadsWhoSee(file, workspace) : []),
  ]);
  return [...people]
    .filter((userId) => !isBarred(workspace, file, userId))
    .map((userId) => ({
      key: `told-${caseId}-${userId}`,
      place: { type: 'dm', workspaceId, userId },
      body,
    }));
}

/** What somebody has to know who hears of a case that only leads see. */
function inConfidence(
  { case: { audience, kind, number }, excluded }: CaseFile,
  policy: Policy,
  { notices }: Texts['rules'],
): Block[] {
  if (audience !== 'leads') return [];
  if (!kindOf(policy, kind).keepOut.accused) return [paragraph(notices.inConfidence)];
  const name = caseName(policy.prefix, number);
  const isKept = excluded.some(({ reason }) => reason === 'accused');
  return [
    paragraph(notices.inConfidence),
    paragraph(isKept ? notices.keptAlready(name) : notices.keptFromNobody(name)),
  ];
}
