import type { departments as english } from '../../en/rules/departments.ts';

export const departments: typeof english = {
  takenAlready:
    'Outra pessoa do seu departamento já ficou com o caso. O que escrever na conversa também chega ao responsável.',
  tooLong: (length, most) => `São ${length} caracteres; fique abaixo de ${most}.`,
  youTook: 'Já ficou com este caso.',
  whatToKnow: 'Escreva o que precisa de saber, para que o responsável o possa descobrir.',
  whyDeclined: 'Escreva porquê, para que o responsável o possa explicar ou perguntar a outra pessoa.',
  emptyAnswer: 'A resposta está vazia. Escreva o que o membro deve ler.',
  whereElse:
    'Escreva onde está a ser tratado, com uma ligação que comece por https://, para que todos o encontrem.',
  notBrought: (name) => `Este caso não foi levado a ${name}.`,
  whatToTell: 'Escreva o que o departamento deve saber.',
  ended: 'Este caso terminou. Reabra-o primeiro, e o departamento é consultado de novo.',
  unknown: (typed, choices) => `Não há aqui o departamento “${typed}”. Escolha entre: ${choices}.`,
  none: 'Ainda não há departamentos definidos aqui. Ficam em “departments” em hearback.yaml.',
  hasIt: (name, command) => `${name} já tem este caso. Para lhe perguntar ou dizer algo: ${command}`,
  questionTooLong: (length, most) => `A pergunta tem ${length} caracteres; fique abaixo de ${most}.`,
  titles: {
    take: (name) => `${name} ficou com o caso`,
    ask: (name) => `${name} pede mais informação`,
    elsewhere: (name) => `${name} diz que o caso é tratado noutro sítio`,
    decline: (name) => `${name} recusa`,
    fixed: (name) => `${name} diz que está corrigido`,
    answer: (name) => `${name} escreveu uma resposta para o membro`,
  },
  notes: {
    take: (words) => `ficou com o caso: ${words}`,
    ask: (words) => `pede mais informação: ${words}`,
    elsewhere: (words) => `diz que o caso é tratado noutro sítio: ${words}`,
    decline: (words) => `recusa: ${words}`,
    fixed: (words) => `diz que está corrigido: ${words}`,
    answer: (words) => `escreveu uma resposta para o membro: ${words}`,
  },
  isStays: (state) => `O caso está ${state}. Assim fica, a não ser que o reabra.`,
  openElsewhere: 'Abrir onde está a ser tratado',
  draftWaits: 'Espera como rascunho: leia-o, mude-o se quiser, e envie-o com um clique. Abrir mostra-o.',
  looks: (who) => [who, ' está a tratar disso.'],
  suggests: (who) => [who, ' sugere:'],
  writes: (who) => [who, ' escreve:'],
  forIt: (name) => `para ${name}`,
  newFor: (name, severity) => `Novo para ${name}, gravidade ${severity}`,
  youLead: (name) => `É responsável de equipa em ${name}. Abrir mostra o que foi dito, e o que se pergunta.`,
  writesBelow: (name) => `${name} escreve na conversa do seu cartão`,
  firstOnly: 'O resto do que lá se diz fica guardado com o caso. Só recebe aviso das primeiras palavras.',
  writesLate: (name, state) => `${name} escreve sobre um caso que está ${state}`,
  staysClosed: 'Continua fechado, a não ser que o reabra.',
  openThread: 'Abrir a conversa',
  attached: (files) => `(em anexo: ${files})`,
  endedByMail: (state) =>
    `Este caso está agora ${state}, por isso já ninguém espera pela vossa resposta. O que escreverem mesmo assim fica guardado com ele.`,
  mail: {
    notKept: (file, why) => `(não guardado: ${file}, ${why})`,
    otherAddress: (from, own) => `(por e-mail de ${from}, que não é o endereço ${own})`,
    noAddress: 'sem endereço',
    answers: (name) => `${name} responde por e-mail`,
    isNote: 'É uma nota, e o membro não a vê. Para lho dizer, use Responder.',
    unreadTitle: (name) => `Não foi possível ler um e-mail de ${name}`,
    unread: (from, why) => `Um e-mail de ${from} não foi guardado: ${why}.`,
    nobodyKnown: 'alguém desconhecido',
    couldNotBeRead: 'não foi possível lê-lo',
    writeAgain:
      'Peça que escrevam de novo, com ficheiros mais pequenos ou com ligações. O prazo deles continua a contar.',
    returnedTitle: 'Um e-mail para um departamento voltou para trás',
    returned: (name, address) =>
      `O que foi enviado a ${name} (${address}) foi aceite pelo servidor de e-mail e voltou mais tarde.`,
    itsAddress: 'o seu endereço',
    lookAtAddress:
      'Verifique o endereço em hearback.yaml, e avise entretanto o departamento de outra forma. O prazo dele continua a contar.',
    nobodyTitle: 'Um e-mail não pertence a nenhum caso',
    forNobody: (from) =>
      `Alguém (${from}) escreveu para um endereço de resposta que não fui eu a dar, ou cujo caso já não existe. Nada foi guardado, e ninguém recebeu resposta.`,
    lookInMailbox:
      'Se um departamento espera por uma resposta vossa, procurem o e-mail na caixa de correio, e peçam que respondam ao último e-mail sobre o caso. Se hoje chegarem mais e-mails destes, já não aviso.',
  },
};
