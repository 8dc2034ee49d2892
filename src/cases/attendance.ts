import type { WorkspaceId } from '../chat/ref.ts';
import { PlatformRefused, TargetGone } from '../errors.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { isStaff, standingOf } from './access.ts';

/** Who of the people who work on cases is there, as it was known a moment ago. */
export interface Attendance {
  /** They said so themselves, or a lead did; null: they are there. */
  awayUntil(userId: string): Date | null;
  /**
   * Who looks after their cases while they are away, or do not react: somebody who works on cases, named by themselves or in
   * hearback.yaml. Null: there is nobody.
   */
  standInOf(userId: string): string | null;
  /** They have left the community. False where the platform could not be asked. */
  isGone(userId: string): boolean;
  /** They have a role that works on cases. True where the platform could not be asked. */
  worksHere(userId: string): boolean;
  /** When that is so: whose turn it is on the roster hangs on it. Without it nobody is on duty. */
  at?: Date;
}

/** Nobody is away, as far as anybody said. */
export const EVERYBODY_IN: Attendance = {
  awayUntil: () => null,
  standInOf: () => null,
  isGone: () => false,
  worksHere: () => true,
};

/** Where it is known: what people said of themselves, and the platform. */
export interface AttendanceSources {
  people: {
    of(
      workspaceId: WorkspaceId,
      userIds: readonly string[],
    ): Promise<ReadonlyMap<string, { awayUntil: Date | null; standIn: string | null }>>;
  };
  chat: {
    fetchPerson(
      workspaceId: WorkspaceId,
      userId: string,
    ): Promise<{ isMember: boolean; isBot: boolean; groups: string[] }>;
  };
  workspace: WorkspacePolicy;
  now: Date;
}

/** What is known of one person. */
interface Known {
  awayUntil: Date | null;
  standIn: string | null;
  isGone: boolean;
  worksHere: boolean;
}

/** Stand-ins of stand-ins are asked for so often. */
const ROUNDS = 6;

/**
 * Who is there, of exactly those whom a decision is about: it is made again with what is known until it asks for nobody new.
 * @param decide asks the attendance; it must change nothing
 */
export async function attendanceFor(
  decide: (attendance: Attendance) => unknown,
  sources: AttendanceSources,
): Promise<Attendance> {
  const known = new Map<string, Known>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = new Set<string>();
    decide(
      attendanceOf((userId) => {
        if (!known.has(userId)) asked.add(userId);
        return known.get(userId);
      }, sources.now),
    );
    if (asked.size === 0) break;
    for (const [userId, found] of await look([...asked], sources)) known.set(userId, found);
  }
  return attendanceOf((userId) => known.get(userId), sources.now);
}

function attendanceOf(about: (userId: string) => Known | undefined, at: Date): Attendance {
  return {
    at,
    awayUntil: (userId) => about(userId)?.awayUntil ?? null,
    standInOf: (userId) => {
      const standIn = about(userId)?.standIn ?? null;
      return standIn !== null && about(standIn)?.worksHere === true ? standIn : null;
    },
    isGone: (userId) => about(userId)?.isGone ?? false,
    worksHere: (userId) => about(userId)?.worksHere ?? true,
  };
}

async function look(
  userIds: readonly string[],
  { people, chat, workspace, now }: AttendanceSources,
): Promise<[string, Known][]> {
  const said = await people.of(workspace.id, userIds);
  return Promise.all(
    userIds.map(async (userId): Promise<[string, Known]> => {
      const { awayUntil = null, standIn = null } = said.get(userId) ?? {};
      const account = await accountOf(chat, workspace.id, userId);
      const groups = account === 'unknown' || account === 'gone' ? [] : account.groups;
      return [
        userId,
        {
          awayUntil: awayUntil !== null && awayUntil > now ? awayUntil : null,
          standIn: standIn ?? standInsOf(workspace).get(userId) ?? null,
          isGone: account === 'gone',
          worksHere:
            account === 'unknown' ||
            (account !== 'gone' && isStaff(standingOf(workspace, { userId, groups, channelId: null }))),
        },
      ];
    }),
  );
}

function standInsOf({ standIns }: WorkspacePolicy): ReadonlyMap<string, string> {
  return new Map(Object.entries(standIns));
}

/** Somebody about whom the platform cannot be asked right now counts as there: nobody is passed over by mistake. */
async function accountOf(
  chat: AttendanceSources['chat'],
  workspaceId: WorkspaceId,
  userId: string,
): Promise<{ groups: string[] } | 'gone' | 'unknown'> {
  try {
    const { isMember, isBot, groups } = await chat.fetchPerson(workspaceId, userId);
    return isMember && !isBot ? { groups } : 'gone';
  } catch (error) {
    return error instanceof TargetGone || error instanceof PlatformRefused ? 'gone' : 'unknown';
  }
}
