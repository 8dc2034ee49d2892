import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

export const kept: typeof english = {
  title: 'Ce qui est gardé sur vous',
  cases: (count) =>
    plural('fr', count, { one: 'retour que vous avez fait', other: 'retours que vous avez faits' }),
  messages: (count) =>
    plural('fr', count, {
      one: 'message que vous avez écrit, dans toutes ses versions',
      other: 'messages que vous avez écrits, dans toutes leurs versions',
    }),
  files: (count) => plural('fr', count, { one: 'fichier joint', other: 'fichiers joints' }),
  replies: (count) => plural('fr', count, { one: 'réponse reçue', other: 'réponses reçues' }),
  gifts: (count) => plural('fr', count, { one: 'cadeau reçu', other: 'cadeaux reçus' }),
  reported: (count) =>
    plural('fr', count, {
      one: 'message d’autrui que vous avez signalé',
      other: 'messages d’autrui que vous avez signalés',
    }),
  optedOut: 'Vous avez choisi de ne pas participer : rien de ce que vous écrivez n’est enregistré.',
  whenRecorded:
    'Un message est enregistré quand une personne qui s’occupe des retours le signale, avec quelques messages qui le précèdent et ce qui se dit dans son fil.',
  aboutAnother: 'Données d’une autre personne',
  theyOptedOut: (who) => [
    'À propos de ',
    who,
    ', qui a choisi de ne pas participer : rien de ce qu’elle écrit n’est enregistré.',
  ],
  theyDidNot: (who) => ['À propos de ', who, ', qui participe.'],
  onlyWhenAsked:
    'Ne le faites que si cette personne vous l’a demandé. Votre action figure dans le journal d’audit.',
  buttons: {
    export: 'Exporter',
    erase: 'Effacer',
    optIn: 'Participer à nouveau',
    optOut: 'Ne plus participer',
  },
  choices: {
    export: 'Exporter : emporter vos données',
    erase: 'Effacer : les faire supprimer',
    'opt-out': 'Ne plus participer : rien de plus n’est enregistré',
    'opt-in': 'Participer à nouveau',
  },
  nothingThere: 'Il n’y avait rien de cette personne.',
  receipt: {
    cases: 'dossiers clos, sans nom ni paroles',
    messages: 'messages sans leur texte ni leur auteur',
    versions: 'versions de textes',
    files: 'fichiers',
    replies: 'réponses à cette personne, vidées',
    notes: 'notes internes dans ses dossiers',
    gifts: 'cadeaux du registre, sans dire qui les a reçus',
    notices: 'avis qui la citaient, vidés',
    unsent: 'choses à dire qui ne seront plus dites',
    clocks: 'minuteries arrêtées',
    intakes: 'événements reçus',
    flags: 'signalements de sa part pas encore enregistrés',
    traces: 'autres endroits avec son identifiant',
    audit: 'lignes du journal d’audit, sans dire qui c’était',
  },
};
