import type { z } from 'zod';
import type { Fault, Path, PolicyDocument } from './document.ts';
import { keysAt } from './keys.ts';
import { valueAt } from './loose.ts';
import { nearest } from './nearest.ts';
import { policySchema } from './schema.ts';
import { looksSecret, shown } from './secrets.ts';

type Issue = z.core.$ZodIssue;

const IN_WORDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each line beginning with "- "',
  object: 'keys with values, each in a line of its own',
  record: 'keys with values, each in a line of its own',
};

/** Where in the policy, as people write it: `workspaces[0].departments.qa`. Never a secret written as a key. */
export function pathName(path: Path): string {
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${looksSecret(part) ? '(hidden)' : part}`))
    .join('');
  return name.replace(/^\./, '') || 'the file';
}

/** What a file is read by, and what people call it. */
interface Expected {
  schema: z.ZodType;
  noun: string;
  example: string;
}

const THE_POLICY: Expected = { schema: policySchema, noun: 'the policy', example: 'hearback.example.yaml' };

/** What the schema found, each at its place, with what to write instead. */
export function schemaFaults(
  error: z.ZodError,
  document: PolicyDocument,
  expected: Expected = THE_POLICY,
): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, document, expected));
}

function faultsOf(issue: Issue, document: PolicyDocument, expected: Expected): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const name = pathName(path);
  const value = valueAt(document.value, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(path, key, document, expected));
  if (issue.code === 'invalid_key')
    return [document.atKey(path, `${name} has a wrong name; ${issue.issues[0]?.message ?? 'write another'}`)];
  if (value === undefined && path.length > 0) {
    return [
      document.at(path, `${name} is missing; add "${String(path.at(-1))}: …" here, see ${expected.example}`),
    ];
  }
  const isAtKey = issue.code === 'custom' && issue.params?.['at'] === 'key';
  return [document[isAtKey ? 'atKey' : 'at'](path, `${name} ${whatIsWrong(issue, value)}`)];
}

function unknownKey(path: Path, key: string, document: PolicyDocument, { schema, noun }: Expected): Fault {
  const allowed = keysAt(schema, path);
  const meant = nearest(key, allowed);
  const advice = meant ? `did you mean "${meant}"?` : `remove it, or write one of ${allowed.join(', ')}`;
  return document.atKey([...path, key], `${pathName([...path, key])} is not a key of ${noun}; ${advice}`);
}

/** The rest of a sentence that begins with the name of the place. */
function whatIsWrong(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type') return wrongType(issue.expected, value);
  if (issue.code === 'invalid_value') return notOneOf(issue.values.map(String), value);
  if (issue.code === 'too_big') return `is too big; write at most ${String(issue.maximum)}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return 'is empty; write something';
    if (issue.origin === 'array') return `is empty; write at least ${String(issue.minimum)}`;
    return `is too small; write ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}`;
  }
  if (issue.code === 'custom') return issue.message;
  return `${typeof value === 'string' ? `is ${shown(value)}, which does not fit` : 'does not fit'}; ${issue.message}`;
}

function wrongType(expected: string, value: unknown): string {
  const wanted = IN_WORDS[expected] ?? expected;
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
    return `must be a text, and ${String(value)} is not one; put it in quotes`;
  }
  if (expected === 'array' && typeof value === 'string')
    return `must be ${wanted}; write - in front, or put it in [ ]`;
  return `must be ${wanted}`;
}

function notOneOf(allowed: string[], value: unknown): string {
  if (typeof value !== 'string') return `must be one of ${allowed.join(', ')}`;
  const meant = nearest(value, allowed);
  return `is ${shown(value)}, which is not possible; ${meant ? `did you mean ${meant}? Possible are` : 'write one of'} ${allowed.join(', ')}`;
}
