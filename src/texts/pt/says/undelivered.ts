import type { undelivered as english } from '../../en/says/undelivered.ts';

export const undelivered: typeof english = {
  reply: {
    title: 'O membro não recebeu a resposta',
    theMember: 'o membro',
    failed: (who) => `A resposta para ${who} não pôde ser entregue. `,
    notAsked:
      'Por isso não lhe foi perguntado se está resolvido. Contacte-o de outra forma, ou reabra o caso e responda lá: sem essa pergunta, o caso volta a aparecer-lhe sozinho.',
    sendAgain:
      'Nada foi publicado noutro lugar. Contacte-o de outra forma, ou envie a resposta outra vez com Responder.',
    partTitle: 'O membro só recebeu uma parte da resposta',
    partArrived: (who, parts, arrived) =>
      `A resposta para ${who} tem ${parts} mensagens. ${arrived === 1 ? 'A primeira chegou' : `As primeiras ${arrived} chegaram`}, o resto não pôde ser entregue. `,
    sendRest: 'Nada foi publicado noutro lugar. Contacte-o de outra forma, ou envie o resto com Responder.',
  },
  management: {
    title: 'Não foi possível avisar a direção',
    byHand: 'Casos como este vão logo para a direção. Avise-a pessoalmente, por favor. ',
  },
  copy: {
    title: 'Não foi possível avisar alguém que acompanha o caso',
    byHand: 'Ainda pode avisar essa pessoa pessoalmente, ou retirá-la da cópia. ',
  },
  thanks: {
    title: 'Não foi possível agradecer ao ajudante',
    failed: 'O agradecimento não pôde ser publicado por baixo da pergunta aos ajudantes. ',
    yourself: 'Agradeça pessoalmente, por favor.',
  },
  helpers: {
    title: 'Não foi possível perguntar à comunidade',
    failed: 'A pergunta não pôde ser publicada no canal dos ajudantes. ',
    goesOn:
      'O caso segue sem os ajudantes: ficam agora com ele os departamentos do seu tipo, a não ser que só os responsáveis de equipa o possam ver.',
  },
  praise: {
    title: 'As palavras simpáticas não chegaram',
    passOn: (who) => [
      who,
      ' não recebe mensagens diretas. Transmita pessoalmente as palavras simpáticas, por favor.',
    ],
  },
  department: {
    title: 'Não foi possível contactar um departamento',
    mail: (name, address) => `O e-mail para ${name} (${address}) não sai. `,
    mailAgain:
      'Tenta-se de novo a cada hora até chegar. Verifique o endereço em hearback.yaml e as definições de e-mail, e entretanto avise o departamento de outra forma.',
    channel: (name) => `Não é possível publicar os casos para ${name}. `,
    channelAgain: 'Tenta-se de novo a cada minuto até chegarem.',
  },
  notice: { for: (who) => ['Para ', who, ', a quem não chegam mensagens diretas:'] },
  words: {
    title: 'Não foi possível avisar um departamento',
    inChannel: (name) => `O que foi escrito para ${name} não está no canal do departamento. `,
    inMailbox: (name) => `O que foi escrito para ${name} não está na caixa de correio do departamento. `,
    kept: 'As palavras ficam guardadas como nota. Avise o departamento de outra forma, ou outra vez quando isto estiver corrigido.',
  },
  files: {
    title: 'Não foi possível levar ficheiros a um departamento',
    failed: (name) => `Os ficheiros deste caso não chegaram a ${name}. `,
    passOn: 'Estão no registo e na própria mensagem. Faça-os chegar lá à mão, por favor.',
    stayTitle: 'Não foi possível retirar ficheiros',
    stay: (name) => `Ficheiros de um caso que já não é para todos continuam no canal de ${name}. `,
    delete: 'Apague-os lá à mão, por favor.',
  },
  digest: {
    title: 'Não foi possível publicar o resumo',
    failed: 'Destinava-se a um canal próprio. ',
    instead: (command) => `${command} mostra como estão as coisas.`,
  },
  toOthers: {
    title: 'Dê uma vista de olhos, por favor',
    why: 'Havia notícias deste caso para alguém que já não o pode ver. Abrir mostra como está.',
  },
  receipt: {
    title: 'A sua sinalização está registada',
    noEmoji: (emoji) => `Obrigado, está registada. Não consegui pôr ${emoji} na própria mensagem. `,
  },
  triage: {
    title: 'Não consigo publicar no canal de triagem',
    failed: 'Os casos são registados, mas os seus cartões não podem ser publicados. ',
    follows: 'Os cartões seguem sozinhos assim que isso for corrigido.',
  },
  groups: {
    title: 'Não se sabe quem está em que grupo',
    what: 'hearback.yaml dá funções a grupos, mas o Hearback não pode perguntar quem está neles. Até lá, quem só tem uma função através de um grupo não pode fazer nada; quem está indicado pelo nome pode.',
    todo: (needed) => `O que fazer: ${needed}. Ou indique pessoas em hearback.yaml em vez de grupos.`,
  },
  issues: {
    title: (tracker) => `Não é possível seguir os issues de ${tracker}`,
    again: 'Nada se perde: são vistos de novo a cada hora.',
  },
  mailbox: {
    title: 'As respostas dos departamentos por e-mail não podem ser lidas',
    unread: (code) => `A caixa de correio com as respostas dos departamentos não pode ser lida (${code}).`,
    waits:
      'As respostas esperam na caixa de correio e são lidas quando for possível. hearback check diz mais.',
  },
};
