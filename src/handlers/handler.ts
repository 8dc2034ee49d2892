import type { z } from 'zod';
import type { Standing } from '../cases/access.ts';
import type { AttendanceSources } from '../cases/attendance.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { Composer } from '../replies/composer.ts';
import type { Post } from '../replies/say-mail.ts';
import type { TableOf } from '../replies/table-content.ts';
import type { DrawChart } from '../cases/digest/chart.ts';
import type { Programs } from '../cases/programs/programs.ts';
import type { Audit } from '../store/audit-port.ts';
import type { Duty } from '../store/duty-port.ts';
import type { Homes } from '../store/home-port.ts';
import type { Digests } from '../store/digests-port.ts';
import type { Gifts } from '../store/gifts-port.ts';
import type { HeatRecord } from '../store/heat-port.ts';
import type { Identities } from '../store/identities-port.ts';
import type { Issues } from '../store/issues-port.ts';
import type { People } from '../store/people-port.ts';
import type { Roles } from '../store/roles-port.ts';
import type { Store } from '../store/store.ts';
import type { Topics } from '../store/topics-port.ts';
import type { Webhooks } from '../store/webhooks-port.ts';
import type { AppError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Somebody who asks nothing themselves at this moment. */
interface Somebody {
  userId: string;
  groups: null;
  channelId: null;
}

/** What a handler may use. */
export interface Context {
  /** For reading, and for writing what may be repeated. */
  store: Store;
  /** For the job's one effect: the call marks the job done in its own transaction, and does nothing when it was done before. */
  once: Store;
  /** The running policy of a community; read it anew in every run. */
  policy(workspaceId: WorkspaceId): Policy;
  /** Every policy there is. Communities of different ones see nothing of each other. */
  policies(): readonly Policy[];
  /** Whether it is one for the whole record, communities that are in it no more included. */
  isOnePolicy(): boolean;
  /** For the code of a gift, at the moment it is delivered. */
  gifts: Gifts;
  /** What the people who work on cases have said of themselves. */
  people: People;
  /** Which accounts are one person. */
  identities: Identities;
  /** Roles that change. */
  roles: Roles;
  /** What teams read before their meetings. */
  digests: Digests;
  /** Cases about the same thing. */
  topics: Topics;
  /** Threads that heated up. */
  heat: HeatRecord;
  drawChart: DrawChart;
  /** Makes the table of cases somebody asked for. */
  tableOf: TableOf;
  /** What other programs are told of. */
  webhooks: Webhooks;
  /** Cases as issues of other programs. */
  issues: Issues;
  /** Other programs themselves. */
  programs: Programs;
  /** Who looks at what. */
  duty: Duty;
  /** Pages of people's own. */
  homes: Homes;
  /** Whoever is shown people's words: that is noted first. */
  audit: Audit;
  /** What anybody is in this community at this moment; null for whoever is not in it. */
  standingIn(workspace: WorkspacePolicy, somebody: Somebody): Promise<Standing | null>;
  /** Departments by e-mail. */
  post: Post;
  compose: Composer;
  /** The adapter of a workspace's platform. @throws {PlatformUnavailable} when that platform is switched off */
  chat(workspaceId: WorkspaceId): ChatAdapter;
  now(): Date;
  log: Log;
}

/** Which worker runs it: slow ones must not hold up quick ones. */
export type Lane = 'record' | 'deliver' | 'files' | 'scan' | 'programs';

/** One reaction to something that is in the record. Safe to run any number of times. */
export interface Handler<T = unknown> {
  /** The file's name and the job's. */
  name: string;
  lane: Lane;
  /** It shows again what is said already: while much is to be said, that goes first. */
  canWait?: true;
  /** Ids only, never text. */
  data: z.ZodType<T>;
  run(data: T, context: Context): Promise<void>;
  /**
   * Called after the last of several tries, where people have to hear that it does not get on: it is given up, or tried again every
   * hour. Safe to run any number of times, as `run` is.
   */
  whenStuck?(data: T, stuck: Stuck, context: Context): Promise<void>;
}

/** Why a job does not get on. */
export interface Stuck {
  /** Null for what nobody expected: its words are not for people. */
  error: AppError | null;
  isGivenUp: boolean;
}

/** Where it is known who of a community is there. A platform that is switched off is one that cannot be asked. */
export function whoIsThere(
  { people, chat }: Context,
  workspace: WorkspacePolicy,
  now: Date,
): AttendanceSources {
  const fetchPerson: AttendanceSources['chat']['fetchPerson'] = async (...asked) =>
    chat(workspace.id).fetchPerson(...asked);
  return { people, chat: { fetchPerson }, workspace, now };
}

export function defineHandler<T>(handler: Handler<T>): Handler {
  return handler;
}
