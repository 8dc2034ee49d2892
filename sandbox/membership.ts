import type { Journal } from './journal.ts';
import { SandboxRefusal } from './platform.ts';
import type { Seed } from './seed.ts';

/** Who is in which user group or role, and which there are: both change, and are remembered. */
export interface Membership {
  /** The community as it is now; the same object for good, which changes. */
  seed: Seed;
  /** @returns null when they were in it already, or were not. @throws {SandboxRefusal} */
  belong(input: { person: string; group: string; present: boolean }): { groups: string[] } | null;
  /** @throws {SandboxRefusal} */
  rename(group: string, name: string): { id: string; name: string };
  /** Nobody is in it any more, and there is none. @returns who was. @throws {SandboxRefusal} */
  remove(group: string): { group: { id: string; name: string }; members: string[] };
  /** Somebody is gone from the community, and from all its groups. @throws {SandboxRefusal} */
  leave(person: string): void;
}

/** @param seed stays as it is */
export function createMembership(seed: Seed, journal: Journal): Membership {
  const now = structuredClone(seed);
  const people = journal.table<{ groups: string[]; isGone: boolean }>(`${seed.id}.members`);
  const groups = journal.table<{ id: string; name: string }[]>(`${seed.id}.groups`);
  for (const one of now.people) {
    const kept = people.get(one.id);
    if (kept) Object.assign(one, { groups: kept.groups, ...(kept.isGone && { deactivated: true }) });
  }
  now.groups = groups.get('all') ?? now.groups;

  const person = (id: string) => {
    const found = now.people.find((one) => one.id === id);
    if (!found) throw new SandboxRefusal('unknown_person', 'There is nobody with this id.');
    return found;
  };
  const group = (id: string) => {
    const found = now.groups.find((one) => one.id === id);
    if (!found) throw new SandboxRefusal('unknown_group', 'There is no such group or role.');
    return found;
  };
  const keep = (one: ReturnType<typeof person>) =>
    people.set(one.id, { groups: one.groups, isGone: one.deactivated === true });
  const keepGroups = () => groups.set('all', now.groups);

  return {
    seed: now,
    belong: ({ person: id, group: groupId, present }) => {
      const one = person(id);
      const { id: which } = group(groupId);
      if (one.groups.includes(which) === present) return null;
      one.groups = present ? [...one.groups, which] : one.groups.filter((each) => each !== which);
      keep(one);
      return { groups: one.groups };
    },
    rename: (id, name) => {
      const found = group(id);
      now.groups = now.groups.map((each) => (each.id === found.id ? { id: found.id, name } : each));
      keepGroups();
      return { id: found.id, name };
    },
    remove: (id) => {
      const found = group(id);
      const members = now.people.filter((one) => one.groups.includes(found.id));
      for (const one of members) {
        one.groups = one.groups.filter((each) => each !== found.id);
        keep(one);
      }
      now.groups = now.groups.filter((each) => each.id !== found.id);
      keepGroups();
      return { group: found, members: members.map((one) => one.id) };
    },
    leave: (id) => {
      const one = person(id);
      Object.assign(one, { groups: [], deactivated: true });
      keep(one);
    },
  };
}
