import type { Community } from '../plan.ts';

/** Who is there of a community's staff, as the log of life says. */
export interface Staff {
  /** Until when somebody is away, and who stands in as they named it. */
  away: Map<string, number>;
  standIns: Map<string, string>;
  gone: Set<string>;
}

export const STEPS = [
  'department',
  'responsible',
  'again',
  'standIn',
  'lead',
  'moderators',
  'management',
] as const;
export type Step = (typeof STEPS)[number];

/** Whom a step of the ladder reaches: people by direct message, or one channel. */
export type Reach = { people: string[]; channel: null } | { people: []; channel: string };

export function emptyStaff({ standIns }: Community): Staff {
  return { away: new Map(), standIns: new Map(Object.entries(standIns)), gone: new Set() };
}

/** @returns null where nobody is reached */
export function reachOf(
  step: Step,
  { handler }: { handler: string | null },
  community: Community,
  staff: Staff,
  now: number,
): Reach | null {
  const people = (found: string[]): Reach | null =>
    found.length === 0 ? null : { people: [...new Set(found)], channel: null };
  const inCharge = () => responsible(handler, community, staff, now);
  switch (step) {
    case 'department':
      return { people: [], channel: community.department.channel };
    case 'responsible':
    case 'again':
      return people(inCharge());
    case 'standIn': {
      const first = inCharge();
      return people(
        first.flatMap((person) => standInOf(person, staff, now)).filter((one) => !first.includes(one)),
      );
    }
    case 'lead':
      return people(there(community.leads, staff, now));
    case 'moderators':
      return { people: [], channel: community.triage };
    case 'management':
      return people(there(community.management, staff, now));
  }
}

/** Whoever has claimed it, else the policy's handler; who stands in for them; else the leads. Of somebody who left the next one is asked. */
function responsible(handler: string | null, community: Community, staff: Staff, now: number): string[] {
  for (const person of new Set([handler ?? community.handler, community.handler])) {
    const found = there([person], staff, now);
    if (found.length > 0) return found;
    if (!staff.gone.has(person)) break;
  }
  return there(community.leads, staff, now);
}

function there(people: readonly string[], staff: Staff, now: number): string[] {
  return [
    ...new Set(
      people.flatMap((person) => (isThere(person, staff, now) ? [person] : standInOf(person, staff, now))),
    ),
  ];
}

function standInOf(person: string, staff: Staff, now: number): string[] {
  const seen = new Set([person]);
  for (
    let next = staff.standIns.get(person);
    next !== undefined && !seen.has(next);
    next = staff.standIns.get(next)
  ) {
    seen.add(next);
    // Somebody who has left works here no longer, and their own stand-in is not theirs to name.
    if (staff.gone.has(next)) return [];
    if (isThere(next, staff, now)) return [next];
  }
  return [];
}

function isThere(person: string, { away, gone }: Staff, now: number): boolean {
  return !gone.has(person) && (away.get(person) ?? 0) <= now;
}
