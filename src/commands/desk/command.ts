import { isStaff, maySee, type Standing } from '../../cases/access.ts';
import { caseName, type CaseFile, type Change } from '../../cases/case.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Answer, ChatCommand, CommandSpec } from '../../chat/command.ts';
import { paragraph, type Inline } from '../../chat/rich.ts';
import { NotPossible } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import type { Store } from '../../store/store.ts';

/** What a command may use. Who asks has been checked against the command's `allow` before it runs. */
export interface CommandContext {
  command: ChatCommand;
  store: Store;
  /** For the command's one effect: a repeat of the same interaction does nothing. */
  once: Store;
  policy: Policy;
  workspace: WorkspacePolicy;
  standing: Standing;
  chat: ChatAdapter;
  compose: Composer;
  now: Date;
  log: Log;
}

/** Who may use a command: everybody, whoever may flag, departments and staff, or staff alone. */
export type Allow = 'anyone' | 'flaggers' | 'departments' | 'staff';

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
  summary: 'The case, such as FB-12',
  required: true,
  type: 'case',
} as const;

export function nameOf(file: CaseFile, { policy }: CommandContext): string {
  return caseName(policy.prefix, file.case.number);
}

/** `FB-12`, `fb-12`, `#12` or `12` as a number. @throws {NotPossible} */
function caseNumber(typed: string | undefined, { policy }: CommandContext): number {
  const found = new RegExp(`^(?:${policy.prefix}-?|#)?(\\d{1,9})$`, 'i').exec((typed ?? '').trim());
  if (!found)
    throw new NotPossible(
      `"${(typed ?? '').slice(0, 40)}" is not a case. Write it like ${policy.prefix}-12; /feedback list shows the open ones.`,
    );
  return Number(found[1]);
}

/** Reads the case a command is about. One that may not be seen does not exist. @throws {NotPossible} */
export async function readCase(context: CommandContext): Promise<CaseFile> {
  const { command, store, standing, workspace } = context;
  const number = caseNumber(command.values['case'], context);
  const file = await store.read({ workspaceId: workspace.id, number });
  return assertVisible(file, number, standing, context);
}

/** Changes the case a command is about, once for each interaction. @throws {NotPossible} */
export async function changeCase(
  context: CommandContext,
  decide: (file: CaseFile) => Change,
): Promise<CaseFile> {
  const { command, once, standing, workspace } = context;
  const number = caseNumber(command.values['case'], context);
  const changed = await once.change({ workspaceId: workspace.id, number }, (file) => ({
    change: decide(assertVisible(file, number, standing, context)),
    answer: null,
  }));
  return assertVisible(changed?.file ?? null, number, standing, context);
}

function assertVisible(
  file: CaseFile | null,
  number: number,
  standing: Standing,
  { policy }: CommandContext,
): CaseFile {
  if (file && maySee(standing, file.departments)) return file;
  const advice = isStaff(standing)
    ? ' /feedback list shows the open ones.'
    : ' You can see the cases that were brought to your department.';
  throw new NotPossible(`There is no case ${caseName(policy.prefix, number)} here.${advice}`);
}
