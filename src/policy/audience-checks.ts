import type { Fault } from './document.ts';
import type { KindField } from './kind-field.ts';
import { asList, asMap } from './loose.ts';
import { shown } from './secrets.ts';

/** Roles whose people see what only leads see, and decide about it. */
const LEADS = ['lead', 'management', 'admin'];

/** What brings a case to people who are no leads. */
const OUTWARD = ['route', 'next', 'community', 'passOn', 'recommend'];

/**
 * A case that only leads see must not go elsewhere; and where a case is kept from anybody, the policy must name somebody who
 * can be told of it and is known to be left.
 */
export function audienceFaults(
  field: (name: string) => KindField,
  workspaces: readonly Record<string, unknown>[],
): Fault[] {
  const isForLeads = field('audience').value === 'leads';
  const { accused, previousHandlers } = asMap(field('keepOut').value);
  const why = isForLeads ? 'audience' : accused === true || previousHandlers === true ? 'keepOut' : null;
  return [
    ...(why === null ? [] : leadFaults(why, field(why), workspaces)),
    ...(isForLeads ? OUTWARD.flatMap((name) => outwardFaults(name, field(name))) : []),
  ];
}

/** Who is in a group only the platform knows: there may be nobody, or only whom the case is about. */
function leadFaults(
  name: string,
  { at }: KindField,
  workspaces: readonly Record<string, unknown>[],
): Fault[] {
  return workspaces.flatMap(({ roles, id }, index) => {
    const isNamed = LEADS.some((role) => {
      const { people, everyone } = asMap(asMap(roles)[role]);
      return everyone === true || asList(people).length > 0;
    });
    if (isNamed) return [];
    const whose = typeof id === 'string' ? `workspaces[${index}] (${shown(id)})` : `workspaces[${index}]`;
    return [
      at(
        [name],
        `somebody has to be known who looks after such a case, and ${whose} names no lead, management or admin; add a person to its roles.lead.people (a group is not enough).`,
      ),
    ];
  });
}

function outwardFaults(name: string, { value, at }: KindField): Fault[] {
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  const isInside = name === 'recommend' && asMap(value)['to'] === 'triage';
  if (isEmpty || isInside) return [];
  return [
    at(
      [name],
      'only leads see such a case, so it cannot go to anybody else; take this out, or write audience: staff.',
    ),
  ];
}
