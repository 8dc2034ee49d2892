import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { NotPossible } from '../errors.ts';
import { textsIn } from '../texts/index.ts';
import { countedIn, type ErasureMark, type ErasureReceipt, type Member } from '../store/privacy-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { communityTexts } from './frame/community-texts.ts';
import { confirmed } from './frame/confirmed.ts';
import { requireCommunity } from './frame/require-community.ts';
import { withRecord } from './frame/with-record.ts';

interface Options {
  workspace?: string;
  user?: string;
  yes?: true;
  json?: true;
}

/** Removes a member from the record, and keeps them removed when a backup brings them back. */
export const erase: CliCommand = {
  name: 'erase',
  summary: 'Remove a member from the record, with a receipt',
  define(command, context) {
    command
      .option('--workspace <id>', 'such as slack:T0123 or discord:1100')
      .option('--user <id>', "the member's id on the platform")
      .option('--yes', 'do not ask')
      .option('--json', 'the receipt as JSON')
      .action((options: Options) => eraseMember(options, context));
    defineMarks(command, context);
    defineFind(command, context);
  },
};

async function eraseMember({ workspace, user, yes, json }: Options, context: CliContext): Promise<void> {
  if (!workspace || !user) throw new NotPossible('Say who: --workspace slack:T0123 --user U0123.');
  const member: Member = { workspaceId: workspace, userId: user };
  await withRecord(context, async (record, { policyPath }) => {
    const { privacy } = record;
    await requireCommunity(record, policyPath, member);
    const { cases, messages, files } = await privacy.about(member);
    await confirmed(
      context,
      yes,
      `${user} of ${workspace} has ${cases} cases, ${messages} messages and ${files} files here. All of it will be erased for good.`,
    );
    const texts = communityTexts(policyPath)(workspace);
    const receipt = await privacy.erase(member, { askedBy: 'operator', actorId: null, texts });
    if (json) context.out(JSON.stringify(receipt));
    else print(receipt, context);
    const left = await privacy.findLeft(user);
    if (left.length > 0)
      context.note(`Their id still stands in ${left.join(', ')}. docs/privacy.md says what stays and why.`);
  });
}

function print({ number, at, askedBy, counts }: ErasureReceipt, { out }: CliContext): void {
  out(`Receipt ${number}: erased ${at.toISOString()}, asked for by the ${askedBy}.`);
  for (const { count, words } of countedIn(counts, textsIn('en'))) out(`  ${count} ${words}`);
}

/** Marks are kept beside the backups: a backup from before an erasure does not know of it. */
function defineMarks(command: Command, context: CliContext): void {
  command
    .command('marks')
    .description('Print a line for every erasure so far, to be kept beside the backups')
    .action(() =>
      withRecord(context, async ({ privacy }) => {
        for (const mark of await privacy.erasures()) context.out(JSON.stringify(mark));
      }),
    );
  command
    .command('again')
    .description('Erase again whom a restored backup brought back')
    .argument('<file>', 'what "erase marks" printed')
    .action(async (file: string) => {
      const marks = await readMarks(file);
      await withRecord(context, async ({ privacy }, { policyPath }) => {
        const receipts = await privacy.reapplyErasures(marks, communityTexts(policyPath));
        for (const receipt of receipts) print(receipt, context);
        if (receipts.length === 0) context.out('Nobody of them is in the record.');
      });
    });
}

const markLine: z.ZodType<ErasureMark> = z.object({
  v: z.literal(1),
  workspaceId: z.string(),
  salt: z.string(),
  tag: z.string(),
  at: z.iso.datetime(),
});

/** @throws {NotPossible} naming the first line that is none */
async function readMarks(file: string): Promise<ErasureMark[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim());
  return lines.map((line, index) => {
    try {
      return markLine.parse(JSON.parse(line));
    } catch {
      throw new NotPossible(`${file}: line ${index + 1} is not what "hearback erase marks" prints.`);
    }
  });
}

function defineFind(command: Command, context: CliContext): void {
  command
    .command('find')
    .description('Name the tables in which a text still stands, such as a name others wrote')
    .argument('<text>', 'a name, an id, or words; capital letters make no difference')
    .action((text: string) =>
      withRecord(context, async ({ privacy }) => {
        const left = await privacy.findLeft(text);
        for (const place of left) context.out(place);
        if (left.length === 0) context.out('It stands nowhere.');
      }),
    );
}
