import { z } from 'zod';
import { durationText } from '../src/policy/duration.ts';
import { duration, keeping } from '../src/policy/values.ts';
import { valueWords } from './value-words.ts';

type Schema = z.core.$ZodType;

/** A key somebody can write, with what it takes. */
export interface KeyRow {
  /** From the top: names of keys, `[]` for each of a list, `<key>` for names people choose. */
  path: string[];
  value: string;
  /** What counts when the key is left out; empty when nothing does, or its own keys say it. */
  fallback: string;
  isNeeded: boolean;
}

/** Keys whose maps are all alike are told once, for all of them: a row for each would say the same. */
const ALIKE_FROM = 3;

/** Every key below a schema, in its order. */
export function keyRows(schema: Schema, path: string[] = []): KeyRow[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return objectRows(inner, path);
  if (inner instanceof z.ZodArray) return keyRows(inner.element, [...path, '[]']);
  if (inner instanceof z.ZodRecord) return keyRows(inner.valueType, [...path, '<key>']);
  if (inner instanceof z.ZodUnion) return merged(inner.options, path);
  return [];
}

function objectRows(object: z.ZodObject, path: string[]): KeyRow[] {
  const shape: Record<string, Schema> = object.shape;
  const alike = alikeKeys(shape);
  return Object.entries(shape).flatMap(([key, schema]) => {
    if (alike.length > 0 && alike.includes(key) && key !== alike[0]) return [];
    const at = [...path, alike.includes(key) ? `<${alike.join(', ')}>` : key];
    return [rowOf(schema, at), ...keyRows(schema, at)];
  });
}

/** Keys of one map that take exactly the same map, such as the severities. */
function alikeKeys(shape: Record<string, Schema>): string[] {
  const maps = Object.entries(shape).filter(([, schema]) => bare(schema) instanceof z.ZodObject);
  const drawn = maps.map(([key, schema]) => ({ key, rows: JSON.stringify(keyRows(schema)) }));
  const alike = drawn.map(({ rows }) => drawn.filter((other) => other.rows === rows).map(({ key }) => key));
  return alike.find((keys) => keys.length >= ALIKE_FROM) ?? [];
}

function rowOf(schema: Schema, path: string[]): KeyRow {
  const isNeeded = !(schema instanceof z.ZodOptional || defaultOf(schema) !== undefined);
  return { path, value: valueWords(bare(schema)), fallback: fallbackWords(schema), isNeeded };
}

/** The keys of several forms of one map, each once; those that only one form has say which. */
function merged(options: readonly Schema[], path: string[]): KeyRow[] {
  const forms = options
    .map((option) => ({ option, rows: keyRows(option, path) }))
    .filter(({ rows }) => rows.length > 0);
  const places = [...new Set(forms.flatMap(({ rows }) => rows.map(nameOf)))];
  return places.map((place) => {
    const having = forms.filter(({ rows }) => rows.some((row) => nameOf(row) === place));
    const found = having.map(({ rows }) => rows.find((row) => nameOf(row) === place)!);
    const values = [...new Set(found.map(({ value }) => value))].join(', ');
    const only = having.length < forms.length ? `; only for ${formName(having[0]!.option)}` : '';
    return { ...found[0]!, value: `${values}${only}` };
  });
}

const nameOf = ({ path }: KeyRow) => path.join('.');

/** What tells a form from the others: the one key whose value is fixed. */
function formName(option: Schema): string {
  const shape: Record<string, Schema> = option instanceof z.ZodObject ? option.shape : {};
  const [key, fixed] = Object.entries(shape).find(([, schema]) => schema instanceof z.ZodLiteral) ?? [];
  return fixed ? `\`${key}\` ${valueWords(fixed)}` : 'this form';
}

function defaultOf(schema: Schema): unknown {
  if (schema instanceof z.ZodDefault) return schema.def.defaultValue;
  return schema instanceof z.ZodPipe ? defaultOf(schema.in) : undefined;
}

function fallbackWords(schema: Schema): string {
  const value = defaultOf(schema);
  const inner = bare(schema);
  if (value === undefined || value === '' || inner instanceof z.ZodObject) return '';
  if (inner === keeping) return '`forever`';
  if (value === null || isEmpty(value)) return 'none';
  // What a map that may be something else defaults to, its own keys say.
  if (inner instanceof z.ZodUnion && typeof value === 'object') return '';
  return `\`${inDurations(inner, value)}\``;
}

/** As somebody writes it: lengths of time are kept in milliseconds. */
function inDurations(schema: Schema, value: unknown): string {
  const takesDuration = schema instanceof z.ZodUnion && schema.options.includes(duration);
  if (schema === duration || takesDuration) return durationText(Number(value));
  if (schema instanceof z.ZodArray && schema.element === duration && Array.isArray(value))
    return `[${value.map((each) => durationText(Number(each))).join(', ')}]`;
  if (Array.isArray(value)) return value.length > 5 ? 'a list of our own' : `[${value.join(', ')}]`;
  return String(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Without what defaults, optionals and nulls put around it, and what is made of it afterwards. */
function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return bare(schema.unwrap());
  // A length of time is read from anything, and known by itself.
  if (schema instanceof z.ZodPipe && !(schema.in instanceof z.ZodUnknown)) return bare(schema.in);
  return schema;
}
