import type { Policy } from '../../policy/schema.ts';
import type { Playbooks } from '../../policy/playbooks.ts';
import { answerNames } from '../../replies/answer-names.ts';
import { PROGRAM_TEMPLATES } from '../../replies/program-templates.ts';
import type { Templates } from '../../replies/templates.ts';
import { note, type Finding } from './finding.ts';

/** Named for all its translations. */
const ENGLISH = 'en';

/** Templates that nothing names. Nothing is wrong with them; a slip of the pen looks the same. */
export function unusedFindings(
  templates: Templates,
  policies: readonly Policy[],
  playbooks: Playbooks,
): Finding[] {
  const named = new Set([
    ...PROGRAM_TEMPLATES.keys(),
    ...policies.flatMap(({ kinds }) => Object.values(kinds).flatMap(({ steps }) => steps)),
    ...playbooks.names().flatMap((name) => stepsOf(playbooks, name)),
  ]);
  const byHand = new Set(answerNames(templates));
  return templates
    .names()
    .filter((name) => !named.has(name))
    .map((name) => {
      const all = templates.all().filter((template) => template.name === name);
      const shown = all.find(({ language }) => language === ENGLISH) ?? all[0];
      const use = byHand.has(name)
        ? 'people can still choose it on the case card'
        : 'nothing else uses it either';
      return note(
        shown?.file ?? `templates/${name}.md`,
        1,
        1,
        `no kind and no playbook names it in its steps; ${use}. Name it, or delete it`,
      );
    });
}

/** The steps of a playbook, as they are written. */
function stepsOf(playbooks: Playbooks, name: string): string[] {
  const steps = playbooks.said(name)?.values['steps'];
  return Array.isArray(steps) ? steps.filter((step) => typeof step === 'string') : [];
}
