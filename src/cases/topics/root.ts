import type { TopicLanguage } from './lexicon.ts';
import { withoutAccents } from './plain.ts';

/** Endings by which the forms of a word differ, those of several letters first. English needs none: its dictionary knows them. */
const ENDINGS: Record<TopicLanguage, readonly string[]> = {
  en: [],
  da: endings('ernes erne enes ende edes ede eren eres ens ets ene ere ers est te er en et es e t s r'),
  fr: endings(
    'issement ements ement ations ation aient eraient erait antes ante ants ant ait ees ee es er ez ent ir e s x i',
  ),
  pt: endings(
    'amentos amento imento acoes coes acao cao mente avam aram eram iram adas ados idas idos ando endo indo ada ado ida ido ava ou eu iu ar er ir ei am em as os es a o e i u s',
  ),
};

/** So much of a word is left at least (letters). */
const ROOT_MIN = 4;

/**
 * What the forms of a word have in common, for those the dictionaries of stems take for different words: `bestilte` is of
 * `bestille`, `cyklen` of `cykel`. Rougher than a stem: only asked when that finds nothing.
 */
export function rootOf(word: string, language: TopicLanguage): string {
  let root = withoutAccents(word);
  for (let times = 0; times < 2; times += 1) {
    const ending = ENDINGS[language].find(
      (each) => root.endsWith(each) && root.length - each.length >= ROOT_MIN,
    );
    if (ending === undefined) break;
    root = root.slice(0, -ending.length);
  }
  // `cykel` and `cykl-en`, `penge` and `peng`, `stoppede` and `stop`.
  return root.replace(/(?<=[^aeiouyæøå])e(?=[lnr]$)/u, '').replace(/([^aeiouyæøå])\1$/u, '$1');
}

function endings(listed: string): string[] {
  return listed.split(' ').toSorted((a, b) => b.length - a.length);
}
