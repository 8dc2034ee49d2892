import type { Choice } from '../../chat/card.ts';
import { kindNames, kindOf } from '../../policy/lookup.ts';
import type { KindPolicy, Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';

/**
 * What can be answered in place of a prepared text: the whole answer of a kind of feedback, by the kind's key, and single
 * templates, by their names. What stays in confidence is offered for cases that do, and for them alone: a template, too, that
 * only kinds answered in private are made of.
 * @param kind the case's; null: whatever may be offered for any case
 * @param templates the names of those that can be an answer by themselves
 */
export function answerChoices(
  policy: Policy,
  workspace: Pick<WorkspacePolicy, 'id'>,
  kind: string | null,
  templates: readonly string[],
  { cards: { buttons, answers }, common }: Texts,
): Choice[] {
  const { whole, single } = offered(policy, kind, templates);
  return [
    ...kindNames(policy, workspace, common.code)
      .filter(([value]) => whole.includes(value))
      .map(([value, name]) => ({ value, label: buttons.wholeAnswer(name) })),
    ...single.map((value) => ({ value, label: nameOf(value, answers) })),
  ];
}

function offered(
  policy: Policy,
  kind: string | null,
  templates: readonly string[],
): { whole: string[]; single: readonly string[] } {
  const whole = Object.entries(policy.kinds).filter(
    ([key, each]) =>
      hasAnswer(each) &&
      !templates.includes(key) &&
      (kind === null || isPrivate(each) === isPrivate(kindOf(policy, kind))),
  );
  const single =
    kind === null || isPrivate(kindOf(policy, kind))
      ? templates
      : templates.filter((name) => !isForPrivateOnly(name, policy));
  return { whole: whole.map(([key]) => key), single };
}

/** The templates an answer is composed of that somebody chose; null when it cannot be chosen. */
export function stepsOf(
  chosen: string,
  policy: Policy,
  kind: string,
  templates: readonly string[],
): readonly string[] | null {
  const { whole, single } = offered(policy, kind, templates);
  if (![...whole, ...single].includes(chosen)) return null;
  return templates.includes(chosen) ? [chosen] : kindOf(policy, chosen).steps;
}

/** Of several templates: one alone is offered by its own name. */
function hasAnswer({ answer, steps }: KindPolicy): boolean {
  return steps.length > 1 && answer !== 'none' && answer !== 'never';
}

function isPrivate({ answer }: KindPolicy): boolean {
  return answer === 'private';
}

/** It promises what would not be so in public. One that no kind is made of may be for any. */
function isForPrivateOnly(template: string, policy: Policy): boolean {
  const users = Object.values(policy.kinds).filter(({ steps }) => steps.includes(template));
  return users.length > 0 && users.every(isPrivate);
}

/** One that ships by its name in the catalogue; one of their own by that of its file: `our-promise` → "Our promise". */
function nameOf(name: string, known: Readonly<Record<string, string>>): string {
  const own = Object.hasOwn(known, name) ? known[name] : undefined;
  if (own !== undefined) return own;
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
