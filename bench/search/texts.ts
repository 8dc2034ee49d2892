import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Somebody's words in one of the four languages. */
export interface Text {
  language: string;
  text: string;
}

/** Numbers of chance that are the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const SYLLABLES = 'ba ce di fo gu ha le mi no pu ra se ti vo zu kra ple sto tri gne mar lon ver den'.split(
  ' ',
);

/**
 * As many texts as wanted, of one to three sentences that people said, with words among them of which some are frequent and most are
 * rare, as in any language.
 */
export async function texts(folder: string, count: number): Promise<Text[]> {
  const lines = (
    await Promise.all(['tune.tsv', 'held-out.tsv'].map((name) => readFile(join(folder, name), 'utf8')))
  )
    .join('\n')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((line) => line.length === 3);
  const random = chance(7);
  const languages = ['en', 'da', 'fr', 'pt'];
  const said = new Map(
    languages.map((code) => [
      code,
      lines.filter(([, language]) => language === code).map(([, , text = '']) => text),
    ]),
  );
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!;
  // Squared twice: a few words come again and again.
  const word = (language: string) => {
    let nth = Math.floor(random() ** 4 * 40_000) + languages.indexOf(language) * 40_000;
    let made = '';
    do {
      made += SYLLABLES[nth % SYLLABLES.length];
      nth = Math.floor(nth / SYLLABLES.length);
    } while (nth > 0);
    return made;
  };
  return Array.from({ length: count }, () => {
    const language = pick(languages);
    const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(said.get(language)!));
    const more = Array.from({ length: 3 + Math.floor(random() * 10) }, () => word(language)).join(' ');
    return { language, text: `${sentences.join('. ')} ${more}` };
  });
}
