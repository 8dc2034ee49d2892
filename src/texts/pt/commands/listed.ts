import type { listed as english } from '../../en/commands/listed.ts';

export const listed: typeof english = {
  usual: 'Feedback da comunidade: assinalar, responder, acompanhar',
  more: 'O que se usa menos vezes',
  team: 'Departamentos, temas e outros programas',
  menu: 'Assinalar como feedback',
};
