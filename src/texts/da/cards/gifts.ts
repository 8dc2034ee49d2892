import type { gifts as english } from '../../en/cards/gifts.ts';

export const gifts: typeof english = {
  label: 'Gaver',
  one: 'Gave',
  value: 'Værdi',
  proposedBy: 'Foreslået af',
  decidedBy: 'Afgjort af',
  states: {
    proposed: 'venter på et ja',
    approved: 'ikke sendt endnu',
    given: 'givet',
    refused: 'afslået',
    withdrawn: 'trukket tilbage',
    failed: 'ikke leveret',
  },
  titles: {
    proposed: (name) => `${name} · en gave venter på dit ja`,
    approved: (name) => `${name} · gave godkendt`,
    given: (name) => `${name} · gave godkendt og sendt`,
    refused: (name) => `${name} · gave afslået`,
    withdrawn: (name) => `${name} · gave trukket tilbage`,
    failed: (name) => `${name} · gave godkendt, men den kunne ikke leveres`,
  },
  withWords: 'Med disse ord, som direkte besked:',
  notOwn: 'Den, der foreslog gaven, kan ikke selv godkende den.',
  notArrived: (name) => `${name} · en gave kom ikke frem`,
  codeLost: (member, gift) =>
    `${member} har ikke fået ${gift}, og koden er tabt for altid, så den kan ikke prøves igen. Den tæller ikke med i nogen grænse; giv en anden gave.`,
  held: (member, gift) =>
    `${member} har ikke fået ${gift}. Gaven er stadig lagt til side, så ingen anden får koden. Prøv en gang til, når medlemmet igen tager imod direkte beskeder. En anden gave tæller med ved siden af denne.`,
};
