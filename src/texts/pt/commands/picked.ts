import type { picked as english } from '../../en/commands/picked.ts';

export const picked: typeof english = {
  namePerson: 'Indique uma pessoa, por exemplo @mia.',
  noDraft: (reply) => `Essa resposta não existe. Escreva uma nova com ${reply}.`,
  noGift: 'Essa oferta não existe. O cartão do caso mostra as que há. Escolha uma delas.',
  noKind: (typed, kinds) => `O tipo de feedback “${typed}” não existe. Escolha entre: ${kinds}.`,
  noSeverity: (typed, severities) => `“${typed}” não é uma gravidade. Escolha entre: ${severities}.`,
  severityHint: 'Sem escolha, fica a gravidade do seu tipo.',
  noReason: (typed, reasons) => `“${typed}” não é um motivo. Escolha entre: ${reasons}.`,
  reasons: {
    conflict: 'Conflito de interesses',
    accused: 'É sobre essa pessoa',
    previousHandler: 'Já tratou do caso, e o membro não ficou satisfeito',
  },
  handler: {
    bot: 'Isso é um bot, e não trata de nada. Escolha um moderador, um responsável por casos ou um responsável de equipa.',
    gone: 'Essa pessoa não está (ou já não está) na comunidade, por isso ninguém veria o caso. Escolha um moderador, um responsável por casos ou um responsável de equipa.',
    notStaff:
      'Essa pessoa não trabalha aqui em casos, por isso ninguém veria o caso. Escolha um moderador, um responsável por casos ou um responsável de equipa, ou leve-o a um departamento com /feedback route.',
    keptOut:
      'Este caso não é para essa pessoa: foi deixada de fora, ou só os responsáveis de equipa o veem, ou é sobre algo que ela própria disse. Escolha outra pessoa.',
    notForThem: 'Este caso não é para essa pessoa. Escolha outra.',
  },
  untold: (problem) =>
    `Não foi possível avisar o membro: ${problem} Resolva-o com tell: no, e responda à mão.`,
  choices: {
    forStaff: 'staff: com notas internas',
    forMember: 'member: só o que disse e viu',
    wait: 'Sim, esperar depois pelo membro',
    noWait: 'Não, não esperar',
    tell: 'Sim, avisar o membro',
    tellNot: 'Não, não dizer nada',
    another: 'Dê-me outro',
    later: 'Agora não',
  },
  origins: { mail: 'Por e-mail', phone: 'Por telefone', person: 'Pessoalmente', elsewhere: 'De outra forma' },
  identity: {
    link: 'Ligar: duas contas são uma pessoa',
    unlink: 'Separar: não são',
    list: 'Mostrar o que está ligado',
  },
  meeting: {
    list: 'Lista: o que falta decidir',
    add: 'Acrescentar: um assunto a tratar',
    decide: 'Decidir: o número e a decisão',
  },
};
