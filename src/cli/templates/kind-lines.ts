import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../../policy/document.ts';
import { durationText } from '../../policy/duration.ts';
import { kindOf } from '../../policy/lookup.ts';
import { asMap, valueAt } from '../../policy/loose.ts';
import { saidSchema, UNSAID } from '../../policy/playbook-schema.ts';
import type { Playbooks } from '../../policy/playbooks.ts';
import { table } from '../frame/table.ts';
import type { KindMeant } from './kind-meant.ts';

type Field = keyof typeof UNSAID;

const FIELDS = Object.keys(UNSAID) as Field[];

/** What of a kind is shown also when nobody says anything about it. */
const ALWAYS: readonly Field[] = ['severity', 'answer', 'steps', 'details', 'clocks', 'checklist'];

const ANSWERS = {
  auto: 'the member gets it at once, in a thread',
  draft: 'it waits on the card for a click',
  private: 'the member gets it at once, by direct message',
  none: 'nothing is prepared',
  never: 'nobody can answer it',
};

/** A kind as it runs, its playbook and all, and which of it are lines of its own in the policy file. */
export function kindLines({ key, policy, path }: KindMeant, playbooks: Playbooks): string[] {
  const kind = kindOf(policy, key);
  const clocks = { ...policy.severities[kind.severity], ...kind.clocks };
  const rows = FIELDS.filter(
    (field) => ALWAYS.includes(field) || shown(kind[field]) !== shown(UNSAID[field]),
  ).flatMap((field) => {
    if (field === 'checklist') return listed(field, kind.checklist);
    if (field === 'answer') return [[field, `${kind.answer}: ${ANSWERS[kind.answer]}`]];
    return [[field, shown(field === 'clocks' ? clocks : kind[field])]];
  });
  return [
    `Kind ${key}: ${kind.name}`,
    ...table(rows).map((line) => `  ${line}`),
    '',
    ...ownLines(key, kind.playbook, path, playbooks),
  ];
}

function listed(field: Field, items: readonly string[]): string[][] {
  if (items.length === 0) return [[field, 'none']];
  return items.map((item, at) => [at === 0 ? field : '', `${at + 1}. ${item}`]);
}

/** The kind's own lines, each with its place and with what the playbook says there. */
function ownLines(key: string, playbook: string | null, policyPath: string, playbooks: Playbooks): string[] {
  const file = basename(policyPath);
  if (playbook === null) return [`It has no playbook: ${file} says all of it.`];
  const document = readDocument(readFileSync(policyPath, 'utf8'));
  const written = asMap(valueAt(document.value, ['kinds', key]));
  const own = saidSchema.parse(written);
  const base = playbooks.said(playbook);
  const said = saidSchema.parse(base?.values ?? {});
  const lines = FIELDS.filter((field) => own[field] !== undefined).map((field) => {
    const { line, column } = document.atKey(['kinds', key, field], '');
    const value = shown(own[field]);
    const from = base?.at([field], '').file ?? '';
    return `  ${file}:${line}:${column}  ${field}: ${value}${besides(value, said[field], from)}`;
  });
  if (lines.length === 0) return [`Everything is as the playbook ${playbook} says it.`];
  return [`What ${file} says itself, in place of the playbook ${playbook}:`, ...lines];
}

function besides(value: string, said: unknown, file: string): string {
  if (said === undefined) return ', where the playbook says nothing';
  return shown(said) === value ? `, as ${file} says too` : `, instead of: ${shown(said)} (${file})`;
}

/** A value of a kind in words. Its numbers are lengths of time (ms). */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ') || 'none';
  if (typeof value === 'number') return durationText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return 'none';
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${key} ${shown(inner)}`);
  return parts.join('; ') || 'none';
}
