import { NotPossible } from '../errors.ts';
import { departmentOf, kindOf } from '../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { assertForDepartments } from './audience.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { routeDeliveries } from './route.ts';
import { assertOpen } from './states.ts';
import { textsOf } from '../texts/index.ts';

/**
 * Somebody recommends what should be done, with reasons, to whoever decides: a department gets the case for it, the
 * moderators see it on the card. It stays inside.
 * @param choice as the playbook writes it, or its number counted from 1
 * @throws {NotPossible}
 */
export function recommend(
  file: CaseFile,
  choice: string,
  reason: string,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
): Change {
  assertOpen(file.case);
  const { recommend: asked, name } = kindOf(policy, file.case.kind);
  if (!asked) throw new NotPossible(({ rules }) => rules.refusals.notRecommended(name));
  const wanted = choice.trim().toLowerCase();
  const chosen =
    asked.choices.find((each) => each.toLowerCase() === wanted) ??
    (/^\d+$/.test(wanted) ? asked.choices[Number(wanted) - 1] : undefined);
  if (chosen === undefined)
    throw new NotPossible(({ rules }) =>
      rules.refusals.chooseOne(asked.choices.map((each, at) => `${at + 1} ${each}`).join(', ')),
    );
  if (!reason.trim()) throw new NotPossible(({ rules }) => rules.refusals.whyRecommended);
  if (asked.to !== 'triage') assertForDepartments(file);
  const isNews = asked.to !== 'triage' && !file.departments.includes(asked.to);
  const isRouted = isNews && departmentOf(workspace, asked.to) !== undefined;
  return {
    recommend: { choice: chosen, reason: reason.trim(), by },
    notes: [{ authorId: by, text: textsOf(workspace).rules.notices.recommends(chosen, reason.trim()) }],
    history: [
      { action: 'recommended', actorId: by, detail: { choice: chosen, to: asked.to } },
      ...(isRouted ? [{ action: 'routed', actorId: by, detail: { department: asked.to } }] : []),
    ],
    ...(isRouted && {
      departments: [asked.to],
      ...(file.case.state !== 'waiting_on_team' && { set: { state: 'waiting_on_team' as const } }),
      deliveries: routeDeliveries(file, asked.to, workspace),
    }),
  };
}
