/** A value of a file nobody has checked yet, looked at without trusting its shape. */
type Loose = Record<string, unknown>;

/** The value as a map, or an empty one where something else was written. */
export function asMap(value: unknown): Loose {
  return isMap(value) ? value : {};
}

function isMap(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list, or an empty one where something else was written. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value at the end of a path, or undefined where the path ends before. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, part) => {
    if (Array.isArray(inner)) return inner[Number(part)];
    return isMap(inner) && Object.hasOwn(inner, part) ? inner[part] : undefined;
  }, value);
}

/** The text at a key, or null where there is none. */
export function textAt(map: Loose, key: string): string | null {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return typeof value === 'string' ? value : null;
}
