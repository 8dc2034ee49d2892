import type { Community } from '../communities.ts';
import { turns } from './roster.ts';

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

/** What of a case decides whom it is for. */
export interface Kept {
  handler: string | null;
  excluded: ReadonlySet<string>;
}

/** A community, and who of its staff is there at a moment. */
export interface Around {
  community: Community;
  staff: Staff;
  now: number;
}

export function emptyStaff({ standIns }: Community): Staff {
  return { away: new Map(), standIns: new Map(Object.entries(standIns)), gone: new Set() };
}

/** @returns null where nobody is reached */
export function reachOf(step: Step, about: Kept, around: Around): Reach | null {
  const { community } = around;
  const people = (found: string[]): Reach | null =>
    found.length === 0 ? null : { people: [...new Set(found)], channel: null };
  switch (step) {
    case 'department':
      return { people: [], channel: community.department.channel };
    case 'responsible':
    case 'again':
      return people(responsible(about, around));
    case 'standIn': {
      const first = responsible(about, around);
      return people(
        first.flatMap((person) => standInOf(person, about, around)).filter((one) => !first.includes(one)),
      );
    }
    case 'lead':
      return people(there(leadsFor(about, community), about, around));
    case 'moderators':
      return { people: [], channel: community.triage };
    case 'management':
      return people(there(community.management, about, around));
  }
}

/**
 * Whoever has claimed it, else whoever's turn it is, else the policy's handler; who stands in for them; else the leads. Of
 * somebody who left the next one is asked; whoever is kept out is nobody here.
 */
export function responsible(about: Kept, around: Around): string[] {
  const { community, staff } = around;
  const first = [about.handler, onDuty(about, around) ?? community.handler].filter(
    (person) => person !== null && !about.excluded.has(person),
  );
  for (const person of new Set(first)) {
    const found = there([person!], about, around);
    if (found.length > 0) return found;
    if (!staff.gone.has(person!)) break;
  }
  // With nobody at all who could have been asked, management is asked with the leads.
  const heads = first.length > 0 ? leadsFor(about, community) : [...community.leads, ...community.management];
  return there(heads, about, around);
}

/** The leads it is not kept from; where it is kept from all, management. */
export function leadsFor({ excluded }: Kept, { leads, management }: Community): string[] {
  const able = leads.filter((person) => !excluded.has(person));
  return able.length > 0 ? able : management.filter((person) => !excluded.has(person));
}

function onDuty({ excluded }: Kept, { community, staff, now }: Around): string | null {
  return turns(community, now).find((person) => isThere(person, staff, now) && !excluded.has(person)) ?? null;
}

function there(people: readonly string[], about: Kept, around: Around): string[] {
  const { staff, now } = around;
  return [
    ...new Set(
      people
        .filter((person) => !about.excluded.has(person))
        .flatMap((person) => (isThere(person, staff, now) ? [person] : standInOf(person, about, around))),
    ),
  ];
}

function standInOf(person: string, { excluded }: Kept, { staff, now }: Around): string[] {
  const seen = new Set([person]);
  for (
    let next = staff.standIns.get(person);
    next !== undefined && !seen.has(next);
    next = staff.standIns.get(next)
  ) {
    seen.add(next);
    // Somebody who has left works here no longer, and their own stand-in is not theirs to name.
    if (staff.gone.has(next)) return [];
    if (!excluded.has(next) && isThere(next, staff, now)) return [next];
  }
  return [];
}

function isThere(person: string, { away, gone }: Staff, now: number): boolean {
  return !gone.has(person) && (away.get(person) ?? 0) <= now;
}
