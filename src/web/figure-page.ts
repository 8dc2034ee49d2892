import type { Case } from '../cases/case.ts';
import type { Fault } from './filters.ts';
import type { Table } from './figure-words.ts';
import type { PageAnswer, Rooms, Visit, Visitor } from './page.ts';
import type { Picture } from './pictures.ts';
import { versionOf } from './version.ts';

/** What a page of figures shows; what is left out is not there. */
interface Shown {
  tiles?: readonly { label: string; value: string; note: string | null }[];
  pictures?: readonly Picture[];
  tables?: readonly Table[];
  note?: string | null;
  isEmpty?: boolean;
}

const NOTHING = { tiles: [], pictures: [], tables: [], note: null, isEmpty: false } satisfies Shown;

/**
 * A page of figures. What cannot be read of its address is said; what the browser shows already is not shown again; and before
 * anything is shown, the audit log has it.
 * @param frame what stands around the figures, with the faults of the address
 */
export async function figurePage<Found>(
  { rooms, visitor, known }: Pick<Visit, 'rooms' | 'known'> & { visitor: Visitor },
  frame: { faults: readonly Fault[]; title: string; intro: string },
  figures: {
    name: string;
    read(): Promise<Found>;
    /** Cases that are named on it. */
    named?(found: Found): readonly Pick<Case, 'number'>[];
    draw(found: Found): Promise<Shown>;
  },
): Promise<PageAnswer> {
  const around = { ...NOTHING, ...frame };
  if (frame.faults.length > 0) return { type: 'show', status: 400, view: 'figures', data: around };
  const found = await figures.read();
  const version = versionOf(found);
  if (known === version) return { type: 'same' };
  await noteShown(figures.name, figures.named?.(found) ?? [], visitor, rooms);
  const { tables = [], ...shown } = await figures.draw(found);
  const data = { ...around, ...shown, tables: tables.map(drawn) };
  return { type: 'show', view: 'figures', version, data };
}

/** Longer words (characters) are broken where their column has no room: few languages have such, and names that people give. */
const WORD_MAX = 24;

/** A table as its view takes it. */
function drawn({ rows, isList = false, ...table }: Table) {
  const cell = (text: string) => ({ text, isLong: text.split(/\s/).some(({ length }) => length > WORD_MAX) });
  return { ...table, isList, rows: rows.map(({ cells, url }) => ({ cells: cells.map(cell), url })) };
}

async function noteShown(
  page: string,
  named: readonly Pick<Case, 'number'>[],
  { workspace, userId }: Visitor,
  { audit }: Rooms,
): Promise<void> {
  const numbers = [...new Set(named.map(({ number }) => number))].join(' ');
  await audit.note({
    workspaceId: workspace.id,
    actorId: userId,
    action: 'figures_shown',
    detail: { page, ...(numbers !== '' && { cases: numbers }) },
  });
}
