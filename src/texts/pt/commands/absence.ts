import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Está fora por um tempo: outra pessoa recebe os seus lembretes',
    options: {
      until: 'Até quando, por exemplo sexta-feira ou 3d; back: está de volta',
      'stand-in': 'Quem trata dos seus casos entretanto',
      for: 'Outra pessoa que está fora; para responsáveis de equipa',
    },
    welcomeBack: 'Boas-vindas! Os seus lembretes voltam a chegar-lhe.',
    isBack: (who) => [who, ' está de volta, e volta a receber os seus lembretes.'],
    byOption: (typed) => `Indique com a opção quem fica em substituição, por exemplo ${typed}`,
    title: 'Ausência',
    submit: 'Guardar',
    when: 'Até quando?',
    whenHint: 'Por exemplo amanhã, sexta-feira 14:00, 24/12 ou 2w. back: está de volta',
    who: 'Quem trata dos seus casos entretanto?',
    onlyLeads:
      'Só os responsáveis de equipa, a direção e os administradores dizem que outra pessoa está fora. Peça a um deles.',
    getNone: 'Essa pessoa não trabalha aqui em casos, por isso não recebe lembretes.',
    notThemselves:
      'Ninguém se substitui a si próprio. Indique outra pessoa, ou deixe vazio: nesse caso, a substituição cabe aos responsáveis de equipa.',
    hasLeft: 'Essa pessoa saiu da comunidade. Indique outra para a substituição.',
    cannotSee:
      'Essa pessoa não trabalha aqui em casos, por isso não os poderia ver. Indique para a substituição um moderador, um responsável por casos ou um responsável de equipa.',
    awayForAPart: 'Essa pessoa também está fora parte desse tempo. Indique outra para a substituição.',
    awayAllThatTime: 'Essa pessoa também está fora todo esse tempo. Indique outra para a substituição.',
    youStandIn: 'Está a substituir alguém',
    theirReminders: (who, until) => [
      who,
      ' está fora até ',
      until,
      '. Entretanto, os lembretes dessa pessoa chegam-lhe a si, em todos os casos que pode ver.',
    ],
    youAreAway: (until) => ['Está fora até ', until, '. '],
    isAway: (who, until) => [who, ' está fora até ', until, '. '],
    leadsGetYours: 'Os responsáveis de equipa recebem entretanto os seus lembretes.',
    leadsGetTheirs: 'Os responsáveis de equipa recebem entretanto os lembretes dessa pessoa.',
    getsYours: (who) => [who, ' recebe entretanto os seus lembretes.'],
    getsTheirs: (who) => [who, ' recebe entretanto os lembretes dessa pessoa.'],
    backEarlier: (typed) => ` De volta mais cedo? ${typed}`,
  },
};
