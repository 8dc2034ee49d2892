import type { hands as english } from '../../en/commands/hands.ts';

export const hands: typeof english = {
  assign: {
    summary: 'Confier un dossier à quelqu’un',
    options: { person: 'Qui s’en charge désormais', note: 'Ce que cette personne doit savoir' },
    title: 'Confier',
    submit: 'Confier',
    who: 'Qui s’en charge désormais ?',
    note: 'Que doit savoir cette personne ?',
    isWith: (name, to) => [`${name} est maintenant confié à `, to, '.'],
    notYet: (name) => `${name} n’est pas encore confié`,
    isAway: (who, until) => [
      who,
      ' n’est pas là (retour : ',
      until,
      ') : le membre pourrait attendre jusque-là.',
    ],
    standsIn: (who) => [who, ' s’occupe de ses dossiers pendant ce temps.'],
    noteKept: 'Votre note est gardée dans le dossier, et la personne qui le reçoit la lira.',
    handTo: (name) => `Confier à ${name}`,
    handAllTheSame: 'Confier quand même',
  },
  claim: {
    summary: 'Prendre un dossier, dont vous serez responsable',
    isYours: (name) => `${name} est à vous maintenant. Ses rappels vous parviennent.`,
  },
  done: {
    summary: 'C’est fait de votre côté : les rappels du dossier font une pause',
    comesUp: (name, at) => [
      `Merci. Prochain rappel de ${name} : `,
      at,
      ', sauf si le dossier est résolu d’ici là.',
    ],
    noted: (name) => `Merci, c’est noté dans ${name}.`,
  },
  duty: {
    summary: 'Qui est de permanence, et qui vient ensuite',
    noTurns:
      'Il n’y a pas de permanences ici : les rappels des nouveaux dossiers vont dans le canal de triage. Un planning s’écrit dans hearback.yaml, sous duty ; la personne qui s’occupe de Hearback peut le faire.',
    noTurnsBut: (handler) => [
      'Il n’y a pas de permanences ici : les rappels des nouveaux dossiers vont à ',
      handler,
      '. Un planning s’écrit dans hearback.yaml, sous duty ; la personne qui s’occupe de Hearback peut le faire.',
    ],
    onDuty: 'De permanence : ',
    goThere: '. Les rappels des dossiers que personne n’a pris lui parviennent.',
    nobody:
      'Personne du planning n’est là. Les rappels des dossiers que personne n’a pris vont dans le canal de triage.',
    nobodyBut: (handler) => [
      'Personne du planning n’est là. Les rappels des dossiers que personne n’a pris vont à ',
      handler,
      '.',
    ],
    turn: (from, who) => [`à partir du ${from} : `, who],
    hasLeft: ' (n’est plus là)',
    hasNoRole: ' (n’a pas de rôle qui travaille sur les dossiers)',
    isAway: (until) => [' (pas là ; retour : ', until, ')'],
  },
};
