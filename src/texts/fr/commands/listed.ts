import type { listed as english } from '../../en/commands/listed.ts';

export const listed: typeof english = {
  usual: 'Les retours de la communauté : signaler, répondre, suivre',
  more: 'Ce qui sert moins souvent',
  team: 'Services, sujets et autres programmes',
  menu: 'Signaler comme retour',
};
