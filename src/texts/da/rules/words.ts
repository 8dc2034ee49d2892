import type { words as english } from '../../en/rules/words.ts';

export const words: typeof english = {
  origins: { mail: 'pr. mail', phone: 'i telefonen', person: 'personligt', elsewhere: 'på en anden måde' },
  departments: {
    asked: 'spurgt',
    taken: 'taget',
    needs_more: 'mangler mere',
    elsewhere: 'behandles et andet sted',
    declined: 'afvist',
    fixed: 'rettet',
    answered: 'besvaret til medlemmet',
  },
  audiences: { leads: 'Kun ledere, ledelse og administratorer', staff: 'Alle, der arbejder med sager' },
  levels: { 1: 'L1, moderatorerne', 2: 'L2, en afdeling', 3: 'L3, ledelsen' },
  noneDue: 'ingen skulle indfries',
  kept: (percent, kept, all) => `${percent} % holdt, ${kept} af ${all}`,
  noText: '(ingen tekst)',
  onlyFiles: '(kun filer, ingen tekst)',
};
