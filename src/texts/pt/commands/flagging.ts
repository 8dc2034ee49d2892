import type { flagging as english } from '../../en/commands/flagging.ts';

export const flagging: typeof english = {
  flag: {
    summary: 'Registar uma mensagem como feedback, pela sua ligação',
    options: { link: 'A ligação da mensagem' },
    botTold:
      'As mensagens de bots não podem ser assinaladas: ninguém leria a resposta. Se uma pessoa lhe disse algo, registe-o com /feedback new.',
    byBot: 'As mensagens de bots não podem ser assinaladas: ninguém leria a resposta.',
    thanksAnd: (leads) => `Obrigado. ${leads}`,
    thanks: 'Obrigado. Ficou registado.',
    recordedAs: (name) => `Obrigado. Ficou registado como ${name}.`,
    belongsTo: (name) =>
      `Obrigado. Pertence a ${name}, de que já se está a tratar; fica lá anotado que também assinalou isto.`,
    gone: 'Essa mensagem já não existe. Se se lembra do que dizia, registe-o com /feedback new.',
    noLink:
      'Isso não é uma ligação para uma mensagem desta comunidade. Copie-a com “Copiar ligação” no menu da mensagem.',
    notWatched:
      'As mensagens desse canal não são registadas. Os canais que contam estão em “watch” no hearback.yaml.',
    cannotRead: (needed) => `Não consigo ler essa mensagem. ${needed}`,
    title: 'Assinalar como feedback',
    submit: 'Registar',
    kind: 'De que se trata?',
    severity: 'Que urgência tem?',
    note: 'Nota para a moderação',
    noteHint: 'O membro nunca a vê.',
  },
  dismiss: {
    summary: 'Não é feedback a tratar: fica registado com um motivo, sem dizer nada ao membro',
    options: { reason: 'Porquê; fica no caso' },
    title: 'Arquivar',
    submit: 'Arquivar',
    why: 'Porque é arquivado?',
    whyHint: 'Fica no caso. Nada é dito ao membro.',
    isDismissed: (name) => `${name} foi arquivado; o motivo fica guardado nele.`,
  },
  approve: {
    summary: 'Dizer sim a uma oferta proposta por outra pessoa: é enviada de imediato',
    onItsWay: (member, name) => `Aprovada: a oferta vai a caminho de ${member} (${name}).`,
  },
  discard: {
    summary: 'Deitar fora a resposta que espera por um clique',
    discarded: (name) => `Deitada fora; nada foi enviado em ${name}.`,
  },
  credit: {
    summary: 'Resolvido pela comunidade: o caso fica resolvido, e agradece-se a quem ajudou',
    options: { person: 'Quem da comunidade o resolveu' },
    thanked: (name, who) => [
      `${name} está resolvido, e `,
      who,
      ' recebe um agradecimento por baixo da pergunta aos ajudantes.',
    ],
    noted: (name, who) => [
      `${name} está resolvido, e `,
      who,
      ' fica no caso como quem o resolveu. Os ajudantes não foram consultados numa publicação, por isso agradeça pessoalmente.',
    ],
    notHere: 'Essa pessoa não está nesta comunidade. Indique quem escreveu a resposta que ajudou.',
    title: 'Resolvido ·',
    submit: 'Resolvido',
    who: 'Quem da comunidade o resolveu?',
    whoHint: 'Agradece-se por baixo da pergunta, e o membro é avisado de que está resolvido.',
  },
  comment: {
    summary: 'Algumas palavras sobre a sua avaliação',
    options: { text: 'O que gostaria de dizer' },
  },
  consent: {
    summary: 'Se as suas palavras simpáticas podem ser transmitidas',
    options: { say: 'yes ou no' },
    write: 'Escreva yes (sim) ou no (não).',
  },
};
