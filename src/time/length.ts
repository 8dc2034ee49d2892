/** How long something is: days and months by the calendar, the rest by the clock. */
export interface Length {
  months: number;
  days: number;
  ms: number;
}

type Unit = keyof Length;

const HOUR_MS = 3_600_000;

/** In English, Danish, French and Portuguese, without accents. */
const UNITS: readonly [words: string, unit: Unit, many: number][] = [
  ['s sec secs second seconds sekund sekunder seconde secondes segundo segundos', 'ms', 1_000],
  ['m min mins minute minutes minut minutter minuto minutos', 'ms', 60_000],
  ['h hr hrs hour hours t time timer heure heures hora horas', 'ms', HOUR_MS],
  ['d day days dag dage jour jours j dia dias', 'days', 1],
  ['w week weeks u uge uger semaine semaines semana semanas', 'days', 7],
  ['month months maned maneder mois mes meses', 'months', 1],
  ['y year years ar an ans annee annees ano anos', 'months', 12],
];
const UNIT_OF = new Map(
  UNITS.flatMap(([words, unit, many]) => words.split(' ').map((word) => [word, { unit, many }])),
);

/** Words for one of something. */
const ONE = new Set(['a', 'an', 'one', 'en', 'et', 'un', 'une', 'um', 'uma']);
const AND = new Set(['and', 'og', 'et', 'e']);
const HALF_AN_HOUR = new Set(['half an hour', 'half hour', 'en halv time', 'une demi-heure', 'meia hora']);

/** All words a length can be made of. */
export const UNIT_WORDS: readonly string[] = [...UNIT_OF.keys()].filter((word) => word.length > 3);

/** `3d`, `2 hours`, `1h 30m`, `a week`, `1,5 h`; null for anything else. In plain words (see `plainWords`). */
export function lengthIn(words: string): Length | null {
  if (HALF_AN_HOUR.has(words)) return { months: 0, days: 0, ms: 1_800_000 };
  const tokens = words.match(/\d{1,6}(?:[.,]\d{1,2})?|[a-z]+|\S/g) ?? [];
  const sum: Length = { months: 0, days: 0, ms: 0 };
  let many: number | null = null;
  let isAny = false;
  let last = 0;
  for (const [index, token] of tokens.entries()) {
    const unit = UNIT_OF.get(token);
    if (many === null && isAny && AND.has(token) && index < tokens.length - 1) continue;
    if (many === null) {
      many = numberIn(token);
      if (many === null) return null;
    } else {
      if (!unit) return null;
      add(sum, unit.unit, many * unit.many);
      many = null;
      isAny = true;
      last = unit.many;
    }
  }
  if (many !== null && last === HOUR_MS && many < 60) {
    // "1h30"
    add(sum, 'ms', many * 60_000);
    many = null;
  }
  return isAny && many === null ? sum : null;
}

function numberIn(token: string): number | null {
  if (ONE.has(token)) return 1;
  return /^\d/.test(token) ? Number(token.replace(',', '.')) : null;
}

/** Parts of a day are hours. */
function add(sum: Length, unit: Unit, many: number): void {
  const whole = unit === 'ms' ? Math.round(many) : Math.floor(many);
  sum[unit] += whole;
  const rest = many - whole;
  if (unit === 'days') sum.ms += Math.round(rest * 86_400_000);
  if (unit === 'months') sum.days += Math.round(rest * 30);
}
