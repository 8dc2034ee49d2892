import type { Command } from 'commander';
import { NotPossible } from '../errors.ts';
import type { AuditReport, AuditRow } from '../store/audit-port.ts';
import type { Record } from '../store/index.ts';
import type { CliCommand, CliContext } from './command.ts';
import { confirmed } from './frame/confirmed.ts';
import { withRecord } from './frame/with-record.ts';

/** Lines `audit show` prints. */
const SHOWN = 500;
/** Days `audit cut` always leaves; who looked last week is asked for often enough. */
const LEAST_DAYS = 30;
const DAY_MS = 86_400_000;

/** The log of who saw or changed what: proved, read, cut. */
export const audit: CliCommand = {
  name: 'audit',
  summary: 'Who saw or changed what: prove the log, read it, cut its old end',
  define(command, context) {
    defineVerify(command, context);
    defineShow(command, context);
    defineCut(command, context);
  },
};

function defineVerify(command: Command, context: CliContext): void {
  command
    .command('verify')
    .description('Walk the log and name the first line that was changed, removed, added or moved')
    .option('--expect <hash...>', 'ends of the log from earlier: they have to be in it')
    .option('--json', 'the answer as JSON')
    .action(({ expect = [], json }: { expect?: string[]; json?: true }) =>
      withRecord(context, async (record) => {
        const report = await record.audit.verify(expect);
        if (json) context.out(JSON.stringify(report));
        else tell(report, context);
        if (report.faults.length > 0)
          throw new NotPossible(
            'The log is not as it was written. Find out who had the database, and compare with a backup.',
          );
      }),
    );
}

function tell({ chains, faults }: AuditReport, { out }: CliContext): void {
  for (const { workspaceId, seq, hash, rows, emptied } of chains) {
    const gone = emptied > 0 ? `, ${emptied} of them without who it was, since those people were erased` : '';
    out(`${workspaceId}: ${rows} lines${gone}. The end is line ${seq}, ${hash}`);
  }
  if (chains.length === 0) out('Nothing is in the log yet.');
  for (const { workspaceId, sentence } of faults) out(`WRONG ${workspaceId}: ${sentence}`);
}

function defineShow(command: Command, context: CliContext): void {
  command
    .command('show')
    .description('Who saw and changed a case, or what somebody saw and changed')
    .argument('[case]', 'the case, such as FB-12')
    .option('--person <id>', "the person's id on the platform")
    .option('--workspace <id>', 'such as slack:T0123; needed when there are several')
    .option('--json', 'the answer as JSON')
    .action(
      (
        typed: string | undefined,
        { person, workspace, json }: { person?: string; workspace?: string; json?: true },
      ) =>
        withRecord(context, async (record) => {
          const workspaceId = workspace ?? (await onlyWorkspace(record));
          const lines = await record.audit.about(workspaceId, asked(typed, person), SHOWN);
          if (json) return context.out(JSON.stringify(lines));
          for (const each of lines) context.out(asLine(each));
          if (lines.length === 0) context.out('Nothing is in the log about that.');
        }),
    );
}

/** @throws {NotPossible} */
function asked(
  typed: string | undefined,
  person: string | undefined,
): { caseNumber: number } | { actorId: string } {
  if (person !== undefined && typed === undefined) return { actorId: person };
  const number = /(\d{1,9})$/.exec(typed ?? '')?.[1];
  if (number === undefined || person !== undefined)
    throw new NotPossible('Name either a case, such as FB-12, or somebody with --person.');
  return { caseNumber: Number(number) };
}

/** @throws {NotPossible} */
async function onlyWorkspace({ audit: log }: Record): Promise<string> {
  const heads = await log.heads();
  const [first] = heads;
  if (first && heads.length === 1) return first.workspaceId;
  throw new NotPossible(
    first
      ? `Say which community with --workspace: ${heads.map(({ workspaceId }) => workspaceId).join(', ')}.`
      : 'Nothing is in the log yet.',
  );
}

function asLine({ seq, at, action, caseNumber, actorId, detail, isEmptied }: AuditRow): string {
  const who = isEmptied ? '(erased)' : (actorId ?? 'Hearback');
  const more = detail
    ? ` ${Object.entries(detail)
        .map(([key, value]) => `${key}=${value}`)
        .join(' ')}`
    : '';
  const about = caseNumber === null ? '' : ` #${caseNumber}`;
  return `${seq}  ${at.toISOString()}  ${who}  ${action}${about}${more}`;
}

function defineCut(command: Command, context: CliContext): void {
  command
    .command('cut')
    .description('Remove lines older than so many days from the old end; what is left still proves itself')
    .requiredOption('--days <days>', `how many days stay, at least ${LEAST_DAYS}`)
    .option('--yes', 'do not ask')
    .action(async ({ days, yes }: { days: string; yes?: true }) => {
      const kept = Number(days);
      if (!Number.isInteger(kept) || kept < LEAST_DAYS)
        throw new NotPossible(`Write a whole number of days, at least ${LEAST_DAYS}.`);
      await confirmed(
        context,
        yes,
        `Lines of the audit log older than ${kept} days will be removed for good.`,
      );
      await withRecord(context, async ({ audit: log }) => {
        for (const { workspaceId } of await log.heads())
          context.out(
            `${workspaceId}: ${await log.cut(workspaceId, new Date(Date.now() - kept * DAY_MS))} lines removed.`,
          );
      });
    });
}
