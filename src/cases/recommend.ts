import { NotPossible } from '../errors.ts';
import { inLanguage, wordings } from '../policy/localized-text.ts';
import { departmentOf, kindName, kindOf } from '../policy/lookup.ts';
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
 * @param choice as the playbook writes it, in any language, or its number counted from 1
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
  const { recommend: asked } = kindOf(policy, file.case.kind);
  if (!asked)
    throw new NotPossible(({ rules, common }) =>
      rules.refusals.notRecommended(kindName(policy, file.case, common.code)),
    );
  const wanted = choice.trim().toLowerCase();
  const chosen =
    asked.choices.find((each) => wordings(each).some((words) => words.toLowerCase() === wanted)) ??
    (/^\d+$/.test(wanted) ? asked.choices[Number(wanted) - 1] : undefined);
  if (chosen === undefined)
    throw new NotPossible(({ rules, common }) => {
      const choices = asked.choices.map(
        (each, at) => `${at + 1} ${inLanguage(each, common.code, workspace)}`,
      );
      return rules.refusals.chooseOne(choices.join(', '));
    });
  if (!reason.trim()) throw new NotPossible(({ rules }) => rules.refusals.whyRecommended);
  if (asked.to !== 'triage') assertForDepartments(file);
  const isNews = asked.to !== 'triage' && !file.departments.includes(asked.to);
  const isRouted = isNews && departmentOf(workspace, asked.to) !== undefined;
  const texts = textsOf(workspace);
  const written = inLanguage(chosen, texts.common.code, workspace);
  return {
    recommend: { choice: written, reason: reason.trim(), by },
    notes: [{ authorId: by, text: texts.rules.notices.recommends(written, reason.trim()) }],
    history: [
      { action: 'recommended', actorId: by, detail: { choice: written, to: asked.to } },
      ...(isRouted ? [{ action: 'routed', actorId: by, detail: { department: asked.to } }] : []),
    ],
    ...(isRouted && {
      departments: [asked.to],
      ...(file.case.state !== 'waiting_on_team' && { set: { state: 'waiting_on_team' as const } }),
      deliveries: routeDeliveries(file, asked.to, workspace),
    }),
  };
}
