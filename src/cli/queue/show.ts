import type { Letter, LetterCount } from '../../store/dead-letters-port.ts';
import type { PrefixOf } from '../frame/case-prefix.ts';
import { count, table, time } from '../frame/table.ts';
import { caseOf, explanationOf, idOf, placeOf, whatOf } from './words.ts';

/** The list: how much there is of each kind, then what is late and what was given up, one line each. */
export function listing(
  counts: readonly LetterCount[],
  late: readonly Letter[],
  givenUp: readonly Letter[],
  prefixOf: PrefixOf,
): string[] {
  const sum = (what: 'waiting' | 'late' | 'givenUp') => counts.reduce((all, each) => all + each[what], 0);
  const said = `Waiting: ${sum('waiting')}, of these late: ${sum('late')}. Given up: ${sum('givenUp')}.`;
  if (counts.length === 0) return [said, 'Everything that should have happened has happened.'];
  const kinds = counts.map(({ kind, scheduled, waiting, late: isLate, givenUp: isGivenUp }) =>
    [kind, scheduled, waiting, isLate, isGivenUp].map(String),
  );
  return [
    said,
    '',
    ...table([['KIND', 'FOR LATER', 'WAITING', 'LATE', 'GIVEN UP'], ...kinds]),
    ...section('Late', late, sum('late'), prefixOf),
    ...section('Given up', givenUp, sum('givenUp'), prefixOf),
    ...(givenUp[0] ? ['', `What one is, and what to do: hearback queue show ${idOf(givenUp[0].id)}`] : []),
  ];
}

function section(title: string, letters: readonly Letter[], all: number, prefixOf: PrefixOf): string[] {
  if (letters.length === 0) return [];
  const lines = letters.map((letter) => [
    idOf(letter.id),
    whatOf(letter),
    caseOf(letter, prefixOf),
    letter.code ?? '',
    String(letter.attempts),
    time(letter.givenUpAt ?? letter.askedAt),
  ]);
  const more = all > letters.length ? [`… and ${all - letters.length} more`] : [];
  return ['', `${title}:`, ...table([['ID', 'WHAT', 'CASE', 'WHY', 'TRIED', 'SINCE'], ...lines]), ...more];
}

const STATES: Readonly<Record<Letter['state'], string>> = {
  scheduled: 'waits for its time',
  waiting: 'waits for its turn',
  late: 'late',
  given_up: 'given up',
  dropped: 'let go',
  done: 'done',
};

/** One of them in people's words: what it was to do, how far it came, why it stopped, and what to do now. */
export function asText(letter: Letter, prefixOf: PrefixOf): string[] {
  const { id, state, code, message, attempts, askedAt, dueAt, givenUpAt, droppedAt, dropReason } = letter;
  const { meaning, remedy } = explanationOf(code);
  const facts: (readonly [string, string] | null)[] = [
    ['What', whatOf(letter)],
    letter.caseNumber === null ? null : ['Case', caseOf(letter, prefixOf)],
    letter.workspaceId === null ? null : ['Community', letter.workspaceId],
    letter.place === null ? null : ['Where', placeOf(letter.place)],
    ['State', STATES[state]],
    ['Asked for', time(askedAt)],
    state === 'scheduled' || state === 'waiting' ? ['Due', time(dueAt)] : null,
    attempts === 0 ? null : ['Tried', count(attempts, 'time')],
    givenUpAt === null ? null : ['Given up', time(givenUpAt)],
    code === null ? null : ['Why', `${code}: ${meaning}`],
    message === null || message === meaning ? null : ['', message],
    ['Instead', letter.instead === null ? '' : INSTEAD[letter.instead]],
    droppedAt === null ? null : ['Let go', `${time(droppedAt)}: ${dropReason ?? ''}`],
  ];
  const known = facts.filter((fact) => fact !== null && fact[1] !== '') as (readonly [string, string])[];
  return [idOf(id), ...table(known).map((line) => `  ${line}`), ...advice(letter, remedy)];
}

const INSTEAD = {
  said: 'people were told in another place that this did not arrive, or what it said',
  on_its_way: 'people are being told in another place',
} as const;

function advice({ id, state, code }: Letter, remedy: string): string[] {
  if (state === 'late' && code === null)
    return ['', 'What to do: see /readyz of a worker. It goes on by itself when what is in its way is gone.'];
  if (state === 'late') return ['', `What to do: ${remedy}`, 'It is tried again by itself.'];
  if (state !== 'given_up') return [];
  return [
    '',
    `What to do: ${remedy}`,
    `Then try it again:  hearback queue replay ${idOf(id)}`,
    `Or let it go:       hearback queue drop ${idOf(id)} --reason "…"`,
    'All error codes:    docs/errors.md',
  ];
}

/** The same for programs. Ids and codes only, never anybody's words. */
export function asJson(letter: Letter, prefixOf: PrefixOf): Record<string, unknown> {
  const { id, caseNumber: _, ...rest } = letter;
  const { meaning, remedy } = explanationOf(letter.code);
  return {
    id: idOf(id),
    what: whatOf(letter),
    case: caseOf(letter, prefixOf) || null,
    ...rest,
    ...(letter.code !== null && { meaning, remedy }),
  };
}
