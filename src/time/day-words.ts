/** Words for days in the languages the program speaks, in small letters without accents. 0 is today. */
export const NEAR_DAYS: Readonly<Record<string, number>> = {
  yesterday: -1,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  'i gar': -1,
  'i dag': 0,
  'i aften': 0,
  'i morgen': 1,
  'i overmorgen': 2,
  overmorgen: 2,
  hier: -1,
  "aujourd'hui": 0,
  'ce soir': 0,
  demain: 1,
  'apres-demain': 2,
  'apres demain': 2,
  ontem: -1,
  hoje: 0,
  amanha: 1,
  'depois de amanha': 2,
};

/** Monday first; in English, Danish, French and Portuguese. */
export const DAYS_OF_THE_WEEK: readonly (readonly string[])[] = [
  ['monday', 'mandag', 'lundi', 'segunda', 'segunda-feira'],
  ['tuesday', 'tirsdag', 'mardi', 'terca', 'terca-feira'],
  ['wednesday', 'onsdag', 'mercredi', 'quarta', 'quarta-feira'],
  ['thursday', 'torsdag', 'jeudi', 'quinta', 'quinta-feira'],
  ['friday', 'fredag', 'vendredi', 'sexta', 'sexta-feira'],
  ['saturday', 'lordag', 'samedi', 'sabado'],
  ['sunday', 'sondag', 'dimanche', 'domingo'],
];

/** January first. */
export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'janvier', 'janeiro'],
  ['february', 'februar', 'fevrier', 'fevereiro'],
  ['march', 'marts', 'mars', 'marco'],
  ['april', 'avril', 'abril'],
  ['may', 'maj', 'mai', 'maio'],
  ['june', 'juni', 'juin', 'junho'],
  ['july', 'juli', 'juillet', 'julho'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'setembro'],
  ['october', 'oktober', 'octobre', 'outubro'],
  ['november', 'novembre', 'novembro'],
  ['december', 'decembre', 'dezembro'],
];

/** Which of the lists has the word, or a word that begins with it and no other list has too; null for none. */
export function placeIn(lists: readonly (readonly string[])[], word: string): number | null {
  const whole = lists.findIndex((words) => words.includes(word));
  if (whole !== -1) return whole;
  const short = word.replace(/\.$/, '');
  if (short.length < 3) return null;
  const begun = lists.flatMap((words, place) =>
    words.some((each) => each.startsWith(short)) ? [place] : [],
  );
  return begun.length === 1 ? (begun[0] ?? null) : null;
}
