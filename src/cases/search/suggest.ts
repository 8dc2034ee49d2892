import type { Choice } from '../../chat/card.ts';
import { ALIASES, FILTERS, plain } from './filters.ts';
import { tokensOf } from './tokens.ts';

/** Values that can be suggested for a filter, with what people call them; by the filter's own name. */
export type Values = Readonly<Record<string, readonly Choice[]>>;

/**
 * What a search could become by its last word: a filter, or a value of the one that is being typed. What was typed comes first, so that
 * nothing has to be chosen.
 */
export function suggestSearch(typed: string, values: Values): Choice[] {
  const last = /\s$/.test(typed) ? undefined : tokensOf(typed).at(-1);
  const asTyped = typed.trim() === '' ? [] : [{ value: typed.trim(), label: typed.trim() }];
  if (last?.isNot || last?.isQuoted) return asTyped;
  const head = last ? typed.slice(0, last.place - 1) : typed;
  if (last && last.filter !== null) {
    const all = own(values, own(ALIASES, last.filter) ?? last.filter) ?? [];
    const [begun = '', ...earlier] = last.text.split(',').toReversed();
    const kept = [`${head}${last.filter}:`, ...earlier.toReversed().map((each) => `${each},`)].join('');
    const open = all.filter((each) => !earlier.includes(each.value) && fits(each, begun));
    return [...asTyped, ...open.map((each) => valueBehind(kept, each))];
  }
  const names = Object.keys(FILTERS).filter((name) => name.startsWith(last?.text.toLowerCase() ?? ''));
  return [
    ...asTyped,
    ...names.map((name) => ({ value: `${head}${name}:`, label: `${head}${FILTERS[name]?.example ?? name}` })),
  ];
}

function fits({ value, label }: Choice, begun: string): boolean {
  return [value, label].some((each) => plain(each).includes(plain(begun)));
}

function valueBehind(kept: string, { value, label }: Choice): Choice {
  const whole = kept + (/\s/.test(value) ? `"${value}"` : value);
  return { value: whole, label: plain(label) === plain(value) ? whole : `${whole} · ${label}` };
}

function own<T>(all: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}
