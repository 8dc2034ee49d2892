import { z } from 'zod';
import type { Path } from './document.ts';
import { isLocalizedText } from './localized-schema.ts';
import { asList, asMap } from './loose.ts';

type Schema = z.core.$ZodType;

/** The keys a schema allows at a path; none where it wants no map, or any keys. */
export function keysAt(schema: Schema, path: Path): string[] {
  const found = path.reduce<Schema | null>((inner, part) => inner && step(inner, part), schema);
  const map = found && bare(found);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

/** Where a value that a schema describes has texts that can be written for each language. */
export function localizedPaths(schema: Schema, value: unknown, path: Path = []): Path[] {
  const inner = bare(schema);
  if (value === undefined) return [];
  if (isLocalizedText(inner)) return [path];
  if (inner instanceof z.ZodArray)
    return asList(value).flatMap((each, index) => localizedPaths(inner.element, each, [...path, index]));
  return Object.entries(asMap(value)).flatMap(([key, each]) => {
    const next = step(inner, key);
    return next ? localizedPaths(next, each, [...path, key]) : [];
  });
}

function step(schema: Schema, part: string | number): Schema | null {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return shapeOf(inner)[part] ?? null;
  if (inner instanceof z.ZodRecord) return inner.valueType;
  if (inner instanceof z.ZodArray) return inner.element;
  return null;
}

/** Without what defaults, optionals and transformations put around it. */
function bare(schema: Schema): Schema {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return bare(schema.unwrap());
  // Such a text is read from anything, and known by itself.
  if (schema instanceof z.ZodPipe && !isLocalizedText(schema)) return bare(schema.in);
  return schema;
}

function shapeOf(object: z.ZodObject): Record<string | number, Schema> {
  return object.shape;
}
