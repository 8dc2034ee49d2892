import type { hands as english } from '../../en/commands/hands.ts';

export const hands: typeof english = {
  assign: {
    summary: 'Giv en sag videre til en anden',
    options: { person: 'Hvem der tager sig af den fra nu af', note: 'Det, vedkommende skal vide' },
    title: 'Giv videre',
    submit: 'Giv sagen videre',
    who: 'Hvem tager sig af den fra nu af?',
    note: 'Hvad skal vedkommende vide?',
    isWith: (name, to) => [`${name} er nu hos `, to, '.'],
    notYet: (name) => `${name} er ikke givet videre endnu`,
    isAway: (who, until) => [who, ' er væk til ', until, ', så medlemmet kan komme til at vente så længe.'],
    standsIn: (who) => [who, ' tager sig af sagerne imens.'],
    noteKept: 'Din note er gemt på sagen, og den, der får sagen, kan læse den.',
    handTo: (name) => `Giv den til ${name}`,
    handAllTheSame: 'Giv den videre alligevel',
  },
  claim: {
    summary: 'Tag selv en sag',
    isYours: (name) => `${name} er din nu. Påmindelserne kommer til dig.`,
  },
  done: {
    summary: 'Du har taget dig af den: påmindelserne hviler',
    comesUp: (name, at) => [
      `Tak. Den næste påmindelse om ${name} kommer `,
      at,
      ', hvis sagen ikke er løst inden.',
    ],
    noted: (name) => `Tak, det er noteret på ${name}.`,
  },
  duty: {
    summary: 'Hvem der har vagten nu, og hvem der er næste',
    noTurns:
      'Ingen har vagter her: påmindelser om nye sager kommer i triagekanalen. En vagtplan skrives i hearback.yaml, under duty; det kan den, der driver Hearback, gøre.',
    noTurnsBut: (handler) => [
      'Ingen har vagter her: påmindelser om nye sager går til ',
      handler,
      '. En vagtplan skrives i hearback.yaml, under duty; det kan den, der driver Hearback, gøre.',
    ],
    onDuty: 'På vagt: ',
    goThere: '. Påmindelser om sager, som ingen har taget, kommer dér.',
    nobody: 'Ingen på vagtplanen er her. Påmindelser om sager, som ingen har taget, kommer i triagekanalen.',
    nobodyBut: (handler) => [
      'Ingen på vagtplanen er her. Påmindelser om sager, som ingen har taget, går til ',
      handler,
      '.',
    ],
    turn: (from, who) => [`fra ${from}: `, who],
    hasLeft: ' (er her ikke længere)',
    hasNoRole: ' (har ingen rolle, der arbejder med sager)',
    isAway: (until) => [' (væk til ', until, ')'],
  },
};
