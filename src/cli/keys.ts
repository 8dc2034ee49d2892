import type { Command } from 'commander';
import { AppError, NotPossible } from '../errors.ts';
import { addToKeyFile, keyFilePath, readKeyFile } from '../store/key-file.ts';
import { keyLine, newKey } from '../store/keys.ts';
import type { Keys, KeyState } from '../store/keys-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { confirmed } from './frame/confirmed.ts';
import { settingsOf, withRecord } from './frame/with-record.ts';

/** How often `keys rotate` says how far it is (things). */
const SAY_EVERY = 100;

/** The keys attachments are sealed with: shown, made, changed for new ones. */
export const keys: CliCommand = {
  name: 'keys',
  summary: 'The keys attachments are sealed with: list, make, rotate',
  define(command, context) {
    defineList(command, context);
    command
      .command('new')
      .description('Make a key: added to the file of keys, or printed for HEARBACK_KEYS')
      .option('--print', 'print it in any case, for HEARBACK_KEYS')
      .action(({ print }: { print?: true }) => make(context, print === true));
    command
      .command('rotate')
      .description('Seal everything under the first key; older keys may be removed afterwards')
      .action(() => withRecord(context, (record) => rotate(record.keys, context)));
    command
      .command('forget')
      .description('Give up a key that is lost for good, and what is sealed under it')
      .argument('<id>', 'the name of the key')
      .option('--yes', 'do not ask')
      .action((id: string, { yes }: { yes?: true }) =>
        withRecord(context, (record) => forget(record.keys, id, yes, context)),
      );
  },
};

function defineList(command: Command, context: CliContext): void {
  command
    .command('list')
    .description('Which keys there are, and how much is sealed under each')
    .option('--json', 'the answer as JSON')
    .action(({ json }: { json?: true }) =>
      withRecord(context, async (record) => {
        const found = await record.keys.list();
        if (json) return context.out(JSON.stringify(found));
        for (const key of found.keys) context.out(`${key.id}: ${stateOf(key)}; ${counted(key.counts)}`);
        if (found.keys.length === 0) context.out('No key yet: Hearback makes one when it starts.');
        if (total(found.unsealed) > 0)
          context.out(
            `not sealed: ${counted(found.unsealed)}, from before there were keys. "keys rotate" seals them now.`,
          );
      }),
    );
}

function stateOf({ isFirst, isHere, isInUse }: KeyState): string {
  if (!isHere) return 'MISSING here, or another key of the same name';
  if (isFirst) return 'seals and opens';
  return isInUse ? 'opens' : 'opens; may be removed';
}

function counted(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([noun, count]) => `${count} ${noun}`);
  return parts.join(', ') || 'nothing under it';
}

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

async function make(context: CliContext, print: boolean): Promise<void> {
  const { config, log } = settingsOf(context);
  const key = newKey(new Date());
  if (!print && config.keys === null && readKeyFile(config.dataDir, log)) {
    await addToKeyFile(config.dataDir, key);
    context.out(`The key ${key.id} is the first one in ${keyFilePath(config.dataDir)} now.`);
    context.note('Keep a copy of the file, restart Hearback, and then run "keys rotate".');
    return;
  }
  context.out(keyLine(key));
  context.note(
    config.keys
      ? 'A secret. Put it in front of the others in HEARBACK_KEYS, with a comma between, on every machine; restart Hearback, and then run "keys rotate".'
      : 'A secret. It is not stored anywhere: set HEARBACK_KEYS to this line, on every machine, and keep a copy.',
  );
}

async function rotate(record: Keys, { out, note, stopped }: CliContext): Promise<void> {
  let moved = 0;
  const { problems } = await record.reseal({
    stopped,
    onMoved() {
      moved += 1;
      if (moved % SAY_EVERY === 0) note(`${moved} sealed …`);
    },
  });
  for (const problem of problems) note(problem);
  if (stopped.aborted) return out(`${moved} sealed under the first key. Run it again to go on.`);
  const retired = await record.retire();
  const left = (await record.list()).keys.filter(({ isFirst, isInUse }) => !isFirst && isInUse);
  out(`${moved} sealed under the first key.`);
  if (retired.length > 0) out(`Nothing is sealed under ${retired.join(', ')} any more: it may be removed.`);
  if (problems.length > 0)
    throw new AppError('SEAL_BROKEN', `${problems.length} could not be opened.`, 'never');
  if (left.length > 0)
    throw new NotPossible(
      `Something was sealed under ${left.map(({ id }) => id).join(', ')} meanwhile: restart every program that has it in front, and run it again.`,
    );
}

async function forget(record: Keys, id: string, yes: true | undefined, context: CliContext): Promise<void> {
  const known = (await record.list()).keys.find((key) => key.id === id && key.isInUse);
  if (!known) throw new NotPossible(`Nothing is sealed under a key called ${id}. "keys list" shows them.`);
  await confirmed(
    context,
    yes,
    `${counted(known.counts)} sealed under ${id} will be lost, unless the platform still has them: those are copied again.`,
  );
  const lost = await record.forget(id);
  context.out(`The key ${id} is given up, and with it ${counted(lost ?? {})}.`);
}
