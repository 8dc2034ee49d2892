import type { Command } from 'commander';
import { monthOf } from '../cases/gift.ts';
import { NotPossible } from '../errors.ts';
import type { CliCommand, CliContext } from './command.ts';
import { casePrefixes } from './frame/case-prefix.ts';
import { confirmed } from './frame/confirmed.ts';
import { csv } from './frame/csv.ts';
import { glanceAt, type CommunityGlance, type PolicyGlance } from './frame/policy-glance.ts';
import { count } from './frame/table.ts';
import { settingsOf, withRecord } from './frame/with-record.ts';
import { asRows, asText, ledgerOf, type Ledger } from './gifts/ledger.ts';
import { readCodes } from './gifts/read-codes.ts';

/** Codes kept in one transaction. */
const BATCH = 500;
/** Lines that were refused are shown up to here; then only how many. */
const SHOWN = 20;

/** Codes members can be given, and the ledger of what they were given. No code is ever shown. */
export const gifts: CliCommand = {
  name: 'gifts',
  summary: 'Import codes for gifts, and show what was given',
  define(command, context) {
    command
      .command('import')
      .description('Take in codes: a CSV file with a column "code", or one code a line')
      .argument('<gift>', 'a gift of hearback.yaml of the type codes')
      .argument('<file>', 'the codes; delete it afterwards')
      .option('--workspace <id>', 'whose gift it is, where there are several communities')
      .option('--column <name>', 'the column with the codes')
      .action((gift: string, file: string, options: ImportOptions) =>
        importFile(gift, file, options, context),
      );
    defineShow(command, context);
    command
      .command('drop')
      .description('Remove the codes of a gift that nobody was given')
      .argument('<gift>', 'a gift of hearback.yaml of the type codes')
      .option('--workspace <id>', 'whose gift it is, where there are several communities')
      .option('--yes', 'do not ask')
      .action((gift: string, options: ImportOptions & { yes?: true }) => drop(gift, options, context));
  },
};

interface ImportOptions {
  workspace?: string;
  column?: string;
}

async function importFile(
  gift: string,
  file: string,
  { workspace, column }: ImportOptions,
  context: CliContext,
): Promise<void> {
  const policy = policyOf(context);
  const community = workspaceIn(policy, workspace);
  const { id } = community;
  assertHasCodes(gift, community);
  const refused: string[] = [];
  const done = { new: 0, known: 0, certain: 0 };
  await withRecord(context, async (record) => {
    const keep = async (batch: readonly string[]) => {
      for (const each of await record.gifts.importCodes(id, gift, batch)) done[each] += 1;
    };
    let batch: string[] = [];
    for await (const each of readCodes(file, column, context.stopped)) {
      if ('problem' in each) refused.push(`line ${each.line}: ${each.problem}`);
      else batch.push(each.code);
      if (batch.length < BATCH) continue;
      await keep(batch);
      batch = [];
    }
    await keep(batch);
  });
  const certain = done.certain > 0 ? `, ${done.certain} certain again` : '';
  context.out(`${gift}: ${done.new} new, ${done.known} known already${certain}, ${refused.length} refused.`);
  for (const line of refused.slice(0, SHOWN)) context.out(line);
  if (refused.length > SHOWN) context.out(`… and ${refused.length - SHOWN} more`);
  context.note(`They are sealed in the record. Delete ${file}: whoever reads it can use the codes.`);
}

function assertHasCodes(gift: string, { gifts: known }: CommunityGlance): void {
  if (known.get(gift) === 'codes') return;
  const others = [...known].filter(([, type]) => type === 'codes').map(([key]) => key);
  throw new NotPossible(
    `hearback.yaml has no gift "${gift}" of the type codes. ${others.length > 0 ? `There is ${others.join(', ')}.` : 'Add it there first, under gifts.'}`,
  );
}

/** @throws {NotPossible} */
function policyOf(context: CliContext): PolicyGlance {
  const { policyPath } = settingsOf(context).config;
  const policy = glanceAt(policyPath);
  if (policy) return policy;
  throw new NotPossible(
    `${policyPath} cannot be read, so it is not known which gifts there are. hearback check says what is wrong with it.`,
  );
}

function workspaceIn({ workspaces }: PolicyGlance, wanted: string | undefined): CommunityGlance {
  const found = wanted === undefined ? workspaces : workspaces.filter(({ id }) => id === wanted);
  const [only, other] = found;
  if (only && !other) return only;
  const ids = workspaces.map(({ id }) => id).join(' or ');
  throw new NotPossible(
    wanted === undefined
      ? `Say whose: --workspace ${ids}`
      : `hearback.yaml has no community ${wanted}. Write ${ids}.`,
  );
}

interface ShowOptions {
  workspace?: string;
  month?: string;
  json?: true;
  csv?: true;
}

function defineShow(command: Command, context: CliContext): void {
  command
    .command('show')
    .description('What was given in a month, and how many codes are left')
    .option('--workspace <id>', 'one community; without it all')
    .option('--month <month>', 'such as 2026-11; without it this one')
    .option('--json', 'the answer as JSON')
    .option('--csv', 'the gifts as CSV')
    .action((options: ShowOptions) => show(options, context));
}

async function show({ workspace, month, json, csv: asCsv }: ShowOptions, context: CliContext): Promise<void> {
  if (json && asCsv) throw new NotPossible('Choose one: --json or --csv.');
  if (month !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new NotPossible(`"${month}" is not a month. Write it like 2026-11.`);
  const policy = policyOf(context);
  const communities = workspace === undefined ? policy.workspaces : [workspaceIn(policy, workspace)];
  const now = new Date();
  await withRecord(context, async (record, config) => {
    const ledgers: Ledger[] = [];
    for (const { id, timeZone } of communities)
      ledgers.push(await ledgerOf(record.gifts, id, month ?? monthOf(now, timeZone)));
    if (json) return context.out(JSON.stringify(ledgers));
    const prefixOf = casePrefixes(config.policyPath);
    const lines = asCsv
      ? csv(asRows(ledgers, prefixOf))
      : ledgers.flatMap((ledger) => asText(ledger, prefixOf));
    for (const line of lines) context.out(line);
  });
}

async function drop(
  gift: string,
  { workspace, yes }: ImportOptions & { yes?: true },
  context: CliContext,
): Promise<void> {
  const { id } = workspaceIn(policyOf(context), workspace);
  await withRecord(context, async (record) => {
    const found = (await record.gifts.codes(id)).find((each) => each.gift === gift);
    const there = (found?.left ?? 0) + (found?.uncertain ?? 0) + (found?.lost ?? 0);
    if (there === 0) throw new NotPossible(`There are no codes of ${gift} that nobody was given.`);
    await confirmed(
      context,
      yes,
      `${count(there, 'code')} of ${gift} will be removed, and cannot be shown first.`,
    );
    context.out(`${count(await record.gifts.dropCodes(id, gift), 'code')} removed.`);
  });
}
