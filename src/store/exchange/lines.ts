import { z } from 'zod';
import { DEPARTMENT_STATES, EXCLUSION_REASONS, STATES } from '../../cases/case.ts';
import { RAISED_BECAUSE } from '../../cases/raised.ts';
import { clockKind, place } from '../shapes.ts';
import type { Kind, Noun } from './noun.ts';
import { CASE, IDENTITY, NOUNS } from './nouns.ts';

/** PostgreSQL's largest bigint is larger than what JSON can hold without loss; no number here comes near. */
const number = z.number().refine(Number.isFinite);

/** A moment to the microsecond: `2026-11-20T09:00:00.123456Z`. */
const time = z.iso.datetime({ offset: true });

const KINDS: Readonly<Record<Kind, z.ZodType>> = {
  text: z.string(),
  'text?': z.string().nullable(),
  number,
  'number?': number.nullable(),
  boolean: z.boolean(),
  time,
  'time?': time.nullable(),
  texts: z.array(z.string()),
  json: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  'json?': z.record(z.string(), z.unknown()).nullable(),
  'bytes?': z.base64().nullable(),
};

/** Columns the program reads again in a narrower shape: what does not have it would break every list its case is in. */
const INSIDE: Readonly<Record<string, z.ZodType>> = {
  versions: z.array(z.object({ text: z.string().nullable(), at: time })),
  place,
  detail: z.record(z.string(), z.string()).nullable(),
  'case.state': z.enum(STATES),
  'case.severity': z.enum(['low', 'normal', 'high', 'urgent']),
  'clock.kind': clockKind,
  'department.state': z.enum(DEPARTMENT_STATES),
  'exclusion.reason': z.enum(EXCLUSION_REASONS),
  'level.why': z.enum(RAISED_BECAUSE),
};

/** Numbers people can type; one that is larger would leave none for the next case. */
const NUMBER_MAX = 99_999_999;

function shapeOf(noun: Noun, before: z.core.$ZodLooseShape): z.ZodType<ExportLine> {
  const columns = Object.fromEntries(
    Object.entries(noun.columns).map(([name, kind]) => [
      name,
      INSIDE[`${noun.type}.${name}`] ?? INSIDE[name] ?? KINDS[kind],
    ]),
  );
  return z.looseObject({
    type: z.literal(noun.type),
    ...before,
    ...columns,
  });
}

const workspace = z.string().regex(/^[a-z]+:\S+$/, 'is a workspace such as slack:T0123');

/** How a case is named in an export: its workspace, a slash, its number there. */
const CASE_KEY = /^[a-z]+:\S+\/[1-9]\d{0,8}$/;
const caseKey = z.string().regex(CASE_KEY, 'is a case such as slack:T0123/12');

/** One line of an export: what it is, and its columns. */
export interface ExportLine {
  type: string;
  [column: string]: unknown;
}

/** The shape of each type of line between the first and the last. */
export const LINES: ReadonlyMap<string, z.ZodType<ExportLine>> = new Map([
  [IDENTITY.type, shapeOf(IDENTITY, { workspace })],
  [CASE.type, shapeOf(CASE, { workspace, number: z.int().min(1).max(NUMBER_MAX) })],
  ...NOUNS.map((noun): [string, z.ZodType<ExportLine>] => [noun.type, shapeOf(noun, { case: caseKey })]),
]);

/** Raised when a line changes its meaning: docs/export-import.md describes every line. */
export const EXPORT_VERSION = 1;

/** The first line. */
export const header = z.looseObject({
  type: z.literal('hearback-export'),
  version: z.number(),
  /** The record it was taken from, by a name of chance. */
  record: z.string().min(1),
  /** Everything, or what one person may see: the latter lacks what it takes to be a record. */
  of: z.enum(['record', 'person']),
  takenAt: z.iso.datetime(),
});
export type ExportHeader = z.infer<typeof header>;

/** The last line: a file without it was cut. `lines` counts those between. */
export const ending = z.looseObject({
  type: z.literal('end'),
  lines: z.int(),
  cases: z.int(),
});

/**
 * What a case that another program kept is known by, so that it is not brought in twice; and that its number there says nothing.
 * Null for a case that has a number people know.
 */
export function foreignKey(line: ExportLine): string | null {
  return typeof line['foreignKey'] === 'string' ? line['foreignKey'] : null;
}

/** `slack:T0123/12`, of a line `case`. */
export function keyOfCase(line: ExportLine): string {
  return `${String(line['workspace'])}/${String(line['number'])}`;
}
