import type { Community, DigestPlan } from '../communities.ts';
import { dayIn, daysAfter, momentIn, weekday, weeksBetween } from './calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A digest that was missed comes within so long (ms), a list of the day within so long. */
const NEWS_MS = 2 * DAY;
const MORNING_MS = 3 * HOUR;
/** Two lists of one person are further apart (ms). */
const APART_MS = 6 * HOUR;
/** What was made by a clock so far ahead does not count (ms). */
const AHEAD_MS = 5 * MINUTE;
/** A list tells of what is due by then (minutes). */
const DAY_ENDS = 24 * 60 - 1;

/** What was made of one digest, or for one person: for which day, and when. */
type Made = { day: string; at: number; counts: boolean }[];

/** A digest that is due now. */
export interface DueDigest {
  workspaceId: string;
  channel: string;
  /** The title it has. */
  title: string;
}

/** A list of the day that is due now; it tells of what is due until then. */
export interface DueList {
  workspaceId: string;
  person: string;
  until: number;
}

/**
 * Digests, and lists of the day, by docs/digest.md: each period once, each person and day once, as often as programs start or
 * clocks jump.
 */
export class Mornings {
  private readonly communities: readonly Community[];
  /** When digests became known: the period that ran then is the first. */
  private readonly since: number;
  private readonly digests = new Map<string, Made>();
  private readonly lists = new Map<string, Made>();
  /** Who wants their list, and when (minutes). */
  private readonly early = new Map<string, { community: Community; person: string; at: number }>();

  constructor(communities: readonly Community[], since: number) {
    this.communities = communities;
    this.since = since;
  }

  /** @param at minutes since midnight; null: no more */
  wants(community: Community, person: string, at: number | null): void {
    const key = `${community.id} ${person}`;
    if (at === null) this.early.delete(key);
    else this.early.set(key, { community, person, at });
  }

  /** So many have been made in all, with those that do not count. */
  made(): { digests: number; lists: number } {
    const sum = (all: Iterable<Made>) => [...all].reduce((count, each) => count + each.length, 0);
    return { digests: sum(this.digests.values()), lists: sum(this.lists.values()) };
  }

  /** The next moment after this one at which any is due. */
  nextDue(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { plan, zone } of this.plans()) next = Math.min(next, nextOf(plan, zone, now));
    for (const { community, person, at } of this.early.values()) {
      const zone = zoneOf(community, person);
      for (let ahead = 0, found = now; found <= now && ahead < 14; ahead += 1) {
        const day = daysAfter(dayIn(zone, now), ahead);
        if (!isWorkday(community, day)) continue;
        found = momentIn(zone, day, at);
        if (found > now) next = Math.min(next, found);
      }
    }
    return next;
  }

  /** Digests that are due now, each of which is made with that. */
  dueDigests(now: number): DueDigest[] {
    return this.plans().flatMap(({ community, plan, zone }): DueDigest[] => {
      const to = lastOf(plan, zone, now);
      const day = dayIn(zone, to);
      if (to <= this.since || now - to >= NEWS_MS) return [];
      if (!makes(this.digests, `${community.id} ${plan.name}`, day, now)) return [];
      const from = lastOf(plan, zone, to - 1);
      const title = `${plan.name} · ${inWords(from, zone)} to ${inWords(to, zone)}`;
      return [{ workspaceId: community.id, channel: plan.channel, title }];
    });
  }

  /** Lists of the day that are due now where anything waits, each of which is made with that. @param isGone who has left */
  dueLists(now: number, isGone: (community: Community, person: string) => boolean): DueList[] {
    return [...this.early.values()].flatMap(({ community, person, at }): DueList[] => {
      const zone = zoneOf(community, person);
      const day = dayIn(zone, now);
      const late = now - momentIn(zone, day, at);
      if (late < 0 || late >= MORNING_MS || !isWorkday(community, day) || isGone(community, person))
        return [];
      if (!makes(this.lists, `${community.id} ${person}`, day, now, APART_MS)) return [];
      return [{ workspaceId: community.id, person, until: momentIn(zone, day, DAY_ENDS) }];
    });
  }

  private plans(): { community: Community; plan: DigestPlan; zone: string }[] {
    return this.communities.flatMap((community) =>
      community.digests.map((plan) => ({ community, plan, zone: community.week.zone })),
    );
  }
}

/** Whether one for the day is made now: there is none yet, or only one by a clock that was ahead; and none was just made. */
function makes(all: Map<string, Made>, key: string, day: string, now: number, apartMs = 0): boolean {
  const made = all.get(key) ?? [];
  all.set(key, made);
  for (const each of made) if (each.day === day && each.at > now + AHEAD_MS) each.counts = false;
  if (made.some((each) => each.counts && each.day === day)) return false;
  if (made.some(({ at }) => at > now - apartMs && at <= now)) return false;
  made.push({ day, at: now, counts: true });
  return true;
}

function isTold({ days, everyWeeks, weekOf }: DigestPlan, day: string): boolean {
  return days.includes(weekday(day)) && weeksBetween(weekOf, day) % everyWeeks === 0;
}

/** When its last period up to this moment ended. */
function lastOf(plan: DigestPlan, zone: string, now: number): number {
  for (let day = dayIn(zone, now); ; day = daysAfter(day, -1))
    if (isTold(plan, day) && momentIn(zone, day, plan.at) <= now) return momentIn(zone, day, plan.at);
}

function nextOf(plan: DigestPlan, zone: string, now: number): number {
  for (let day = dayIn(zone, now); ; day = daysAfter(day, 1))
    if (isTold(plan, day) && momentIn(zone, day, plan.at) > now) return momentIn(zone, day, plan.at);
}

/** By the profile; where it says nothing, by the community's clock. */
function zoneOf({ id, zones, week }: Community, person: string): string {
  return (id.startsWith('discord:') ? undefined : zones[person]) ?? week.zone;
}

function isWorkday({ week }: Community, day: string): boolean {
  return week.days.includes(weekday(day)) && !week.free.includes(day);
}

function inWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone }).format(at);
}
