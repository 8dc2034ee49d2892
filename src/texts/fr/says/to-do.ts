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
    first_response: 'première réponse, au plus tard :',
    next_response: 'réponse, au plus tard :',
    update_due: 'nouvelles au membre, au plus tard :',
    department_answer: 'relancer le service :',
    resolution: 'à résoudre, au plus tard :',
    silence: 'toujours rien du membre, échéance :',
    wake: 'reprise :',
    community: 'la communauté a été consultée, fin :',
  },
  memberWaits: 'le membre attend une réponse',
  draftWaits: 'une réponse est écrite et attend votre clic',
  message: 'message',
};
