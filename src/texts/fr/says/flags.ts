import type { flags as english } from '../../en/says/flags.ts';

export const flags: typeof english = {
  title: 'À propos de votre signalement',
  byBot:
    'Les messages de bots ne peuvent pas être signalés : personne ne lirait la réponse. Si une personne vous a dit quelque chose, enregistrez-le avec /feedback new.',
  thanks: 'Merci pour votre signalement',
  gone: 'Le message que vous avez signalé a été supprimé avant d’être enregistré. Si vous vous souvenez de ce qu’il disait, enregistrez-le avec /feedback new.',
  failed: 'Un signalement n’a pas pu être enregistré',
  unreadable: (channel) => ['Un message dans ', channel, ' a été signalé, mais je ne peux pas le lire. '],
  hintForStaff:
    'Ce que vous m’écrivez ici n’arrive à personne et n’est pas gardé. Pour agir sur un dossier, appuyez sur un bouton de sa carte ou de son rappel, ou tapez une commande : /feedback note FB-12 suivi de vos mots garde une note, et /feedback help donne la liste des autres.',
  somebodyOf: (community) => `quelqu’un de ${community}`,
  channelOf: (community) => `un canal de ${community}`,
};
