import type { Place } from '../../src/chat/ref.ts';
import { COMMUNITIES } from '../simulate/communities.ts';
import type { Programs } from '../simulate/programs.ts';
import { ABROAD, ADMINS, HELPERS, SUPPORT } from './policy.ts';
import type { Secret } from './secrets.ts';

/** What decides who may read of a case, as the record has it. People are accounts: `slack/UN1`. */
interface Facts {
  workspaceId: string;
  number: number;
  member: string[];
  excluded: string[];
  audience: 'staff' | 'leads';
  departments: string[];
  cc: string[];
  ccChannels: string[];
  thread: string | null;
}

const keyOf = (workspaceId: string, userId: string) => `${workspaceId.split(':')[0]}/${userId}`;

/** Everybody who can read a channel that not everybody reads. */
const CHANNELS = new Map<string, string[]>();
/** Who works in a community, and who is asked for what. */
const STAFF = new Map<string, Set<string>>();
const LEADS = new Map<string, Set<string>>();
const DEPARTMENTS = new Map<string, Map<string, Set<string>>>();

for (const { id, triage, handlers, moderators, leads, management, department } of COMMUNITIES) {
  const keys = (people: readonly string[]) => people.map((person) => keyOf(id, person));
  LEADS.set(id, new Set(keys([...leads, ...management, ADMINS[id]!])));
  STAFF.set(id, new Set([...keys([...handlers, ...moderators]), ...LEADS.get(id)!]));
  CHANNELS.set(triage, [...STAFF.get(id)!]);
  CHANNELS.set(department.channel, keys(department.people));
  const support = SUPPORT[id]!;
  CHANNELS.set(support.channel, keys(support.people));
  DEPARTMENTS.set(
    id,
    new Map([
      [department.key, new Set(keys(department.people))],
      ['support', new Set(keys(support.people))],
    ]),
  );
}
const abroad = ABROAD.people.map((person) => keyOf(COMMUNITIES[0]!.id, person));
CHANNELS.set(ABROAD.channel, abroad);
DEPARTMENTS.get(COMMUNITIES[1]!.id)!.set('makers', new Set(abroad));

const OPEN = new Set([...COMMUNITIES.map(({ open }) => open), ...Object.values(HELPERS)]);

/** Who can read what, told from the policy and the record's facts alone: the program's own rules are not asked. */
export class Readers {
  private readonly programs: Programs;
  private facts = new Map<string, Facts>();
  /** Whom a case was ever brought to: what a department was shown it has seen. */
  private readonly brought = new Map<string, Set<string>>();
  /** Replies that somebody has sent, by case: those typed before that moment may be with the member. */
  private readonly sent = new Map<string, number>();

  constructor(programs: Programs) {
    this.programs = programs;
  }

  async look(): Promise<void> {
    const rows = await this.programs.sql<Facts & { id: string }>(
      `select workspace_id as "workspaceId", number, audience, coalesce(thread_message, source_message) as thread,
         array(select hearback.account_keys(c.workspace_id, c.member_id)) as member,
         array(select hearback.account_keys(c.workspace_id, e.user_id) from hearback.case_exclusion e where e.case_id = c.case_id) as excluded,
         array(select department from hearback.case_department d where d.case_id = c.case_id) as departments,
         array(select hearback.person_key(c.workspace_id, a.user_id) from hearback.case_cc a where a.case_id = c.case_id and a.user_id is not null) as cc,
         array(select a.channel_id from hearback.case_cc a where a.case_id = c.case_id and a.channel_id is not null) as "ccChannels"
       from hearback.cases c`,
    );
    for (const found of rows) {
      const id = caseOf(found);
      this.facts.set(id, found);
      const brought = this.brought.get(id) ?? new Set();
      for (const key of found.departments)
        for (const person of DEPARTMENTS.get(found.workspaceId)?.get(key) ?? []) brought.add(person);
      for (const channel of found.ccChannels)
        for (const person of CHANNELS.get(channel) ?? []) brought.add(person);
      this.brought.set(id, brought);
    }
  }

  /** Numbers of the cases of a community. */
  numbers(workspaceId: string): number[] {
    return [...this.facts.values()]
      .filter((found) => found.workspaceId === workspaceId)
      .map(({ number }) => number);
  }

  memberOf(about: { workspaceId: string; number: number }): string | undefined {
    return this.facts.get(caseOf(about))?.member[0]?.split('/')[1];
  }

  /** Somebody has pressed *Send* in a case. @param typed so many texts have been typed by then */
  wasSent(about: { workspaceId: string; number: number }, typed: number): void {
    this.sent.set(caseOf(about), typed);
  }

  /** Whether everybody reads it. */
  isOpen(place: Place): boolean {
    return place.type !== 'dm' && OPEN.has(place.channelId);
  }

  /** Accounts that can read what stands there; of an open channel it is everybody, and no list. */
  at(place: Place): string[] {
    if (place.type === 'dm') return [keyOf(place.workspaceId, place.userId)];
    const found = CHANNELS.get(place.channelId);
    if (!found) throw new Error(`Nobody knows who reads ${place.channelId}.`);
    return found;
  }

  /** Whether the member of the case it is about may have it there: it was a reply, and it was sent. */
  isForMember(secret: Secret, place: Place): boolean {
    const found = secret.about && this.facts.get(caseOf(secret.about));
    if (!found || secret.meant !== 'reply' || secret.order >= (this.sent.get(caseOf(found)) ?? -1))
      return false;
    if (place.type === 'dm') return found.member.includes(keyOf(place.workspaceId, place.userId));
    return place.type === 'thread' && place.messageId === found.thread;
  }

  /** Whether it is on the card of a case of their own, in the channel of the team they belong to: docs/access.md. */
  isOwn(account: string, { about }: Secret, place: Place): boolean {
    const found = about && this.facts.get(caseOf(about));
    if (!found || place.type === 'dm') return false;
    return found.member.includes(account) && (STAFF.get(found.workspaceId)?.has(account) ?? false);
  }

  /** Whether somebody may read it. */
  may(account: string, { about, meant, by }: Secret): boolean {
    if (!about) return works(account);
    const found = this.facts.get(caseOf(about));
    if (!found) return STAFF.get(about.workspaceId)?.has(account) ?? false;
    if (meant === 'told' && keyOf(about.workspaceId, by) === account) return true;
    const isMember = found.member.includes(account);
    if (isMember) return meant === 'private' || meant === 'told' || keyOf(about.workspaceId, by) === account;
    if (found.excluded.includes(account)) return false;
    // A topic shows what members said to everybody who works on any of it, in every community: docs/topics.md.
    if (meant === 'told' && found.audience === 'staff' && found.excluded.length === 0) return works(account);
    if (found.audience === 'leads' && !LEADS.get(found.workspaceId)!.has(account)) return false;
    return (
      STAFF.get(found.workspaceId)!.has(account) ||
      this.brought.get(caseOf(found))!.has(account) ||
      found.cc.includes(account)
    );
  }
}

function works(account: string): boolean {
  const departments = [...DEPARTMENTS.values()].flatMap((each) => [...each.values()]);
  return [...STAFF.values(), ...departments].some((each) => each.has(account));
}

function caseOf({ workspaceId, number }: { workspaceId: string; number: number }): string {
  return `${workspaceId} ${number}`;
}

/** Everybody who works somewhere: the id in their workspace and the channel they sit in. */
export interface Worker {
  workspaceId: string;
  userId: string;
  channelId: string;
}

/** @returns of a community: staff as often as people do things, and then everybody else */
export function peopleOf(id: string): {
  staff: Worker[];
  leads: Worker[];
  departments: Worker[];
  members: Worker[];
} {
  const community = COMMUNITIES.find((each) => each.id === id)!;
  const { triage, open, department } = community;
  const all = (people: readonly string[], channelId: string, workspaceId = id): Worker[] =>
    people.map((userId) => ({ workspaceId, userId, channelId }));
  const isSecond = id === COMMUNITIES[1]!.id;
  return {
    staff: all([...community.handlers, ...community.moderators], triage),
    leads: all([...community.leads, ...community.management, ADMINS[id]!], triage),
    departments: [
      ...all(department.people, department.channel),
      ...all(SUPPORT[id]!.people, SUPPORT[id]!.channel),
      ...(isSecond ? all(ABROAD.people, ABROAD.channel, COMMUNITIES[0]!.id) : []),
    ],
    members: all(community.members, open),
  };
}
