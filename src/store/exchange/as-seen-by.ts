import { isStaff, type Standing } from '../../cases/access.ts';
import type { Noun } from './noun.ts';

type Row = Record<string, unknown>;

/** What of a step people are told, as on the pages: not whom a case is kept from, and why. */
const TOLD = ['department', 'from', 'helper', 'kind', 'level', 'rating', 'severity', 'to'];

/**
 * Whether a noun comes along for somebody. Whoever has the machine gets everything; others what the pages show them, and what is
 * new is not among it until it says so.
 */
export function comesAlong({ seenBy }: Noun, eyes: Standing | 'program'): boolean {
  return eyes === 'program' || seenBy === 'readers' || (seenBy === 'staff' && isStaff(eyes));
}

/** A row as somebody may see it; null: not at all. */
export function asSeenBy(eyes: Standing | 'program', { type }: Noun, row: Row): Row | null {
  if (eyes === 'program') return row;
  if (type === 'history') return { ...row, detail: stepFor(row) };
  if (isStaff(eyes)) return row;
  // A department sees what the member was told, and no answers that are still being thought about.
  if (type === 'reply') return row['state'] === 'sent' ? row : null;
  if (type === 'department' && !eyes.departments.has(String(row['department'])))
    return { ...row, question: '', saidBy: null, words: '', link: null };
  return row;
}

function stepFor({ action, detail }: Row): Row | null {
  if (detail === null || typeof detail !== 'object') return null;
  const told = [...TOLD, ...(action === 'praised' ? ['person'] : [])];
  const kept = Object.entries(detail).filter(([name]) => told.includes(name));
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
