import type { Command } from 'commander';
import { NotPossible } from '../errors.ts';
import type { Letter, LetterId } from '../store/dead-letters-port.ts';
import type { CliCommand, CliContext } from './command.ts';
import { casePrefixes } from './frame/case-prefix.ts';
import { confirmed } from './frame/confirmed.ts';
import { count } from './frame/table.ts';
import { withRecord } from './frame/with-record.ts';
import { asJson, asText, listing } from './queue/show.ts';
import { idOf, parseId, REFUSALS, whatOf } from './queue/words.ts';

/** Most things a list shows, and `replay --all` takes at a time. */
const LIST_MAX = 50;
const REPLAY_MAX = 10_000;

interface Json {
  json?: true;
}

/** What was given up, and why: see it, try it again, let it go. */
export const queue: CliCommand = {
  name: 'queue',
  summary: 'Show what waits and what was given up; replay it or let it go',
  define(command, context) {
    command
      .option('--json', 'the answer as JSON')
      .action((options: Json) => list(context, options))
      .addHelpText(
        'after',
        '\nAn id is as the list shows it: 812 for a job, d57 for words that could not be delivered.',
      );
    command
      .command('show')
      .description('What one of them is, why it was given up, and what to do')
      .argument('<id>', 'as the list shows it')
      .option('--json', 'the answer as JSON')
      .action((id: string, _: Json, self: Command) => show(context, id, self.optsWithGlobals<Json>()));
    command
      .command('replay')
      .description('Try what was given up again, each exactly once')
      .argument('[id...]', 'as the list shows them')
      .option('--all', 'everything that was given up')
      .option('--kind <kind>', 'with --all: only this kind')
      .option('--code <code>', 'with --all: only what was given up with this error code')
      .option('--json', 'the answer as JSON')
      .action((ids: string[], _: Json, self: Command) =>
        replay(context, ids, self.optsWithGlobals<ReplayOptions>()),
      );
    command
      .command('drop')
      .description('Let one go for good; it is kept with the reason')
      .argument('<id>', 'as the list shows it')
      .requiredOption('--reason <why>', 'why nobody needs it any more')
      .option('--yes', 'do not ask')
      .option('--json', 'the answer as JSON')
      .action((id: string, _: Json, self: Command) => drop(context, id, self.optsWithGlobals<DropOptions>()));
  },
};

function list(context: CliContext, { json }: Json): Promise<void> {
  return withRecord(context, async ({ deadLetters }, config) => {
    const [counts, late, givenUp] = [
      await deadLetters.counts(),
      await deadLetters.list({ state: 'late', limit: LIST_MAX }),
      await deadLetters.list({ state: 'given_up', limit: LIST_MAX }),
    ];
    const prefixOf = casePrefixes(config.policyPath);
    if (json) {
      const letters = (some: Letter[]) => some.map((letter) => asJson(letter, prefixOf));
      context.out(JSON.stringify({ counts, late: letters(late), givenUp: letters(givenUp) }));
    } else for (const line of listing(counts, late, givenUp, prefixOf)) context.out(line);
  });
}

function show(context: CliContext, written: string, { json }: Json): Promise<void> {
  const id = idIn(written);
  return withRecord(context, async ({ deadLetters }, config) => {
    const letter = await deadLetters.find(id);
    if (!letter) throw new NotPossible(`${idOf(id)}: ${REFUSALS.unknown}`);
    const prefixOf = casePrefixes(config.policyPath);
    if (json) context.out(JSON.stringify(asJson(letter, prefixOf)));
    else for (const line of asText(letter, prefixOf)) context.out(line);
  });
}

interface ReplayOptions extends Json {
  all?: true;
  kind?: string;
  code?: string;
}

async function replay(context: CliContext, written: string[], options: ReplayOptions): Promise<void> {
  const { all, kind, code, json } = options;
  if (written.length > 0 === (all === true))
    throw new NotPossible(
      'Name what to replay, such as hearback queue replay 812, or everything with --all.',
    );
  if (!all && (kind ?? code) !== undefined) throw new NotPossible('--kind and --code go with --all.');
  const named = written.map(idIn);
  await withRecord(context, async ({ deadLetters }) => {
    const filter = {
      state: 'given_up' as const,
      limit: REPLAY_MAX,
      ...(kind && { kind }),
      ...(code && { code }),
    };
    const ids = all ? (await deadLetters.list(filter)).map(({ id }) => id) : named;
    const outcomes = [];
    for (const id of ids) outcomes.push({ id: idOf(id), refused: await deadLetters.replay(id) });
    const replayed = outcomes.filter(({ refused }) => refused === null).map(({ id }) => id);
    const refused = outcomes.flatMap(({ id, refused: why }) =>
      why ? [{ id, why, sentence: REFUSALS[why] }] : [],
    );
    if (json) context.out(JSON.stringify({ replayed, refused }));
    else {
      context.out(
        `${count(replayed.length, 'thing')} of ${outcomes.length} tried again${replayed.length > 0 ? `: ${replayed.join(', ')}` : ''}.`,
      );
      for (const { id, sentence } of refused) context.out(`${id} was left as it is. ${sentence}`);
    }
    // Whoever named one wants to know; --all takes what can be replayed.
    if (!all && refused.length > 0)
      throw new NotPossible(`${count(refused.length, 'thing')} could not be replayed.`);
  });
}

interface DropOptions extends Json {
  reason: string;
  yes?: true;
}

async function drop(context: CliContext, written: string, { reason, yes, json }: DropOptions): Promise<void> {
  const id = idIn(written);
  if (reason.trim() === '') throw new NotPossible('The reason is empty. Write why nobody needs it any more.');
  await withRecord(context, async ({ deadLetters }) => {
    const letter = await deadLetters.find(id);
    if (letter?.state !== 'given_up')
      throw new NotPossible(`${idOf(id)}: ${REFUSALS[letter ? 'not_given_up' : 'unknown']}`);
    await confirmed(context, yes, `${idOf(id)} (${whatOf(letter)}) will never be done.`);
    const refused = await deadLetters.drop(id, reason.trim());
    if (refused) throw new NotPossible(`${idOf(id)}: ${REFUSALS[refused]}`);
    context.out(
      json
        ? JSON.stringify({ dropped: idOf(id) })
        : `${idOf(id)} is let go. Its row stays, with your reason.`,
    );
  });
}

function idIn(written: string): LetterId {
  const id = parseId(written);
  if (!id)
    throw new NotPossible(
      `"${written.slice(0, 40)}" is not an id. Ids look like 812 or d57; hearback queue lists them.`,
    );
  return id;
}
