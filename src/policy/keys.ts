import { z } from 'zod';
import type { Path } from './document.ts';

type Schema = z.core.$ZodType;

/** The keys a schema allows at a path; none where it wants no map, or any keys. */
export function keysAt(schema: Schema, path: Path): string[] {
  const found = path.reduce<Schema | null>((inner, part) => inner && step(inner, part), schema);
  const map = found && bare(found);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
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
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return schema;
}

function shapeOf(object: z.ZodObject): Record<string | number, Schema> {
  return object.shape;
}
