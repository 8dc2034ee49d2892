import type { answering as english } from '../../en/commands/answering.ts';

export const answering: typeof english = {
  reply: {
    summary: 'Responder ao membro: vê a resposta antes de ser enviada',
    options: { text: 'O que o membro vai ler' },
    title: 'Resposta ·',
    preview: 'Pré-visualizar',
    label: 'O que o membro vai ler',
    hintPrivate: (member) => `Para ${member}, por mensagem direta. Volta a vê-la antes de ser enviada.`,
    hintPublic: (member) => `Para ${member}, na conversa pública. Volta a vê-la antes de ser enviada.`,
    gone: 'Entretanto esse rascunho foi enviado ou deitado fora.',
    tooLong: (length, max) =>
      `O rascunho tem ${length} caracteres, e num formulário cabem ${max}: o resto perder-se-ia. Escreva-o de novo com /feedback reply, ou envie-o como está.`,
  },
  send: {
    summary: 'Enviar a resposta que espera por um clique',
    options: { wait: 'yes: esperar depois pelo membro; no: não. Sem nada, espera se fizer uma pergunta' },
    onItsWay: (member, name) => `A resposta a ${member} vai a caminho (${name}).`,
    anew: 'A resposta que esperava prometia notícias até um momento que já passou. Por isso foi escrita de novo.',
    yesOrNo:
      'Escreva yes ou no a seguir ao caso: se ele depois espera pelo membro. Sem nada, espera se fizer uma pergunta.',
  },
  recommend: {
    summary: 'Recomendar o que deve ser feito, com motivos, a quem decide',
    options: { choice: 'O quê; basta o número', reason: 'Porquê; fica cá dentro' },
    title: 'Recomendar ·',
    submit: 'Recomendar',
    given: (name, decider) => `${name}: a sua recomendação foi entregue a ${decider}.`,
    givenToModerators: (name) => `${name}: a sua recomendação foi entregue aos moderadores.`,
    none: (kind) =>
      `Nos casos do tipo “${kind}” não há nada a recomendar. Escreva antes uma nota com /feedback note.`,
    what: (decider) => `O que deve fazer ${decider}?`,
    whatModerators: 'O que devem fazer os moderadores?',
    why: 'Porquê?',
    whyHint: 'O que há a favor e o que há contra. O membro nunca o vê.',
  },
  resolve: {
    summary: 'O caso está resolvido; o membro é avisado e pode dizer que não está',
    options: { tell: 'yes (por omissão) avisa o membro, no não diz nada' },
    title: 'Resolvido ·',
    submit: 'Resolvido',
    yesOrNo: 'Escreva yes ou no a seguir ao caso: se o membro é avisado.',
    asked: (name, member) =>
      `${name} está resolvido, e pergunta-se a ${member} se está mesmo. Se a resposta for “ainda não”, o caso sobe um nível, para outra pessoa; se o membro escrever, fica outra vez aberto.`,
    tellYourself: (name) =>
      `${name} está fechado. Chegou sem mensagem, por isso avise o membro pela mesma via.`,
    closed: (name) =>
      `${name} está fechado. Não se pergunta ao membro se está resolvido; se ele escrever, o caso fica outra vez aberto.`,
    tellPrivate: (member) => `Avisar ${member} por mensagem direta?`,
    tellPublic: (member) => `Avisar ${member} na conversa?`,
    yes: 'Sim, e pedir que diga se não está resolvido',
    no: 'Não, não dizer nada',
  },
  reopen: {
    summary: 'Reabrir um caso resolvido ou arquivado',
    options: { reason: 'Porquê' },
    open: (name) => `${name} está outra vez aberto.`,
  },
  route: {
    summary: 'Encaminhar um caso para um departamento',
    options: { department: 'Que departamento', question: 'O que se lhe pergunta; o membro nunca o vê' },
    onItsWay: (name, department) => `${name} vai a caminho de ${department}.`,
  },
  issue: {
    summary: 'Levar um caso para o GitHub ou o Jira: vê o issue antes de ser criado',
    options: { tracker: 'Onde, com o nome que tem em hearback.yaml', title: 'De que se trata' },
    gone: 'Entretanto esse issue foi criado ou deitado fora.',
    onItsWay: (name, tracker) =>
      `${name} vai a caminho de ${tracker}. O cartão mostra a ligação assim que existir.`,
    discarded: (name) => `${name}: nada foi criado, e o que escreveu foi deitado fora.`,
  },
  solved: {
    summary: 'Dizer se está resolvido aquilo de que nos falou',
    options: { say: 'yes ou no', reason: 'Porque é que não está' },
    yesOrNo: 'Escreva yes ou no.',
  },
  rate: {
    summary: 'O seu grau de satisfação, de 1 a 5',
    options: { rating: 'Um número inteiro de 1 a 5' },
  },
};
