import type { ExportLine } from '../../store/exchange/lines.ts';
import type { Kind } from '../../store/exchange/noun.ts';
import { CASE, NOUNS } from '../../store/exchange/nouns.ts';

const NOTHING: Readonly<Record<Kind, unknown>> = {
  text: '',
  'text?': null,
  number: 0,
  'number?': null,
  boolean: false,
  time: null,
  'time?': null,
  texts: [],
  json: [],
  'json?': null,
  'bytes?': null,
};

const BY_TYPE = new Map([CASE, ...NOUNS].map((noun) => [noun.type, noun]));

/** A line as an export would have it, with what another program does not know left empty. */
export function lineWith(type: string, values: Readonly<Record<string, unknown>>): ExportLine {
  const columns = Object.entries(BY_TYPE.get(type)?.columns ?? {});
  return { type, ...Object.fromEntries(columns.map(([name, kind]) => [name, NOTHING[kind]])), ...values };
}

/** What is the same for every case that comes from another program. */
export const NEW_CASE = {
  severity: 'normal',
  languageFrom: 'workspace',
  audience: 'staff',
  level: 1,
  version: 1,
} as const;
