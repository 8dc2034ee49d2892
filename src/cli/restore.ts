import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { NotPossible } from '../errors.ts';
import { restoreRecord, type Restored } from '../store/backup/index.ts';
import type { ErasureMark } from '../store/privacy-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { communityTexts } from './frame/community-texts.ts';
import { confirmed } from './frame/confirmed.ts';
import { count, time } from './frame/table.ts';
import { settingsOf, withRecord } from './frame/with-record.ts';

interface Options {
  replace?: true;
  moving?: true;
  yes?: true;
  json?: true;
}

/** A backup becomes the record again. */
export const restore: CliCommand = {
  name: 'restore',
  summary: 'Make a backup the record again, while Hearback is stopped',
  define(command, context) {
    command
      .argument('<file>', 'what hearback backup wrote')
      .option('--replace', 'in place of the record that is there')
      .option('--moving', 'nothing happened since the backup: numbers of cases go on without a gap')
      .option('--yes', 'with --replace: do not ask')
      .option('--json', 'the answer as JSON')
      .action((file: string, options: Options) => run(context, file, options));
  },
};

async function run(
  context: CliContext,
  file: string,
  { replace, moving, yes, json }: Options,
): Promise<void> {
  const { config, log } = settingsOf(context);
  // Before anybody is asked, and before a database is made for it.
  if (!existsSync(file)) throw new NotPossible(`There is no ${file}.`);
  if (replace)
    await confirmed(
      context,
      yes,
      'The record that is there will be gone, and with it everything since this backup.',
    );
  const erased = erasedBeside(file);
  const restored = await restoreRecord(
    { databaseUrl: config.databaseUrl, dataDir: config.dataDir, log },
    file,
    {
      replace: replace === true,
      moving: moving === true,
      now: new Date(),
      signal: context.stopped,
      onChecked: ({ takenAt, rows }) =>
        context.note(`The backup is whole: ${count(rows, 'row')}, as of ${time(takenAt)}. Restoring …`),
      onErased: erased.keep,
    },
  );
  const again = await eraseAgain(context, erased);
  if (json) context.out(JSON.stringify({ ...restored, erasedAgain: again }));
  else for (const line of told(restored, again, moving === true)) context.out(line);
}

/** Who had been erased is in a file for as long as it is not certain that they are erased again: also when we are killed. */
function erasedBeside(backup: string) {
  const file = `${backup}.erased`;
  let marks: ErasureMark[] = [];
  return {
    file,
    marks: () => marks,
    keep: async (found: ErasureMark[]) => {
      marks = found;
      if (found.length > 0) keepIn(file, found);
    },
    forget: () => rmSync(file, { force: true }),
  };
}

function keepIn(file: string, marks: readonly ErasureMark[]): void {
  try {
    writeFileSync(file, marks.map((mark) => `${JSON.stringify(mark)}\n`).join(''), { mode: 0o600 });
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    throw new NotPossible(
      `Who was erased cannot be noted in ${file} (${code}), so nothing was changed. Put the backup where this program may write.`,
    );
  }
}

/** @returns how many people the backup had brought back. */
async function eraseAgain(
  context: CliContext,
  { file, marks, forget }: ReturnType<typeof erasedBeside>,
): Promise<number> {
  if (marks().length === 0) return 0;
  try {
    const receipts = await withRecord(context, ({ privacy }, { policyPath }) =>
      privacy.reapplyErasures(marks(), communityTexts(policyPath)),
    );
    forget();
    return receipts.length;
  } catch (error) {
    context.note(
      `The record is restored, but those who had been erased from it may be back. Run: hearback erase again ${file}`,
    );
    throw error;
  }
}

function told({ takenAt, rows, keyIds }: Restored, again: number, moving: boolean): string[] {
  return [
    `Restored: ${count(rows, 'row')}, as of ${time(takenAt)}.`,
    ...(again > 0
      ? [`${count(again, 'person', 'people')} who had been erased since were erased again.`]
      : []),
    ...(keyIds.length > 0
      ? [`Files in it are sealed under ${keyIds.join(', ')}: Hearback starts only with these keys.`]
      : []),
    ...(moving
      ? []
      : ['New cases are numbered from the next round thousand, so that no number is used twice.']),
    'What to do: start Hearback. It makes the queue anew, asks the platforms before it posts anything, and looks for flags that were missed.',
  ];
}
