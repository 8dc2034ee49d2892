import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { NotPossible } from '../errors.ts';
import type { Policies } from '../policy/policies.ts';
import type { ImportSummary, PlacedLine } from '../store/imports-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { openArchive } from './exchange/archive.ts';
import { aboutTickets, ticketCases } from './exchange/discord-tickets.ts';
import { ABOUT, readAbout, readCsv } from './exchange/read-csv.ts';
import { readHeader, readJsonl } from './exchange/read-jsonl.ts';
import { openSlackArchive } from './exchange/slack-archive.ts';
import { slackCases } from './exchange/slack-cases.ts';
import { progressOn } from './frame/progress.ts';
import { communitiesOf, readPolicies } from './frame/read-policy.ts';
import { count } from './frame/table.ts';
import { withRecord } from './frame/with-record.ts';

interface Options {
  from: string;
  workspace?: string;
  channels?: string;
  kind?: string;
  dryRun?: true;
  openClocks?: true;
  json?: true;
}

/** Options that only some of what is brought in takes. */
const TAKEN_FROM: Readonly<Record<'channels' | 'workspace' | 'kind', readonly string[]>> = {
  channels: ['slack'],
  workspace: ['slack', 'discord-tickets'],
  kind: ['discord-tickets'],
};

/** Something that can be brought in: read as often as is needed, from its beginning. */
interface Incoming {
  source: string;
  lines(): AsyncIterable<PlacedLine>;
  /** What to do where there is no case in it, for people. */
  whyNone?: string;
  close(): void;
}

/** Cases from another record, from Slack's export of a workspace, or from discord-tickets. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: 'Bring in cases: an export of Hearback, of a Slack workspace, or of discord-tickets',
  define(command, context) {
    command
      .argument('<file>', 'a file, a zip or a folder')
      .option('--from <program>', 'hearback, slack or discord-tickets', 'hearback')
      .option('--channels <names>', 'slack: the channels, with commas between; without it all of them')
      .option('--workspace <id>', 'slack, discord-tickets: the community, where the archive does not say')
      .option('--kind <kind>', 'discord-tickets: the kind of feedback tickets become; without it feedback')
      .option('--open-clocks', 'clocks that ran there run here too, and remind people')
      .option('--dry-run', 'say what would come, and change nothing')
      .option('--json', 'the answer as JSON')
      .action((file: string, options: Options) => run(context, file, options));
  },
};

async function run(context: CliContext, file: string, options: Options): Promise<void> {
  for (const [name, froms] of Object.entries(TAKEN_FROM))
    if (options[name as keyof typeof TAKEN_FROM] !== undefined && !froms.includes(options.from))
      throw new NotPossible(`--${name} goes with --from ${froms.join(' or ')}.`);
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about) throw new NotPossible(`There is no ${file}.`);
  if (!about.isFile() && !about.isDirectory())
    throw new NotPossible(
      `${file} is no file and no folder. It is read more than once, so save it in a file first.`,
    );
  const incoming = await open(context, file, options);
  try {
    await withRecord(context, async ({ imports }) => {
      const coming = await imports.check(incoming.lines());
      if (coming.cases === 0 && incoming.whyNone) context.note(incoming.whyNone);
      if (options.dryRun) return tell(context, options, coming, wouldCome(coming));
      context.note(`${basename(file)} is whole: ${wouldCome(coming)} Bringing in …`);
      const progress = progressOn(process.stderr, 'case');
      try {
        const done = await imports.take(incoming.lines(), {
          source: incoming.source,
          openClocks: options.openClocks === true,
          signal: context.stopped,
          onCase: ({ cases, known, erased }) => progress.show(cases + known + erased, coming.cases),
        });
        progress.end();
        tell(context, options, done, told(done));
      } catch (error) {
        progress.end();
        if (context.stopped.aborted)
          throw new NotPossible('Stopped between two cases. Run the same command again, and it goes on.');
        throw error;
      }
    });
  } finally {
    incoming.close();
  }
}

function tell(context: CliContext, { json }: Options, values: object, words: string): void {
  context.out(json ? JSON.stringify(values) : words);
}

async function open(context: CliContext, file: string, options: Options): Promise<Incoming> {
  switch (options.from) {
    case 'hearback':
      return ours(file);
    case 'slack':
      return slack(readPolicies(context), file, options);
    case 'discord-tickets':
      return tickets(readPolicies(context), file, options);
    default:
      throw new NotPossible(
        `--from is hearback, slack or discord-tickets, not "${options.from.slice(0, 30)}".`,
      );
  }
}

async function ours(file: string): Promise<Incoming> {
  const isFolder = statSync(file).isDirectory();
  if (!isFolder && file.toLowerCase().endsWith('.csv'))
    throw new NotPossible(
      `${file} is one table. An export as CSV is a folder of tables with ${ABOUT} beside them: name the folder.`,
    );
  const { record } = isFolder ? readAbout(file).header : await readHeader(file);
  return { source: record, lines: () => (isFolder ? readCsv(file) : readJsonl(file)), close: () => {} };
}

async function slack(policies: Policies, file: string, { workspace, channels }: Options): Promise<Incoming> {
  const archive = await openArchive(file);
  const opened = await openSlackArchive(archive);
  const workspaceId = communityOf(
    policies,
    workspace ?? (opened.teamId && `slack:${opened.teamId}`),
    'slack',
  );
  const policy = policies.of(workspaceId);
  const wanted = channels?.split(',').flatMap((each) => each.trim().replace(/^#/, '') || []) ?? null;
  const { language } = policy;
  return {
    source: 'slack',
    lines: () => slackCases(opened, policy, { workspaceId, channels: wanted, language }),
    whyNone: `No message in ${wanted === null ? 'it' : wanted.join(', ')} has a reaction that stands for a kind of feedback. Those of hearback.yaml are ${Object.keys(policy.emojis).join(' ')}: add the ones your community has used under emojis${wanted === null ? '' : ', or choose other channels'}.`,
    close: archive.close,
  };
}

async function tickets(
  policies: Policies,
  file: string,
  { workspace, kind = 'feedback' }: Options,
): Promise<Incoming> {
  const archive = await openArchive(file);
  const about = aboutTickets(archive);
  const workspaceId = communityOf(policies, workspace ?? about.workspaceId, 'discord');
  const policy = policies.of(workspaceId);
  if (!Object.hasOwn(policy.kinds, kind))
    throw new NotPossible(
      `There is no kind "${kind.slice(0, 40)}" in hearback.yaml. There is: ${Object.keys(policy.kinds).join(', ')}.`,
    );
  const { language } = policy;
  return {
    source: `discord-tickets ${workspaceId}`,
    lines: () => ticketCases(archive, { workspaceId, kind, language, channels: null }),
    close: archive.close,
  };
}

/** @throws {NotPossible} when the policy does not know it */
function communityOf(policies: Policies, id: string | null | undefined, platform: string): string {
  const known = communitiesOf(policies).filter((each) => each.startsWith(`${platform}:`));
  if (id !== null && id !== undefined && known.includes(id)) return id;
  throw new NotPossible(
    `${id ? `${id.slice(0, 60)} is no community of hearback.yaml` : 'The archive does not say which community it is of'}. Add --workspace with one of: ${known.join(', ') || 'none yet'}.`,
  );
}

function wouldCome({ cases, messages }: { cases: number; messages: number }): string {
  return `${count(cases, 'case')} with ${count(messages, 'message')}.`;
}

/** The first of many places. */
function first([place = '', ...more]: readonly string[]): string {
  return more.length > 0 ? `${place}, and ${more.length} more` : place;
}

function told({ cases, known, renumbered, erased, messages, leftOut, files, apart }: ImportSummary): string {
  return [
    `Brought in: ${count(cases, 'case')} with ${count(messages, 'message')} and ${count(files, 'file')}.`,
    known > 0 && `${count(known, 'case')} ${known === 1 ? 'was' : 'were'} here already.`,
    renumbered > 0 &&
      `${count(renumbered, 'case')} got another number, because theirs was taken: the history of each says what it was.`,
    erased > 0 &&
      `${count(erased, 'case')} of people who were erased here or have opted out ${erased === 1 ? 'was' : 'were'} left out.`,
    leftOut > 0 && `${count(leftOut, 'message')} of people who were erased or have opted out were left out.`,
    apart.length > 0 &&
      `${count(apart.length, 'message')} ${apart.length === 1 ? 'is' : 'are'} here with other words, and ${apart.length === 1 ? 'was' : 'were'} not put into the cases this file has them in (${first(apart)}): look whether the file is what you think it is.`,
    'Nobody was told of it.',
  ]
    .filter(Boolean)
    .join(' ');
}
