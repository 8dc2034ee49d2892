import type { hands as english } from '../../en/commands/hands.ts';

export const hands: typeof english = {
  assign: {
    summary: 'Confier un dossier à quelqu’un',
    options: { person: 'Qui s’en charge désormais', note: 'Ce que cette personne doit savoir' },
    title: 'Confier',
    submit: 'Confier',
    who: 'Qui s’en charge désormais ?',
    note: 'Que doit savoir cette personne ?',
    isWith: (name, to) => [`${name} est maintenant chez `, to, '.'],
    notYet: (name) => `${name} n’est pas encore confié`,
    isAway: (who, until) => [
      who,
      ' est absent jusqu’au ',
      until,
      ' : le membre pourrait attendre jusque-là.',
    ],
    standsIn: (who) => [who, ' s’occupe de ses dossiers entre-temps.'],
    noteKept: 'Votre note est gardée dans le dossier, et la personne qui le reçoit la lira.',
    handTo: (name) => `Confier à ${name}`,
    handAllTheSame: 'Confier quand même',
  },
  claim: {
    summary: 'Se charger soi-même d’un dossier',
    isYours: (name) => `${name} est à vous maintenant. Ses rappels vous parviennent.`,
  },
  done: {
    summary: 'Vous vous en êtes occupé : ses rappels font une pause',
    comesUp: (name, at) => [`Merci. ${name} revient le `, at, ', sauf s’il est résolu d’ici là.'],
    noted: (name) => `Merci, c’est noté dans ${name}.`,
  },
  duty: {
    summary: 'Qui est de permanence, et qui vient ensuite',
    noTurns:
      'Il n’y a pas de permanences ici : les rappels des nouveaux dossiers vont dans le canal de modération. Un planning s’écrit dans hearback.yaml, sous duty ; la personne qui s’occupe de Hearback peut le faire.',
    noTurnsBut: (handler) => [
      'Il n’y a pas de permanences ici : les rappels des nouveaux dossiers vont à ',
      handler,
      '. Un planning s’écrit dans hearback.yaml, sous duty ; la personne qui s’occupe de Hearback peut le faire.',
    ],
    onDuty: 'De permanence : ',
    goThere: '. Les rappels des dossiers que personne n’a pris y vont.',
    nobody:
      'Personne du planning n’est là. Les rappels des dossiers que personne n’a pris vont dans le canal de modération.',
    nobodyBut: (handler) => [
      'Personne du planning n’est là. Les rappels des dossiers que personne n’a pris vont à ',
      handler,
      '.',
    ],
    turn: (from, who) => [`à partir du ${from} : `, who],
    hasLeft: ' (n’est plus là)',
    hasNoRole: ' (n’a pas de rôle qui travaille sur les dossiers)',
    isAway: (until) => [' (absent jusqu’au ', until, ')'],
  },
};
