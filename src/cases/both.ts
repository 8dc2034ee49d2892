import type { Change } from './change.ts';

/** Two changes of a case as one: the lists of both, and what both set, the second counting more. */
export function both(first: Change, second: Change): Change {
  const lists = [first, second].flatMap((change) => Object.entries(change));
  const joined = new Map<string, unknown>();
  for (const [name, value] of lists) {
    const before = joined.get(name);
    joined.set(name, together(before, value));
  }
  return { ...Object.fromEntries(joined), history: [...first.history, ...second.history] };
}

function together(before: unknown, value: unknown): unknown {
  if (isList(before) && isList(value)) return [...before, ...value];
  if (value === undefined) return before;
  return isMap(before) && isMap(value) ? { ...before, ...value } : value;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
