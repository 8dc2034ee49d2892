import { da } from './da/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { pt } from './pt/index.ts';

/** Every text of one language, by room. English says which there are; the compiler holds the others to it. */
export type Texts = typeof en;

/** A text for whoever turns out to read it. */
export type Wording<Said = string> = (texts: Texts) => Said;

/** The languages the program itself speaks, by their code; to add one: a folder beside these, and a line here. */
const SPOKEN: Readonly<Record<string, Texts>> = { en, da, fr, pt };

/** Their codes. */
export const SPOKEN_LANGUAGES: readonly string[] = Object.keys(SPOKEN);

/** The texts in the language of a community: what it reads together, and what is written into its record. */
export function textsOf({
  language,
  languageOfAll,
}: {
  language?: string | undefined;
  languageOfAll?: string | undefined;
}): Texts {
  return textsIn(language, languageOfAll);
}

/**
 * The texts of the first of these languages that the program speaks, else the English ones.
 * @param wanted codes or locales such as `pt` or `pt-BR`, the best first; what is not known is passed over
 */
export function textsIn(...wanted: readonly (string | null | undefined)[]): Texts {
  for (const each of wanted) {
    const code = each?.toLowerCase().split(/[-_]/)[0] ?? '';
    const found = Object.hasOwn(SPOKEN, code) ? SPOKEN[code] : undefined;
    if (found) return found;
  }
  return en;
}
