import { isStaff, maySee, mayWorkOn, whyBarred, type Guarded, type Standing } from '../../cases/access.ts';
import { both } from '../../cases/both.ts';
import { caseName, type CaseFile } from '../../cases/case.ts';
import type { Change } from '../../cases/change.ts';
import { departmentSpoke } from '../../cases/clock-turns.ts';
import { resting } from '../../cases/acted.ts';
import type { GiftUsage } from '../../cases/gift.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Answer, ChatCommand, CommandSpec } from '../../chat/command.ts';
import { paragraph, type Inline } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import type { Audit } from '../../store/audit-port.ts';
import type { OneTimeLinks } from '../../store/door-port.ts';
import type { Duty } from '../../store/duty-port.ts';
import type { Digests } from '../../store/digests-port.ts';
import type { Gifts } from '../../store/gifts-port.ts';
import type { HeatRecord } from '../../store/heat-port.ts';
import type { Identities } from '../../store/identities-port.ts';
import type { People } from '../../store/people-port.ts';
import type { Privacy } from '../../store/privacy-port.ts';
import type { Search } from '../../store/search-port.ts';
import type { Store } from '../../store/store.ts';
import type { Topics } from '../../store/topics-port.ts';
import type { Texts } from '../../texts/index.ts';
import type { FindStanding } from './standing.ts';

/** What a command may use. Who asks has been checked against the command's `allow` before it runs. */
export interface CommandContext {
  command: ChatCommand;
  store: Store;
  /** For the command's one effect: a repeat of the same interaction does nothing. */
  once: Store;
  privacy: Privacy;
  /** Whoever shows people's words notes it first. */
  audit: Audit;
  /** The ledger of what was given. */
  gifts: Gifts;
  people: People;
  /** Which accounts are one person. */
  identities: Identities;
  digests: Digests;
  duty: Duty;
  topics: Topics;
  /** How lively watched channels are. */
  heat: HeatRecord;
  search: Search;
  links: OneTimeLinks;
  /** What anybody is in this community at this moment. */
  standingIn: FindStanding;
  policy: Policy;
  workspace: WorkspacePolicy;
  standing: Standing;
  /** In the language of whoever asks. */
  texts: Texts;
  chat: ChatAdapter;
  compose: Composer;
  now: Date;
  log: Log;
}

/**
 * Who may use a command: everybody, whoever may flag, `readers` (departments, staff, and whoever reads any case along), departments
 * and staff, staff alone, or leads and admins.
 */
export type Allow = 'anyone' | 'flaggers' | 'readers' | 'departments' | 'staff' | 'leads';

/** One command, typed or as a button: the same on every platform. */
export interface Command extends CommandSpec {
  allow: Allow;
  run(context: CommandContext): Promise<Answer>;
}

export function say(...parts: (string | Inline)[]): Answer {
  return { type: 'say', blocks: [paragraph(...parts)] };
}

/** The option every command about a case begins with. */
export const caseOption = {
  name: 'case',
  summary: ({ commands }: Texts) => commands.door.theCase,
  required: true,
  type: 'case',
} as const;

export function nameOf(file: CaseFile, { policy }: CommandContext): string {
  return caseName(policy.prefix, file.case.number);
}

/** `FB-12`, `fb-12`, `#12` or `12` as a number; null for anything else. */
export function caseNumberIn(typed: string, prefix: string): number | null {
  const found = new RegExp(`^(?:${prefix}-?|#)?(\\d{1,9})$`, 'i').exec(typed.trim());
  return found && Number(found[1]);
}

/** The case that is named. @throws {NotPossible} */
export function caseNumber(typed: string | undefined, { policy }: CommandContext): number {
  const found = caseNumberIn(typed ?? '', policy.prefix);
  if (found === null)
    throw new NotPossible(({ commands }) =>
      commands.door.notACase((typed ?? '').slice(0, 40), `${policy.prefix}-12`),
    );
  return found;
}

/** Reads the case a command is about. One that may not be seen does not exist. @throws {NotPossible} */
export async function readCase(context: CommandContext): Promise<CaseFile> {
  const { store, workspace } = context;
  const number = await visibleNumber(context);
  return assertVisible(await store.read({ workspaceId: workspace.id, number }), number, context);
}

/** Changes the case a command is about, once for each interaction. @throws {NotPossible} */
export async function changeCase(
  context: CommandContext,
  decide: (file: CaseFile) => Change,
): Promise<CaseFile> {
  const { once, workspace } = context;
  const number = await visibleNumber(context);
  const changed = await once.change({ workspaceId: workspace.id, number }, (file) => ({
    // Asked again under the case's lock: somebody may have been kept out since.
    change: asSomebody(assertTheirWork(file, number, context), context, decide),
    answer: null,
  }));
  if (!changed) throw notThere(number, context);
  return changed.file;
}

/** The same for what whoever sees a case may do about it, were it only to read. It is no work on the case. @throws {NotPossible} */
export async function changeAsReader(
  context: CommandContext,
  decide: (file: CaseFile) => Change,
): Promise<CaseFile> {
  const { once, workspace } = context;
  const number = await visibleNumber(context);
  const changed = await once.change({ workspaceId: workspace.id, number }, (file) => ({
    change: decide(assertVisible(file, number, context)),
    answer: null,
  }));
  if (!changed) throw notThere(number, context);
  return changed.file;
}

/** The same for a gift, which counts against limits of the whole community. @throws {NotPossible} */
export async function giveFor(
  context: CommandContext,
  wish: { gift: string; month: string },
  decide: (file: CaseFile, usage: GiftUsage) => Change,
): Promise<CaseFile> {
  const { once, workspace } = context;
  const number = await visibleNumber(context);
  const given = await once.give({ workspaceId: workspace.id, number }, wish, (file, usage) =>
    asSomebody(assertTheirWork(file, number, context), context, (found) => decide(found, usage)),
  );
  if (!given) throw notThere(number, context);
  return given;
}

/** What somebody does, and what it is that they did something: a department that was waited for has spoken, reminders rest. */
function asSomebody(
  file: CaseFile,
  { standing, workspace, policy, now }: CommandContext,
  decide: (file: CaseFile) => Change,
): Change {
  const change = decide(file);
  const done = both({ history: [], clocks: departmentSpoke(file, standing, change) }, change);
  const worksHere = isStaff(standing) || standing.departments.size > 0;
  return worksHere ? both(done, { history: [], clocks: resting(file, done, workspace, policy, now) }) : done;
}

/** Asked before anything else of a case is read or waited for, so that one that may not be seen takes as long as none. */
async function visibleNumber(context: CommandContext): Promise<number> {
  const { command, store, workspace } = context;
  const number = caseNumber(command.values['case'], context);
  assertVisible(await store.guard({ workspaceId: workspace.id, number }), number, context);
  return number;
}

function assertVisible<T extends Guarded>(file: T | null, number: number, context: CommandContext): T {
  const { standing, policy } = context;
  if (file && maySee(standing, file)) return file;
  const isOwn = file?.case.workspaceId === standing.workspaceId && whyBarred(standing, file) === 'own';
  if (isOwn && isStaff(standing))
    throw new NotPossible(({ commands }) => commands.door.aboutYou(caseName(policy.prefix, number)));
  throw notThere(number, context);
}

/** @throws {NotPossible} for whoever only reads it along */
function assertTheirWork(file: CaseFile, number: number, context: CommandContext): CaseFile {
  const found = assertVisible(file, number, context);
  if (mayWorkOn(context.standing, found)) return found;
  throw new NotPossible(({ commands }) => commands.door.onlyRead(nameOf(found, context)));
}

function notThere(number: number, { standing, policy }: CommandContext): NotPossible {
  const name = caseName(policy.prefix, number);
  return new NotPossible(({ commands }) =>
    isStaff(standing) ? commands.door.noCase(name) : commands.door.noCaseForYou(name),
  );
}
