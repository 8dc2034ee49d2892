import { NotPossible } from '../../errors.ts';
import type { LocalizedText } from '../../policy/localized-text.ts';
import { saidSchema } from '../../policy/playbook-schema.ts';
import type { Playbooks } from '../../policy/playbooks.ts';
import type { Templates } from '../../replies/templates.ts';
import { unknownName } from './unknown-name.ts';

/** What is to be seen: the templates it is made of, and what it asks for. */
export interface Shown {
  steps: string[];
  details: LocalizedText[];
}

/** Asked for where nobody says what else: enough to see how a list looks. */
const SOME_DETAILS = ['where', 'version', 'screenshot'];

const PLAYBOOK = 'playbook:';

/**
 * One template by its name, or the whole answer of a playbook: `playbook:refund`.
 * @param kinds what else might have been meant
 * @throws {NotPossible} for a name nobody has, with what was probably meant
 */
export function shownBy(
  name: string,
  templates: Templates,
  playbooks: Playbooks,
  kinds: readonly string[],
): Shown {
  if (!name.startsWith(PLAYBOOK)) {
    if (!templates.names().includes(name))
      throw unknownName(
        `There is no template ${name}.`,
        name,
        [...templates.names(), ...kinds],
        '"templates list" shows them all.',
      );
    return { steps: [name], details: templates.details().length > 0 ? SOME_DETAILS : [] };
  }
  const playbook = name.slice(PLAYBOOK.length);
  const said = playbooks.said(playbook);
  if (!said)
    throw unknownName(
      `There is no playbook ${playbook}.`,
      playbook,
      playbooks.names(),
      `There are ${playbooks.names().join(', ') || 'none yet'}.`,
    );
  const steps = textsOf(said.values['steps']);
  if (steps.length === 0)
    throw new NotPossible(`The playbook ${playbook} has no steps: it answers nothing by itself.`);
  // One that has faults is shown without: hearback check tells them.
  return { steps, details: saidSchema.shape.details.safeParse(said.values['details']).data ?? [] };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
