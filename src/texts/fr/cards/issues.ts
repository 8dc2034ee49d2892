import type { issues as english } from '../../en/cards/issues.ts';

export const issues: typeof english = {
  one: 'Ticket',
  several: 'Tickets',
  onItsWay: (tracker) => `en route vers ${tracker}`,
  stands: (tracker, state) => ` dans ${tracker} : ${state}`,
  states: {
    draft: 'brouillon',
    discarded: 'jeté',
    making: 'en création',
    open: 'ouvert',
    closed: 'clos',
    gone: 'disparu',
    failed: 'échoué',
  },
  preview: (name) => `Ticket pour ${name} · aperçu`,
  goesTo: (where, create) => [
    'Destination : ',
    where,
    `. Toute personne qui peut y lire lira ceci, et rien d’autre. Rien n’est créé avant que vous appuyiez sur « ${create} ».`,
  ],
  onGitHub: (repository) => `${repository} sur GitHub`,
  inJira: (project) => `${project} dans Jira`,
};
