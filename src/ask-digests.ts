import { standingOf } from './cases/access.ts';
import { digestsOf } from './cases/digest/plan.ts';
import { toDoOf } from './cases/digest/to-do-of.ts';
import { personZone } from './cases/person-zone.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { WorkspaceId } from './chat/ref.ts';
import type { Log } from './log.ts';
import { PlatformRefused, TargetGone } from './errors.ts';
import { createMemo } from './net/memo.ts';
import { eachCommunity, hoursOf } from './policy/lookup.ts';
import type { Policy, WorkspacePolicy } from './policy/schema.ts';
import type { Digests } from './store/digests-port.ts';
import type { People } from './store/people-port.ts';
import { dayAt, momentOn, periodsBefore, weekdayOfDay } from './time/schedule.ts';

/** A digest that was missed is posted when the program is back within so long (ms); an older one is no news any more. */
const MISSED_MS = 2 * 86_400_000;
/** The same for somebody's list of the day (ms). */
const MORNING_MS = 3 * 3_600_000;
/** How long it holds what somebody's profile says of their zone (ms). */
const ZONE_MS = 3_600_000;
const DAY_MINUTES = 24 * 60;

interface Desk {
  digests: Digests;
  people: People;
  policies(): readonly Policy[];
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  log: Log;
}

/**
 * Looks whether a digest or somebody's list of the day is due, and asks for it. Any number of programs may look, as often as
 * they like: the record decides that each is asked for once.
 */
export function createAskDigests(desk: Desk): () => Promise<void> {
  const asked = new Set<string>();
  const zones = createMemo(2_000);
  const once = async (key: string, ask: () => Promise<unknown>) => {
    if (asked.has(key)) return;
    await ask();
    if (asked.size > 10_000) asked.clear();
    asked.add(key);
  };

  let lookedAt = 0;
  return async () => {
    const now = desk.now().getTime();
    // The clock was ahead: what was asked for then is due when its time comes. The record knows what was asked for in time.
    if (now < lookedAt) asked.clear();
    lookedAt = now;
    for (const [policy, workspace] of eachCommunity(desk.policies())) {
      try {
        await askTeams(workspace, policy, desk, once);
        await askPeople(workspace, policy, desk, once, zones);
      } catch (error) {
        desk.log.warn(
          { err: error, workspaceId: workspace.id },
          'it could not be seen whether a digest is due',
        );
      }
    }
  };
}

type Once = (key: string, ask: () => Promise<unknown>) => Promise<void>;

async function askTeams(workspace: WorkspacePolicy, policy: Policy, { digests, now }: Desk, once: Once) {
  for (const plan of digestsOf(policy, workspace)) {
    const { workspaceId, key, channelId, schedule } = plan;
    const [last] = periodsBefore(schedule, now(), 1);
    const isNews = last !== undefined && now().getTime() - last.to.getTime() < MISSED_MS;
    const place = { type: 'channel', workspaceId, channelId } as const;
    await once(JSON.stringify([workspaceId, key, isNews ? last.day : null]), () =>
      digests.ask({ workspaceId, key, place }, isNews ? last : null),
    );
  }
}

async function askPeople(
  workspace: WorkspacePolicy,
  policy: Policy,
  desk: Desk,
  once: Once,
  zones: ReturnType<typeof createMemo>,
) {
  for (const early of await desk.digests.early(workspace.id)) {
    try {
      await askPerson(early, workspace, policy, desk, once, zones);
    } catch (error) {
      // Whoever comes after them in the list has a morning too.
      desk.log.warn(
        { err: error, workspaceId: workspace.id },
        'a list of the day could not be asked for yet',
      );
    }
  }
}

async function askPerson(
  { userId, toDoAt }: { userId: string; toDoAt: string },
  workspace: WorkspacePolicy,
  policy: Policy,
  { digests, people, now, ...desk }: Desk,
  once: Once,
  zones: ReturnType<typeof createMemo>,
) {
  const chat = desk.chat(workspace.id);
  const { zone } = await zones(`${workspace.id} ${userId}`, ZONE_MS, () =>
    personZone(userId, { people, chat, workspace, policy }),
  );
  const day = dayAt(now(), zone);
  const lateMs = now().getTime() - momentOn(day, minutesOf(toDoAt), zone).getTime();
  if (lateMs < 0 || lateMs >= MORNING_MS || !isWorkday(workspace, day)) return;
  await once(JSON.stringify([workspace.id, userId, day]), async () => {
    const groups = await groupsOf(userId, workspace.id, chat);
    if (groups === null) return;
    const standing = standingOf(workspace, { userId, groups, channelId: null });
    const room = { digests, people, workspace, chat, now: now() };
    const { total, untaken } = await toDoOf(standing, momentOn(day, DAY_MINUTES - 1, zone), room);
    await digests.askToDo(workspace.id, userId, day, total + untaken.total > 0);
  });
}

/** Null for whoever is not in the community any more: there is no use in asking again that day. */
async function groupsOf(
  userId: string,
  workspaceId: WorkspaceId,
  chat: Pick<ChatAdapter, 'fetchPerson'>,
): Promise<string[] | null> {
  try {
    const { groups, isMember } = await chat.fetchPerson(workspaceId, userId);
    return isMember ? groups : null;
  } catch (error) {
    if (error instanceof TargetGone || error instanceof PlatformRefused) return null;
    throw error;
  }
}

/** Where the community says when it works: not on its free days. */
function isWorkday(workspace: WorkspacePolicy, day: string): boolean {
  const hours = hoursOf(workspace);
  return hours === null || (!hours.closed.has(day) && (hours.week[weekdayOfDay(day)] ?? []).length > 0);
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
