import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Vous êtes absent un moment : quelqu’un d’autre reçoit vos rappels',
    options: {
      until: 'Jusqu’à quand, comme friday ou 3d ; back : vous êtes de retour',
      'stand-in': 'Qui s’occupe de vos dossiers entre-temps',
      for: 'Une autre personne absente ; pour les responsables',
    },
    welcomeBack: 'Bon retour. Vos rappels vous parviennent de nouveau.',
    isBack: (who) => [who, ' est de retour. Ses rappels lui parviennent de nouveau.'],
    byOption: (typed) => `Nommez la personne qui remplace par l’option, par exemple ${typed}`,
    title: 'Absence',
    submit: 'Enregistrer',
    when: 'Jusqu’à quand ?',
    whenHint: 'Par exemple tomorrow, friday 14:00, 24/12 ou 2w. back : vous êtes de retour',
    who: 'Qui s’occupe de vos dossiers entre-temps ?',
    onlyLeads:
      'Seuls les responsables, la direction et les administrateurs disent qu’une autre personne est absente. Demandez à l’un d’eux.',
    getNone: 'Cette personne ne travaille pas sur les dossiers ici, donc aucun rappel ne lui parvient.',
    notThemselves:
      'On ne se remplace pas soi-même. Nommez quelqu’un d’autre, ou laissez vide : ce seront les responsables.',
    hasLeft: 'Cette personne a quitté la communauté. Nommez quelqu’un d’autre pour le remplacement.',
    cannotSee:
      'Cette personne ne travaille pas sur les dossiers ici et ne pourrait pas les voir. Nommez quelqu’un de la modération, du suivi ou un responsable.',
    awayForAPart: 'Cette personne est absente elle-même une partie de ce temps. Nommez quelqu’un d’autre.',
    awayAllThatTime: 'Cette personne est absente elle-même tout ce temps. Nommez quelqu’un d’autre.',
    youStandIn: 'Vous remplacez quelqu’un',
    theirReminders: (who, until) => [
      who,
      ' est absent jusqu’au ',
      until,
      '. Ses rappels vous parviennent entre-temps, pour tous les dossiers que vous pouvez voir.',
    ],
    youAreAway: (until) => ['Vous êtes absent jusqu’au ', until, '. '],
    isAway: (who, until) => [who, ' est absent jusqu’au ', until, '. '],
    leadsGetYours: 'Les responsables reçoivent vos rappels entre-temps.',
    leadsGetTheirs: 'Les responsables reçoivent ses rappels entre-temps.',
    getsYours: (who) => [who, ' reçoit vos rappels entre-temps.'],
    getsTheirs: (who) => [who, ' reçoit ses rappels entre-temps.'],
    backEarlier: (typed) => ` De retour plus tôt ? ${typed}`,
  },
};
