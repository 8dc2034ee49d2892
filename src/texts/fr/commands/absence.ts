import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Vous vous absentez un moment : quelqu’un d’autre reçoit vos rappels',
    options: {
      until: 'Jusqu’à quand, par exemple vendredi ou 3j ; back : vous êtes de retour',
      'stand-in': 'Qui s’occupe de vos dossiers pendant ce temps',
      for: 'Une autre personne absente ; pour les responsables d’équipe',
    },
    welcomeBack: 'Bon retour. Vos rappels vous parviennent de nouveau.',
    isBack: (who) => [who, ' est de retour. Ses rappels lui parviennent de nouveau.'],
    byOption: (typed) => `Indiquez le remplacement par l’option, par exemple ${typed}`,
    title: 'Absence',
    submit: 'Enregistrer',
    when: 'Jusqu’à quand ?',
    whenHint: 'Par exemple demain, vendredi 14:00 ou 24/12. back : vous êtes de retour',
    who: 'Qui s’occupe alors de vos dossiers ?',
    onlyLeads:
      'Seuls les responsables d’équipe, la direction et les admins disent qu’une autre personne est absente. Demandez à l’un d’eux.',
    getNone: 'Cette personne ne travaille pas sur les dossiers ici, donc aucun rappel ne lui parvient.',
    notThemselves:
      'On ne se remplace pas soi-même. Nommez quelqu’un d’autre, ou ne nommez personne : ce seront les responsables d’équipe.',
    hasLeft: 'Cette personne a quitté la communauté. Nommez quelqu’un d’autre pour le remplacement.',
    cannotSee:
      'Cette personne ne travaille pas sur les dossiers ici et ne pourrait pas les voir. Nommez pour le remplacement une personne de la modération, responsable de dossiers ou responsable d’équipe.',
    awayForAPart:
      'Cette personne est absente elle-même une partie de ce temps. Nommez quelqu’un d’autre pour le remplacement.',
    awayAllThatTime:
      'Cette personne est absente elle-même tout ce temps. Nommez quelqu’un d’autre pour le remplacement.',
    youStandIn: 'Vous remplacez quelqu’un',
    theirReminders: (who, until) => [
      who,
      ' n’est pas là (retour : ',
      until,
      '). Ses rappels vous parviennent pendant ce temps, pour tous les dossiers que vous pouvez voir.',
    ],
    youAreAway: (until) => ['Votre absence est notée (retour : ', until, '). '],
    isAway: (who, until) => [who, ' n’est pas là (retour : ', until, '). '],
    leadsGetYours: 'Les responsables d’équipe reçoivent vos rappels pendant ce temps.',
    leadsGetTheirs: 'Les responsables d’équipe reçoivent ses rappels pendant ce temps.',
    getsYours: (who) => [who, ' reçoit vos rappels pendant ce temps.'],
    getsTheirs: (who) => [who, ' reçoit ses rappels pendant ce temps.'],
    backEarlier: (typed) => ` De retour plus tôt ? ${typed}`,
  },
};
