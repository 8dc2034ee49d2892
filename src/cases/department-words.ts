import type { Texts } from '../texts/index.ts';
import type { DepartmentWork } from './case.ts';

/** `needs more` in a few words, for a card. */
export function departmentWords({ state }: Pick<DepartmentWork, 'state'>, texts: Texts): string {
  return texts.rules.words.departments[state];
}
