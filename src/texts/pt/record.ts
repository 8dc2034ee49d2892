import type { record as english } from '../en/record.ts';

export const record: typeof english = {
  code: 'pt',
  kind: 'Tipo',
  state: 'Estado',
  severity: 'Gravidade',
  member: 'Membro',
  handler: 'Responsável',
  departments: 'Departamentos',
  reporters: 'Assinalado por',
  origin: 'Como chegou',
  link: 'Mensagem',
  quote: 'Feedback',
  wrote: 'escreveu',
  wroteFlagged: 'escreveu o que foi assinalado',
  wroteAgain: 'respondeu',
  wroteBelow: 'escreveu na conversa',
  wroteBefore: 'escreveu antes',
  answered: 'resposta ao membro',
  toHelpers: 'aos ajudantes',
  unsent: 'interno: uma resposta que não foi enviada',
  internalNote: 'nota interna',
  edited: 'Editada',
  deleted: 'Apagada',
  notInside: 'não incluído aqui',
  saidSolved: 'disse que está resolvido',
  saidNotYet: 'disse que ainda não está resolvido',
  rating: (stars) => `${stars} em 5`,
  download: {
    transcript: (name) => `Descarregar a transcrição de ${name}`,
    forMember: (name) => `Descarregar o que o membro disse e viu em ${name}`,
    record: 'Descarregar tudo o que pode ver',
    until: '. A ligação funciona uma só vez, até ',
    keep: '. Contém o que as pessoas escreveram em confiança: guarde o ficheiro onde mais ninguém o possa ler.',
  },
  table: {
    found: 'Descarregar os casos encontrados em tabela (CSV)',
    all: 'Descarregar os seus casos em tabela (CSV)',
    most: (cases: string) =>
      `Uma tabela tem no máximo ${cases} casos. Quem gere o Hearback obtém-nos todos com `,
    comesDirectly:
      'A tabela (CSV) chega-lhe por mensagem direta. Se não estiver aí dentro de um minuto, permita mensagens diretas deste bot e peça de novo. ',
    whole:
      'Tudo o que pode ver, com anexos, é demasiado para uma mensagem. Quem gere o Hearback obtém-no por si com ',
    message: {
      title: 'Os casos que pediu, em tabela',
      asked: 'Pediu ',
      keep: 'Contém o que as pessoas escreveram em confiança: guarde o ficheiro onde mais ninguém o possa ler.',
      notSent: 'A tabela que pediu é demasiado grande',
      tooLarge: (size) =>
        `Teria mais de ${size}, e uma mensagem não aceita mais, por isso nada foi enviado. Peça menos casos: acrescente um tipo, um estado ou um período, por exemplo `,
    },
  },
  noAddress:
    'Não é possível descarregar aqui, porque este Hearback não tem endereço web. Peça a quem o gere que defina PUBLIC_URL, ou que execute isto por si: ',
  wrongFormat: (typed) => `O formato “${typed}” não existe. Escreva md, html ou json.`,
  wrongReader: (typed) => `Não se fazem transcrições para “${typed}”. Escreva staff ou member.`,
  formats: { md: 'Markdown', html: 'Uma página', json: 'JSON' },
  readers: { staff: 'A equipa, com notas internas', member: 'O membro: só o que disse e viu' },
};
