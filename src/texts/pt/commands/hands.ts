import type { hands as english } from '../../en/commands/hands.ts';

export const hands: typeof english = {
  assign: {
    summary: 'Passar um caso a outra pessoa',
    options: { person: 'Quem trata dele a partir de agora', note: 'O que essa pessoa deve saber' },
    title: 'Passar',
    submit: 'Passar',
    who: 'Quem trata dele a partir de agora?',
    note: 'O que deve essa pessoa saber?',
    isWith: (name, to) => [`${name} está agora com `, to, '.'],
    notYet: (name) => `${name} ainda não foi passado`,
    isAway: (who, until) => [
      who,
      ' está fora até ',
      until,
      ', por isso o membro poderia ficar à espera esse tempo todo.',
    ],
    standsIn: (who) => [who, ' trata entretanto dos casos dessa pessoa.'],
    noteKept: 'A sua nota fica no caso, e quem o receber vai lê-la.',
    handTo: (name) => `Passar a ${name}`,
    handAllTheSame: 'Passar mesmo assim',
  },
  claim: {
    summary: 'Assumir um caso',
    isYours: (name) => `${name} é seu agora. Os lembretes chegam-lhe a si.`,
  },
  done: {
    summary: 'Já tratou do assunto: os lembretes fazem uma pausa',
    comesUp: (name, at) => [
      `Obrigado. O próximo lembrete de ${name}: `,
      at,
      ', se o caso não estiver resolvido antes.',
    ],
    noted: (name) => `Obrigado, ficou anotado em ${name}.`,
  },
  duty: {
    summary: 'Quem está de serviço agora, e quem vem a seguir',
    noTurns:
      'Aqui ninguém faz turnos: os lembretes de casos novos vão para o canal de triagem. A escala escreve-se no hearback.yaml, em duty; quem gere o Hearback pode fazê-lo.',
    noTurnsBut: (handler) => [
      'Aqui ninguém faz turnos: os lembretes de casos novos vão para ',
      handler,
      '. A escala escreve-se no hearback.yaml, em duty; quem gere o Hearback pode fazê-lo.',
    ],
    onDuty: 'De serviço: ',
    goThere: '. É para aí que vão os lembretes de casos que ninguém assumiu.',
    nobody:
      'Ninguém da escala está cá. Os lembretes de casos que ninguém assumiu vão para o canal de triagem.',
    nobodyBut: (handler) => [
      'Ninguém da escala está cá. Os lembretes de casos que ninguém assumiu vão para ',
      handler,
      '.',
    ],
    turn: (from, who) => [`a partir de ${from}: `, who],
    hasLeft: ' (saiu)',
    hasNoRole: ' (não tem uma função que trate de casos)',
    isAway: (until) => [' (fora até ', until, ')'],
  },
};
