import type { timing as english } from '../../en/commands/timing.ts';

export const timing: typeof english = {
  snooze: {
    summary: 'Mettre les rappels d’un dossier en pause, ou jusqu’à ce que le membre écrive',
    options: {
      for: 'Jusqu’à quand, par exemple 3j ou demain 9:00 ; member : jusqu’à ce que le membre écrive',
    },
    title: 'Pause',
    submit: 'Mettre en pause',
    again: 'Me le rappeler dans',
    own: 'Ou au moment de votre choix',
    ownHint: 'Par exemple vendredi 14:30, 24/12 ou dans 10 jours',
    rests: (name, until) => [`${name} est en pause (reprise : `, until, ').'],
    restsForMember: (name, member, until) => [
      `${name} est en pause jusqu’à ce que ${member} écrive (au plus tard : `,
      until,
      ').',
    ],
  },
  remind: {
    summary: 'Fixer le prochain rappel d’un dossier',
    options: { when: 'Dans combien de temps ou quand, par exemple 3j ou demain 9:00' },
    comes: (name, at) => [`Prochain rappel de ${name} : `, at, '.'],
  },
  timezone: {
    summary: 'Votre fuseau horaire : les heures que vous tapez sont lues d’après lui',
    options: { zone: 'Une ville comme Paris ou Dakar, ou un nom comme Europe/Paris ; reset l’oublie' },
    is: {
      themselves: (zone) => `Votre fuseau horaire est ${zone}, comme vous l’avez choisi.`,
      platform: (zone) => `Votre fuseau horaire est ${zone}, d’après votre profil.`,
      community: (zone) =>
        `Votre fuseau horaire est ${zone}, comme pour toutes les personnes d’ici qui n’ont rien précisé.`,
    },
    isNow: (zone) => `Votre fuseau horaire est maintenant ${zone}.`,
    clock: (time) => `Il y est ${time}.`,
    change: (command) => `Pour en changer : ${command} suivi de votre ville.`,
    forgotten: 'Votre choix est oublié.',
    title: 'Votre fuseau horaire',
    save: 'Enregistrer',
    city: 'La grande ville la plus proche',
    cityHint: 'Par exemple Paris, Dakar ou New York',
  },
  toDo: {
    summary: 'Chaque matin, un message avec ce qui vous attend dans la journée ; off l’arrête',
    options: { at: 'Quand, par exemple 8:30 ; off' },
    none: 'Vous ne recevez pas de liste du jour. Tapez la commande avec une heure, par exemple 8:30, pour la recevoir.',
    comes: (time, zone) =>
      `Votre liste du jour arrive à ${time} (${zone}), quand quelque chose vous attend. off l’arrête.`,
    stopped: 'Votre liste du jour est arrêtée.',
    set: (time, zone) =>
      `Chaque jour de travail à ${time} (${zone}), vous recevez ce qui vous attend, et rien quand rien ne vous attend.`,
    noClock: (typed) => `Aucune horloge n’affiche « ${typed} ». Écrivez une heure, par exemple 8:30.`,
    notATime: (typed) => `« ${typed} » n’est pas une heure de la journée. Écrivez par exemple 8:30, ou off.`,
  },
  next: {
    summary: 'Vous avez un quart d’heure : le dossier qui a le plus besoin d’une réponse',
    options: {
      wish: 'another : un autre, s’il vous plaît ; later : pas maintenant',
      case: 'À la place de celui-ci',
    },
    backToOthers: 'C’est noté, ce dossier est de nouveau là pour les autres.',
    namedBack: (name) => `C’est noté, ${name} est de nouveau là pour les autres.`,
    neither: (typed, another, later) =>
      `« ${typed} » n’est ni another ni later. Tapez ${another} pour un autre dossier, ou ${later} pour rendre le vôtre.`,
    nothing:
      'Il n’y a rien pour vous en ce moment : tout ce qui est ouvert a déjà un responsable, est en pause ou attend le membre. Merci d’avoir demandé ! /feedback list montre ce qui est ouvert.',
    waitsSince: (since) => ['Le membre attend une réponse (depuis : ', since, '). '],
    promisedBy: (by) => ['Le membre devait avoir de nos nouvelles (échéance : ', by, '). '],
    yoursUntil: (until) => ['Ce dossier vous est réservé (jusqu’à : ', until, ').'],
    another: 'Un autre',
    later: 'Pas maintenant',
    takeOver: 'Reprendre',
  },
  tick: {
    summary: 'Cocher une ligne de la liste de contrôle',
    options: { line: 'Son numéro ; sans lui, vous choisissez', undo: 'yes la décoche' },
    title: 'Liste ·',
    submit: 'Cocher',
    what: 'Qu’est-ce qui est fait ?',
    ticked: (name, line) => `${name} : la ligne ${line} est cochée.`,
    unticked: (name, line) => `${name} : la ligne ${line} n’est plus cochée.`,
    allDone: 'Tout est fait sur la liste de contrôle.',
    none: 'Ce dossier n’a pas de liste de contrôle.',
  },
  mine: { summary: 'Ce que vous avez à faire, et ce qui attend les autres' },
  list: {
    summary: 'Les dossiers ouverts, les plus urgents d’abord ; ou ceux d’un état donné',
    options: { state: 'open (par défaut), all, ou un état comme solved' },
    nothing: 'Rien n’est ouvert ici. Bravo !',
    notAState: (typed, states) => `« ${typed} » n’est pas un état. Choisissez parmi : ${states}.`,
  },
  search: {
    summary: 'Trouver des dossiers par mots et filtres, par exemple retard kind:delay older:7d',
    options: { query: 'Mots, "expressions", -sans, kind: state: from: older: …' },
  },
  show: { summary: 'Un dossier avec son histoire et ses notes' },
  unfollow: {
    summary: 'Ne plus suivre un dossier',
    done: (name) => `Vous ne suivez plus ${name}.`,
  },
};
