import { inNewFile } from '../store/new-file.ts';
import { backupRecord, type BackupSummary } from '../store/backup/index.ts';
import type { CliCommand, CliContext } from './command.ts';
import { count, size, time } from './frame/table.ts';
import { settingsOf } from './frame/with-record.ts';

/** The whole record in one file, taken while Hearback runs. */
export const backup: CliCommand = {
  name: 'backup',
  summary: 'Write the whole record to a file, while Hearback runs',
  define(command, context) {
    command
      .argument('<file>', 'a new file; - for standard output')
      .option('--json', 'the answer as JSON')
      .action((file: string, { json }: { json?: true }) => run(context, file, json === true));
  },
};

async function run(context: CliContext, file: string, json: boolean): Promise<void> {
  const { config, log } = settingsOf(context);
  const options = { now: new Date(), signal: context.stopped };
  const where = { databaseUrl: config.databaseUrl, dataDir: config.dataDir, log };
  if (file === '-') {
    const summary = await backupRecord(where, context.raw, options);
    for (const line of told(summary, 'standard output')) context.note(line);
    return;
  }
  let summary: BackupSummary | undefined;
  const bytes = await inNewFile(file, 'backup', async (sink) => {
    summary = await backupRecord(where, sink, options);
  });
  if (json) context.out(JSON.stringify({ file, bytes, ...summary }));
  else if (summary) for (const line of told(summary, `${file}, ${size(bytes)}`)) context.out(line);
}

function told({ takenAt, rows, tables, level }: BackupSummary, where: string): string[] {
  return [
    `Backed up to ${where}: ${count(rows, 'row')} of ${count(Object.keys(tables).length, 'table')}, as of ${time(takenAt)} (${level}).`,
    'Everything people wrote is in it: keep it as safe as the record. The keys are not: keep a copy of them in another place.',
  ];
}
