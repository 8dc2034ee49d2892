import type { words as english } from '../../en/rules/words.ts';

export const words: typeof english = {
  origins: {
    mail: 'par e-mail',
    phone: 'par téléphone',
    person: 'de vive voix',
    elsewhere: 'autrement',
  },
  departments: {
    asked: 'consulté',
    taken: 's’en charge',
    needs_more: 'a besoin de précisions',
    elsewhere: 'traité ailleurs',
    declined: 'a refusé',
    fixed: 'réparé',
    answered: 'a répondu pour le membre',
  },
  audiences: {
    leads: 'Les responsables d’équipe, la direction et les admins seulement',
    staff: 'Tous ceux qui travaillent sur les dossiers',
  },
  levels: { 1: 'L1, les modérateurs', 2: 'L2, un service', 3: 'L3, la direction' },
  noneDue: 'aucune n’arrivait à échéance',
  kept: (percent, kept, all) => `${percent} % tenues, ${kept} sur ${all}`,
  noText: '(aucun texte)',
  onlyFiles: '(des fichiers seulement, aucun texte)',
};
