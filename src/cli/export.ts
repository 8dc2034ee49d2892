import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { standingOf } from '../cases/access.ts';
import { NotPossible } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Record } from '../store/index.ts';
import type { Extent } from '../store/exports-port.ts';
import type { Privacy } from '../store/privacy-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { writeExport } from './exchange/write-export.ts';
import { progressOn } from './frame/progress.ts';
import { readPolicies } from './frame/read-policy.ts';
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
      .argument('<where...>', 'a file or folder that does not exist yet; with --member who it is, first')
      .option('--as <format>', 'jsonl: one file that hearback import reads; csv: a folder of tables', 'jsonl')
      .option('--as-seen-by <person>', 'what one person may see, such as slack:T0123/U0456')
      .option('--groups <ids>', 'with --as-seen-by: the groups or roles they are in, with commas between')
      .option('--no-files', 'names and sizes of attachments, without what is in them')
      .option('--member', 'everything that is kept about a member, as JSON Lines, for them')
      .action((where: string[], options: Options) =>
        options.member ? exportMember(context, where) : exportRecord(context, where, options),
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
      context.out(
        `${target}: ${count(cases, 'case')}, ${count(lines, 'line')}. Everything people wrote is in it: keep it as safe as the record.`,
      );
    } catch (error) {
      progress.end();
      if (context.stopped.aborted)
        throw new NotPossible(
          `Stopped. What is done is in ${target}.part: run the same command again, and it goes on.`,
        );
      throw error;
    }
  });
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

async function exportMember(context: CliContext, where: string[]): Promise<void> {
  const [workspaceId, userId, file, more] = where;
  if (!workspaceId || !userId || !file || more !== undefined)
    throw new NotPossible(
      'With --member: the community, the id of the member, and a file that does not exist yet.',
    );
  await withRecord(context, async ({ privacy }) => {
    const lines = await write(privacy, { workspaceId, userId }, file, context.stopped);
    context.out(
      `${file}: ${lines} lines. It holds what somebody said in trust: send it to them alone, then delete it.`,
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
  try {
    await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }), { signal });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST')
      throw new NotPossible(`${file} is there already. Name a file that does not exist yet.`);
    throw error;
  }
  return written;
}
