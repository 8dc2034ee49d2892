import type { toDo as english } from '../../en/says/to-do.ts';
import { plural } from '../../plural.ts';

export const toDo: typeof english = {
  nothing: 'Plus rien pour aujourd’hui',
  cases: (count) =>
    plural('fr', count, { one: 'Un dossier pour aujourd’hui', other: `${count} dossiers pour aujourd’hui` }),
  summary: (title, community) => `${title} dans ${community}`,
  allDone: 'Tout ce qui était attendu est fait. Bonne journée !',
  goodMorning: (community) => `Bonjour ! Voici ce qui vous attend dans ${community} :`,
  afterThose: 'À vous, après ceux ci-dessous',
  yours: 'À vous',
  footer: (command) => `Votre liste du jour. Pour l’arrêter : ${command}`,
  more: (left) => `et ${left} de plus : /feedback mine`,
  openAnother: 'En ouvrir un autre …',
  due: {
    first_response: 'première réponse avant le',
    next_response: 'réponse avant le',
    update_due: 'nouvelles au membre avant le',
    department_answer: 'relancer le service le',
    resolution: 'à résoudre avant le',
    silence: 'toujours rien du membre le',
    wake: 'de retour le',
    community: 'la communauté a eu son temps le',
  },
  memberWaits: 'le membre attend une réponse',
  draftWaits: 'une réponse est écrite et attend votre clic',
  message: 'message',
};
