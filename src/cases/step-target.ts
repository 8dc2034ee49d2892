import type { Texts } from '../texts/index.ts';
import { languageName } from './cards/language-words.ts';
import type { HistoryEntry } from './history.ts';

/** Whom or what a step of a case's history is about: somebody by their id, a moment, or words as people call it. */
export type StepTarget = { person: string } | { at: Date } | { words: string };

/** What the keys in a step's detail are called, in the language of whoever reads it. */
export interface StepNames {
  kind(key: string): string;
  department(key: string): string;
  texts: Pick<Texts, 'common' | 'dashboard'>;
}

/** What was done, and with what. */
type Step = Pick<HistoryEntry, 'action'> & { detail?: HistoryEntry['detail'] | null };

/** Null where the step says it all. Whom a case is kept from, and who reads it along, is for no page and no paper. */
export function stepTarget(
  { action, detail }: Step,
  { kind, department, texts }: StepNames,
): StepTarget | null {
  const { to, helper, level, issue, person, department: where } = detail ?? {};
  const severities: Readonly<Record<string, string>> = texts.dashboard.severities;
  if (helper) return { person: helper };
  if (where) return { words: department(where) };
  switch (action) {
    case 'praised':
      return person ? { person } : null;
    case 'assigned':
      return to ? { person: to } : null;
    case 'snoozed':
      // Until the member writes: the moment is far away, and nobody's.
      return detail?.['for'] === 'member' ? null : moment(detail?.['until']);
    case 'reminder_set':
      return moment(detail?.['at']);
    case 'rated':
      return words(detail?.['rating']);
    case 'kind_changed':
      return words(to && kind(to));
    case 'severity_changed':
      return words(to && Object.hasOwn(severities, to) ? severities[to] : to);
    case 'language_chosen':
      return words(to && languageName(to, texts));
    case 'recommended':
      return words(to && department(to));
    default:
      return words(to ?? level ?? issue);
  }
}

/** A step in a line: `routed → QA`. */
export function stepWords(
  step: Step,
  names: StepNames & {
    texts: Pick<Texts, 'history'>;
    person(userId: string): string;
    moment(at: Date): string;
  },
): string {
  const { action } = step;
  const steps: Readonly<Record<string, string>> = names.texts.history;
  // What a later version has written has no words here.
  const did = Object.hasOwn(steps, action) ? steps[action] : action.replaceAll('_', ' ');
  const target = stepTarget(step, names);
  if (!target) return String(did);
  const said =
    'person' in target
      ? names.person(target.person)
      : 'at' in target
        ? names.moment(target.at)
        : target.words;
  return `${did} → ${said}`;
}

function words(said: string | undefined): StepTarget | null {
  return said ? { words: said } : null;
}

function moment(written: string | undefined): StepTarget | null {
  const at = new Date(written ?? '');
  return Number.isNaN(at.getTime()) ? null : { at };
}
