import type { issues as english } from '../../en/cards/issues.ts';

export const issues: typeof english = {
  one: 'Issue',
  several: 'Issues',
  onItsWay: (tracker) => `på vej til ${tracker}`,
  stands: (tracker, state) => ` i ${tracker}: ${state}`,
  states: {
    draft: 'kladde',
    discarded: 'smidt væk',
    making: 'bliver oprettet',
    open: 'åbent',
    closed: 'lukket',
    gone: 'forsvundet',
    failed: 'mislykket',
  },
  preview: (name) => `Issue til ${name} · forhåndsvisning`,
  goesTo: (where, create) => [
    'Går til ',
    where,
    `. Alle, der kan læse det dér, læser dette og intet andet. Der oprettes ikke noget, før du trykker på ${create}.`,
  ],
  onGitHub: (repository) => `${repository} på GitHub`,
  inJira: (project) => `${project} i Jira`,
};
