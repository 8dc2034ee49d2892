import { ID_COLUMNS } from '../erase-traces.ts';
import type { ExportLine } from './lines.ts';
import { inTable, type Noun } from './noun.ts';
import { wasErased, type Unheard } from './unheard.ts';

type Fate = (typeof ID_COLUMNS)[number]['fate'];

/** The columns of a noun that hold somebody's id, and what an erasure makes of them. */
function idsOf({ table, columns }: Noun): [column: string, fate: Fate][] {
  return Object.keys(columns).flatMap((name): [string, Fate][] => {
    // A gift stays in the ledger, without who got it: see erase-gifts.
    if (table === 'gift' && name === 'memberId') return [[name, 'emptied']];
    const found = ID_COLUMNS.find(({ column }) => column === `${table}.${inTable(name)}`);
    return found ? [[name, found.fate]] : [];
  });
}

/** Everybody a line names. */
export function peopleIn(noun: Noun, line: ExportLine): string[] {
  const all = [
    ...idsOf(noun).map(([name]) => line[name]),
    line['authorId'],
    ...inside(line['mentions']),
    ...inside(line['detail']),
    ...inside(line['place']),
  ];
  return all.filter((each): each is string => typeof each === 'string');
}

function inside(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/** A line as it would be after the erasures there were here; null: nothing is left of it. */
export function withoutErased(noun: Noun, line: ExportLine, unheard: Unheard): ExportLine | null {
  if (unheard.size === 0) return line;
  const [time] = Object.entries(noun.columns).find(([, kind]) => kind === 'time') ?? [];
  const isGone = (userId: unknown) => wasErased(unheard, userId, time === undefined ? 0 : line[time]);
  const nameOf = (userId: unknown) => unheard.get(String(userId))?.pseudonym ?? null;
  const left = { ...line };
  for (const [name, fate] of idsOf(noun)) {
    if (!isGone(line[name])) continue;
    if (fate === 'removed') return null;
    left[name] = fate === 'renamed' ? nameOf(line[name]) : null;
  }
  for (const name of ['detail', 'place'])
    left[name] = renamed(line[name], (each) => (isGone(each) ? nameOf(each) : each));
  if (Array.isArray(line['mentions'])) left['mentions'] = line['mentions'].filter((each) => !isGone(each));
  return left;
}

function renamed(value: unknown, nameOf: (each: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, nameOf(each)]));
}
