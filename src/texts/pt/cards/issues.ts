import type { issues as english } from '../../en/cards/issues.ts';

export const issues: typeof english = {
  one: 'Issue',
  several: 'Issues',
  onItsWay: (tracker) => `a caminho de ${tracker}`,
  stands: (tracker, state) => ` em ${tracker}: ${state}`,
  states: {
    draft: 'rascunho',
    discarded: 'deitado fora',
    making: 'a ser criado',
    open: 'aberto',
    closed: 'fechado',
    gone: 'desaparecido',
    failed: 'falhado',
  },
  preview: (name) => `Issue para ${name} · pré-visualização`,
  goesTo: (where, create) => [
    'Vai para ',
    where,
    `. Quem lá puder ler, lê isto e mais nada. Nada é criado antes de carregar em ${create}.`,
  ],
  onGitHub: (repository) => `${repository} no GitHub`,
  inJira: (project) => `${project} no Jira`,
};
