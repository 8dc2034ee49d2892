import type { absence as english } from '../../en/commands/absence.ts';

export const absence: typeof english = {
  away: {
    summary: 'Está fora por um tempo: outra pessoa recebe os seus lembretes',
    options: {
      until: 'Até quando, como friday ou 3d; back: está de volta',
      'stand-in': 'Quem trata dos seus casos entretanto',
      for: 'Outra pessoa que está fora; para responsáveis',
    },
    welcomeBack: 'Bem-vindo de volta. Os seus lembretes voltam a chegar-lhe.',
    isBack: (who) => [who, ' está de volta. Os seus lembretes voltam a chegar-lhe.'],
    byOption: (typed) => `Indique quem substitui pela opção, por exemplo ${typed}`,
    title: 'Ausência',
    submit: 'Guardar',
    when: 'Até quando?',
    whenHint: 'Por exemplo tomorrow, friday 14:00, 24/12 ou 2w. back: está de volta',
    who: 'Quem trata dos seus casos entretanto?',
    onlyLeads:
      'Só os responsáveis, a direção e os administradores dizem que outra pessoa está fora. Peça a um deles.',
    getNone: 'Essa pessoa não trabalha aqui em casos, por isso não recebe lembretes.',
    notThemselves:
      'Ninguém se substitui a si próprio. Indique outra pessoa, ou deixe vazio: serão os responsáveis.',
    hasLeft: 'Essa pessoa saiu da comunidade. Indique outra para a substituição.',
    cannotSee:
      'Essa pessoa não trabalha aqui em casos, por isso não os poderia ver. Indique alguém da moderação, do acompanhamento ou um responsável.',
    awayForAPart: 'Essa pessoa também está fora parte desse tempo. Indique outra.',
    awayAllThatTime: 'Essa pessoa também está fora todo esse tempo. Indique outra.',
    youStandIn: 'Está a substituir alguém',
    theirReminders: (who, until) => [
      who,
      ' está fora até ',
      until,
      '. Os seus lembretes chegam-lhe a si entretanto, para todos os casos que pode ver.',
    ],
    youAreAway: (until) => ['Está fora até ', until, '. '],
    isAway: (who, until) => [who, ' está fora até ', until, '. '],
    leadsGetYours: 'Os responsáveis recebem entretanto os seus lembretes.',
    leadsGetTheirs: 'Os responsáveis recebem entretanto os lembretes dessa pessoa.',
    getsYours: (who) => [who, ' recebe entretanto os seus lembretes.'],
    getsTheirs: (who) => [who, ' recebe entretanto os lembretes dessa pessoa.'],
    backEarlier: (typed) => ` De volta mais cedo? ${typed}`,
  },
};
