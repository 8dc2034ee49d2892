import type { answers as english } from '../../en/rules/answers.ts';

export const answers: typeof english = {
  empty: 'A resposta está vazia. Escreva o que o membro deve ler.',
  tooLong: (length, most) => `A resposta tem ${length} caracteres; fique abaixo de ${most}.`,
  noThread:
    'Este caso chegou sem mensagem, por isso não há conversa onde responder. Responda pela mesma via, e anote-o com /feedback note.',
  privateByNow:
    'Este caso é agora respondido em privado, e estas palavras iriam para a conversa pública. Carregue em Editar e depois em Pré-visualizar: seguem então por mensagem direta.',
  neverAnswered: (kind) =>
    `Aos casos do tipo “${kind}” não se responde. Se este merece resposta, mude-lhe primeiro o tipo, com Tipo no cartão ou /feedback kind.`,
  none: 'Não há nenhuma resposta à espera de ser enviada. Escreva uma com Responder.',
  theirs:
    'Outra pessoa escreveu uma resposta depois da sua. Carregue em Enviar resposta por baixo da que quer: a dela está no cartão do caso, a sua na sua pré-visualização.',
  ofAnotherCase: 'Essa resposta não é deste caso. O cartão de cada caso mostra a sua.',
  sent: 'Essa resposta já foi enviada. Para dizer mais, escreva uma nova com Responder.',
  replaced: 'Essa resposta foi entretanto substituída por outra. O cartão mostra a que espera agora.',
  discarded: 'Essa resposta foi deitada fora. Escreva uma nova com Responder.',
  asksTwice:
    'Parte disto já foi perguntada ao membro, ou ele já o disse. Tire as perguntas com Editar, ou carregue em Perguntar mesmo assim.',
  noTemplates: (choices) => `Não há modelos nessa língua. Escolha entre: ${choices}.`,
  languageAlready: (language) => `A língua já é ${language}.`,
  personsWords:
    'A resposta que espera tem palavras de uma pessoa, por isso ficou como está. Envie-a ou deite-a fora primeiro.',
  bringsGift:
    'A resposta que espera traz uma oferta, por isso ficou como está. Envie-a ou deite-a fora primeiro.',
  unwritten: (problem) =>
    `Não foi possível escrevê-la: ${problem} A resposta que lá estava continua à espera.`,
  nothingToSay:
    'Esse modelo não diz nada neste caso; escolha outro com Outro modelo. A resposta que lá estava continua à espera.',
  consent: {
    anotherWaits: (department) =>
      `Antes de ${department} o receber, é preciso perguntar ao membro. Há outra resposta à espera no cartão: envie-a ou deite-a fora primeiro.`,
    unwritten: (department, problem) =>
      `Antes de ${department} o receber, é preciso perguntar ao membro, e não foi possível escrever a pergunta. ${problem}`.trim(),
    refused: (department) => `O membro prefere que as suas palavras não sejam transmitidas a ${department}.`,
    asked: (department) =>
      `${department} recebe-o quando o membro concordar, e ele ainda não respondeu. A pergunta foi-lhe feita com dois botões por baixo da resposta que recebeu.`,
    prepared: (department) =>
      `${department} recebe-o quando o membro concordar, e ainda não lhe foi perguntado. A pergunta está na resposta que espera no cartão: carregue em Enviar.`,
    notAsked: (department, command) =>
      `${department} recebe-o quando o membro concordar, e a pergunta sobre ${department} ainda não lhe foi feita. Faça-a com Transmitir no cartão, ou ${command}.`,
  },
  praise: {
    own: 'Foi o próprio membro que o disse. Escolha outra pessoa.',
    notForThem: 'Este caso não é para essa pessoa, por isso nada dele lhe pode chegar.',
    had: 'Essa pessoa já recebeu estas palavras. Escolha outra.',
    departmentHad: (department) =>
      `${department} já recebeu estas palavras. Escolha uma pessoa ou outro departamento.`,
  },
  helpers: {
    own: 'Foi essa pessoa que perguntou. Se encontrou a resposta sozinha, use Resolvido.',
    notForThem: 'Este caso não é para essa pessoa, por isso nada lhe é dito sobre ele.',
  },
};
