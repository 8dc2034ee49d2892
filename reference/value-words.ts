import { z } from 'zod';
import { isLocalizedText } from '../src/policy/localized-schema.ts';
import { hoursSchema } from '../src/policy/hours-schema.ts';
import { duration, keeping } from '../src/policy/values.ts';

type Schema = z.core.$ZodType;

/** What a value has to look like, in words. The rules behind a text are told by what it says when they are broken. */
export function valueWords(schema: Schema): string {
  const special = SPECIAL.get(schema);
  if (special) return special;
  if (isLocalizedText(schema)) return 'text, or one for each language';
  if (schema instanceof z.ZodObject) return 'the keys below';
  if (schema instanceof z.ZodRecord) return `names, each with ${oneOf(schema.valueType)}`;
  if (schema instanceof z.ZodArray) return `a list${ofMany(schema.element)}${span(schema)}`;
  if (schema instanceof z.ZodUnion) return unionWords(schema);
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return choices(schema);
  if (schema instanceof z.ZodBoolean) return '`true` or `false`';
  if (schema instanceof z.ZodNumber) return numberWords(schema);
  return textWords(schema);
}

const SPECIAL = new Map<Schema, string>([
  [duration, 'a length of time'],
  [keeping, 'a length of time, or `forever`'],
  [hoursSchema, 'working hours'],
]);

function oneOf(schema: Schema): string {
  return valueWords(unwrapped(schema)).replace(/^text/, 'a text');
}

/** What stands behind `a list`. */
function ofMany(schema: Schema): string {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject || (inner instanceof z.ZodUnion && inner.options.every(isMap)))
    return ', each with the keys below';
  if (inner === duration) return ' of lengths of time';
  if (isLocalizedText(inner)) return ' of texts, or of one for each language';
  return ` of ${valueWords(inner).replace(/^text/, 'texts')}`;
}

const isMap = (schema: Schema) => schema instanceof z.ZodObject;

function unionWords(union: z.ZodUnion): string {
  const options = union.options.map(unwrapped);
  if (options.every((option) => option instanceof z.ZodLiteral)) return options.map(choices).join(', ');
  if (options.every(isMap)) return 'the keys below';
  return [...new Set(options.map(valueWords))].join(', or ');
}

function choices(schema: Schema): string {
  const { enum: several, const: one } = jsonOf(schema);
  return (several ?? [one]).map((value) => `\`${String(value)}\``).join(', ');
}

function numberWords(schema: Schema): string {
  const { type, minimum, maximum = Infinity, exclusiveMinimum } = jsonOf(schema);
  const word = type === 'integer' ? 'a whole number' : 'a number';
  // The only numbers that have to be more than something are whole ones.
  const least = minimum ?? Number(exclusiveMinimum) + 1;
  return maximum >= Number.MAX_SAFE_INTEGER ? `${word}, ${least} or more` : `${word}, ${least} to ${maximum}`;
}

/** What is said of a text no rule would take: what to write instead stands behind the semicolon. */
function textWords(schema: Schema): string {
  const refused = z.safeParse(schema, '\n');
  const issue = refused.success ? undefined : refused.error.issues[0];
  if (!issue || issue.code === 'too_small') return 'text';
  return `text: ${issue.message.split('; ').at(-1)!.replaceAll('<', '&lt;')}`;
}

function span(list: Schema): string {
  const { minItems: least, maxItems: most } = jsonOf(list);
  if (most === undefined) return '';
  return least === undefined ? `, at most ${most}` : `, ${least} to ${most}`;
}

function unwrapped(schema: Schema): Schema {
  if (schema instanceof z.ZodPipe && !(schema.in instanceof z.ZodUnknown)) return unwrapped(schema.in);
  return schema;
}

function jsonOf(schema: Schema): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
