import type { words as english } from '../../en/rules/words.ts';

export const words: typeof english = {
  origins: { mail: 'pr. mail', phone: 'i telefonen', person: 'personligt', elsewhere: 'på en anden måde' },
  departments: {
    asked: 'spurgt',
    taken: 'taget',
    needs_more: 'beder om mere',
    elsewhere: 'behandles et andet sted',
    declined: 'har sagt nej',
    fixed: 'rettet',
    answered: 'har skrevet svar til medlemmet',
  },
  audiences: { leads: 'Kun ledere, ledelsen og administratorer', staff: 'Alle, der arbejder med sager' },
  levels: { 1: 'L1, moderatorerne', 2: 'L2, en afdeling', 3: 'L3, ledelsen' },
  noneDue: 'ingen skulle indfries',
  kept: (percent, kept, all) => `${percent} % holdt, ${kept} af ${all}`,
  noText: '(ingen tekst)',
  onlyFiles: '(kun filer, ingen tekst)',
};
