import type { kept as english } from '../../en/commands/kept.ts';
import { plural } from '../../plural.ts';

const of = (one: string, other: string) => (count: number) => plural('fr', count, { one, other });

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
  optedOut: 'Vous avez choisi de ne plus participer : rien de ce que vous écrivez n’est enregistré.',
  whenRecorded:
    'Un message est enregistré quand une personne qui s’occupe des retours le signale, avec quelques messages qui le précèdent et ce qui se dit dans son fil.',
  aboutAnother: 'Données d’une autre personne',
  theyOptedOut: (who) => [
    'À propos de ',
    who,
    ', qui a choisi de ne plus participer : rien de ce qu’elle écrit n’est enregistré.',
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
    cases: of('dossier clos, sans nom ni paroles', 'dossiers clos, sans nom ni paroles'),
    messages: of('message sans son texte ni son auteur', 'messages sans leur texte ni leur auteur'),
    versions: of('version de textes', 'versions de textes'),
    files: of('fichier', 'fichiers'),
    replies: of('réponse à cette personne, vidée', 'réponses à cette personne, vidées'),
    notes: of('note interne dans ses dossiers', 'notes internes dans ses dossiers'),
    gifts: of('cadeau du registre, sans dire qui l’a reçu', 'cadeaux du registre, sans dire qui les a reçus'),
    notices: of('avis qui la citait, vidé', 'avis qui la citaient, vidés'),
    unsent: of('chose à dire qui ne sera plus dite', 'choses à dire qui ne seront plus dites'),
    clocks: of('délai arrêté', 'délais arrêtés'),
    intakes: of('événement reçu', 'événements reçus'),
    flags: of(
      'signalement de sa part pas encore enregistré',
      'signalements de sa part pas encore enregistrés',
    ),
    traces: of('autre endroit avec son identifiant', 'autres endroits avec son identifiant'),
    audit: of(
      'ligne du journal d’audit, sans dire qui c’était',
      'lignes du journal d’audit, sans dire qui c’était',
    ),
  },
};
