import type { door as english } from '../en/door.ts';

export const door: typeof english = {
  signIn: 'Connexion',
  hello: 'Bonjour',
  opens: (community: string) =>
    `Ce bouton ouvre les dossiers que vous pouvez voir dans ${community}, dans ce navigateur, pendant huit heures au plus. Déconnectez-vous quand vous avez fini, surtout sur un appareil que d’autres utilisent.`,
  open: 'Ouvrir le tableau de bord',
  download: 'Télécharger',
  ready: (community: string) =>
    `Ce que vous avez demandé dans ${community} est prêt. Le téléchargement n’est possible qu’une fois : faites-le sur l’appareil où vous voulez le garder.`,
  notYou: 'Ce n’est pas vous ? Alors fermez cette page et prévenez la personne qui vous a envoyé le lien.',
};
