import fc, { type Arbitrary } from 'fast-check';
import { anyCharacter } from '../support/any-character.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Strings that have broken other programs. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD83D',
  '\uDE00x',
  '\u202Egnp.exe',
  '\uFEFF',
  '<!channel> <!everyone> <@U0ALMA> @everyone @here <@&1>',
  '{{ member }} {% include "x" %} {{',
  '<script>alert(1)</script>',
  "'; drop table hearback.cases; --",
  '=cmd|"/c calc"!A1',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '🚩',
  'FB-1',
  'FB-999999999999999999999',
  'FB--1',
  '-1',
  '1e309',
  'NaN',
  'x'.repeat(5_000),
  '['.repeat(2_000),
];

export const nastyText: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
);

const nastyValue: Arbitrary<Json> = fc.oneof(
  nastyText,
  fc.constantFrom<Json>(null, true, false, 0, -1, 1e21, [], {}, [null], { id: null }),
  fc.jsonValue({ maxDepth: 3 }) as Arbitrary<Json>,
);

interface Mutation {
  at: number;
  how: 'replace' | 'delete' | 'wrap' | 'add';
  value: Json;
}

/** A payload as it should be, or with a few things in it that should not be. */
export function mutated(samples: readonly object[]): Arbitrary<Json> {
  const mutation: Arbitrary<Mutation> = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'delete', 'wrap', 'add'),
    value: nastyValue,
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 4 }))
    .map(([sample, mutations]) => mutations.reduce<Json>(mutate, structuredClone(sample) as Json));
}

function mutate(root: Json, { at, how, value: drawn }: Mutation): Json {
  // What is drawn may be drawn again: put in twice as it is, it could end up inside itself.
  const value = structuredClone(drawn);
  const places = placesIn(root);
  const place = places[at % Math.max(1, places.length)];
  if (!place) return value;
  const { holder, key } = place;
  const slot = holder as Record<string, Json>;
  if (how === 'replace') slot[key] = value;
  else if (how === 'wrap') slot[key] = [slot[key] ?? null];
  else if (how === 'delete' && !Array.isArray(holder)) delete slot[key];
  else if (how === 'delete') holder.length = 0;
  else if (!Array.isArray(holder)) slot[`${key}x`] = value;
  return root;
}

function placesIn(value: Json): { holder: Json[] | { [key: string]: Json }; key: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)]);
}
