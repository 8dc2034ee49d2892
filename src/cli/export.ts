import { pipeline } from 'node:stream/promises';
import { standingOf } from '../cases/access.ts';
import { NotPossible } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Record } from '../store/index.ts';
import { inNewFile, whyUnwritten } from '../store/new-file.ts';
import type { Extent } from '../store/exports-port.ts';
import type { Privacy } from '../store/privacy-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { writeExport } from './exchange/write-export.ts';
import { progressOn } from './frame/progress.ts';
import { readPolicies } from './frame/read-policy.ts';
import { requireCommunity } from './frame/require-community.ts';
import { count } from './frame/table.ts';
import { withRecord } from './frame/with-record.ts';

interface Options {
  member?: true;
  as: string;
  asSeenBy?: string;
  groups?: string;
  files: boolean;
}

/** The record in files: all of it, what one person may see, or what is kept about a member. */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: 'Write the record to files other programs read, or what is kept about one member',
  define(command, context) {
    command
      .usage('[options] <file>   or   --member <workspace> <user> <file>')
      .argument('<file...>', 'a file or folder that does not exist yet; with --member who it is, first')
      .option('--as <format>', 'jsonl: one file that hearback import reads; csv: a folder of tables', 'jsonl')
      .option('--as-seen-by <person>', 'what one person may see, such as slack:T0123/U0456')
      .option('--groups <ids>', 'with --as-seen-by: the groups or roles they are in, with commas between')
      .option('--no-files', 'names and sizes of attachments, without what is in them')
      .option('--member', 'everything that is kept about a member, as JSON Lines, for them')
      .action((where: string[], options: Options) =>
        options.member ? exportMember(context, where, options) : exportRecord(context, where, options),
      );
  },
};

async function exportRecord(context: CliContext, where: string[], options: Options): Promise<void> {
  const [target, more] = where;
  const { as } = options;
  if (!target || more !== undefined)
    throw new NotPossible('Name one file that does not exist yet, such as hearback export record.jsonl.');
  if (as !== 'jsonl' && as !== 'csv')
    throw new NotPossible(`--as is jsonl or csv, not "${as.slice(0, 20)}".`);
  if (options.groups !== undefined && options.asSeenBy === undefined)
    throw new NotPossible('--groups goes with --as-seen-by: it says which groups that person is in.');
  const eyes =
    options.asSeenBy === undefined ? 'program' : standingFor(context, options.asSeenBy, options.groups);
  await withRecord(context, async ({ exports, audit }) => {
    const progress = progressOn(process.stderr, 'case');
    await noteTaking(audit, eyes);
    try {
      const { lines, cases } = await writeExport(exports, {
        of: options.asSeenBy === undefined ? 'record' : `${options.asSeenBy} ${options.groups ?? ''}`,
        as,
        target,
        eyes,
        withFiles: options.files,
        now: new Date(),
        signal: context.stopped,
        onCase: progress.show,
      });
      progress.end();
      if (cases === 0 && options.asSeenBy !== undefined)
        context.note(
          `${options.asSeenBy} may see no case: look whether the id is right, and say with --groups which groups or roles they are in.`,
        );
      context.out(
        `${target}: ${count(cases, 'case')}, ${count(lines, 'line')}. Everything people wrote is in it: keep it as safe as the record.`,
      );
    } catch (error) {
      progress.end();
      throw unfinished(target, error, context.stopped);
    }
  });
}

/** What is left of an export that did not come to its end, for people; any other error as it is. */
function unfinished(target: string, error: unknown, stopped: AbortSignal): unknown {
  const left = `What is done is in ${target}.part`;
  if (stopped.aborted)
    return new NotPossible(`Stopped. ${left}: run the same command again, and it goes on.`);
  const reason = whyUnwritten(error);
  if (reason === null) return error;
  return new NotPossible(
    `${target} could not be finished: ${reason}. ${left}: put that right and run the same command again, and it goes on; or delete that folder, and choose another place.`,
  );
}

/** Before the first line: who takes what along stands in the log of each community. */
async function noteTaking(audit: Record['audit'], eyes: Extent['eyes']): Promise<void> {
  const communities =
    eyes === 'program' ? (await audit.heads()).map(({ workspaceId }) => workspaceId) : [eyes.workspaceId];
  for (const workspaceId of communities)
    await audit.note({
      workspaceId,
      actorId: null,
      action: 'record_exported',
      ...(eyes !== 'program' && { detail: { person: eyes.userId } }),
    });
}

/** What somebody is by the policy alone: nobody asks the platform here. @throws {NotPossible} */
function standingFor(context: CliContext, person: string, groups = '') {
  const [, workspaceId = '', userId = ''] = /^([a-z]+:[^\s/]+)\/(\S+)$/.exec(person) ?? [];
  const workspace = workspaceOf(readPolicies(context).of(workspaceId), workspaceId);
  if (!workspace)
    throw new NotPossible(
      `"${person.slice(0, 60)}" is nobody of a community of hearback.yaml. Write community and person, such as slack:T0123/U0456.`,
    );
  return standingOf(workspace, { userId, groups: groups.split(',').filter(Boolean), channelId: null });
}

async function exportMember(
  context: CliContext,
  where: string[],
  { as, asSeenBy, groups, files }: Options,
): Promise<void> {
  if (as !== 'jsonl' || (asSeenBy ?? groups) !== undefined || !files)
    throw new NotPossible(
      '--member goes with none of --as, --as-seen-by, --groups and --no-files: it is all that is kept about them, as JSON Lines.',
    );
  const [workspaceId, userId, file, more] = where;
  if (!workspaceId || !userId || !file || more !== undefined)
    throw new NotPossible(
      'With --member: the community, the id of the member, and a file that does not exist yet.',
    );
  await withRecord(context, async (record, { policyPath }) => {
    const member = { workspaceId, userId };
    await requireCommunity(record, policyPath, member);
    const lines = await write(record.privacy, member, file, context.stopped);
    // An id that was mistyped looks like somebody of whom nothing is kept.
    if (lines === 1)
      context.note(`Nothing is kept about ${userId} in ${workspaceId}. Look whether the id is right.`);
    context.out(
      `${file}: ${count(lines, 'line')}. It holds what somebody said in trust: send it to them alone, then delete it.`,
    );
  });
}

/** For nobody else on this machine to read. @returns how many lines */
async function write(
  privacy: Privacy,
  member: { workspaceId: string; userId: string },
  file: string,
  signal: AbortSignal,
): Promise<number> {
  let written = 0;
  async function* lines() {
    for await (const line of privacy.export(member, { actorId: null })) {
      written += 1;
      yield `${line}\n`;
    }
  }
  await inNewFile(file, 'export', (sink) => pipeline(lines, sink, { signal }));
  return written;
}
