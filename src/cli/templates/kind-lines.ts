import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocument } from '../../policy/document.ts';
import { pathName } from '../../policy/faults.ts';
import { localizedPaths } from '../../policy/keys.ts';
import { durationText } from '../../policy/duration.ts';
import { inLanguage, isIn, type LocalizedText } from '../../policy/localized-text.ts';
import { kindOf } from '../../policy/lookup.ts';
import { asMap, valueAt } from '../../policy/loose.ts';
import { kindSchema, saidSchema, UNSAID, type KindPolicy } from '../../policy/playbook-schema.ts';
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

/**
 * A kind as it runs, its playbook and all, and which of it are lines of its own in the policy file.
 * @param language in which what is written for several is shown
 */
export function kindLines(
  { key, policy, path }: KindMeant,
  playbooks: Playbooks,
  language: string,
): string[] {
  const kind = kindOf(policy, key);
  const clocks = { ...policy.severities[kind.severity], ...kind.clocks };
  const inWords = (text: LocalizedText) => inLanguage(text, language, { languageOfAll: policy.language });
  const shown = (value: unknown) => valueWords(value, inWords);
  const rows = FIELDS.filter(
    (field) => ALWAYS.includes(field) || shown(kind[field]) !== shown(UNSAID[field]),
  ).flatMap((field) => {
    if (field === 'checklist') return listed(field, kind.checklist.map(inWords));
    if (field === 'answer') return [[field, `${kind.answer}: ${ANSWERS[kind.answer]}`]];
    return [[field, shown(field === 'clocks' ? clocks : kind[field])]];
  });
  return [
    `Kind ${key}: ${inWords(kind.name)}`,
    ...table(rows).map((line) => `  ${line}`),
    ...notIn(language, kind),
    '',
    ...ownLines(key, kind.playbook, path, playbooks, shown),
  ];
}

/** What is written in several languages, but not in this one. */
function notIn(language: string, kind: KindPolicy): string[] {
  const places = localizedPaths(kindSchema, kind).filter(
    (path) => !isIn(valueAt(kind, path) as LocalizedText, language),
  );
  return places.length === 0 ? [] : [`Not written in ${language}: ${places.map(pathName).join(', ')}`];
}

function listed(field: Field, items: readonly string[]): string[][] {
  if (items.length === 0) return [[field, 'none']];
  return items.map((item, at) => [at === 0 ? field : '', `${at + 1}. ${item}`]);
}

/** The kind's own lines, each with its place and with what the playbook says there. */
function ownLines(
  key: string,
  playbook: string | null,
  policyPath: string,
  playbooks: Playbooks,
  shown: (value: unknown) => string,
): string[] {
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
    return `  ${file}:${line}:${column}  ${field}: ${value}${besides(value, said[field] === undefined ? undefined : shown(said[field]), from)}`;
  });
  if (lines.length === 0) return [`Everything is as the playbook ${playbook} says it.`];
  return [`What ${file} says itself, in place of the playbook ${playbook}:`, ...lines];
}

function besides(value: string, said: string | undefined, file: string): string {
  if (said === undefined) return ', where the playbook says nothing';
  return said === value ? `, as ${file} says too` : `, instead of: ${said} (${file})`;
}

/** A value of a kind in words. Its numbers are lengths of time (ms), and what its lists are made of is read by people, or a name. */
function valueWords(value: unknown, inWords: (text: LocalizedText) => string): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ') || 'none';
  if (typeof value === 'number') return durationText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return 'none';
  const parts = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${key} ${valueWords(inner, inWords)}`);
  return parts.join('; ') || 'none';
}
