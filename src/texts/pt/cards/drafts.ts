import type { drafts as english } from '../../en/cards/drafts.ts';
import { plural } from '../../plural.ts';

export const drafts: typeof english = {
  toDm: (member) => `Resposta a ${member} por mensagem direta, `,
  toThread: (member) => `Resposta a ${member} na conversa pública, `,
  asWritten: (by) => ['tal como ', by, ' a escreveu.'],
  inLanguage: (language) => `em ${language}.`,
  noTemplates: (language, wanted) => `em ${language}, porque não há modelos em ${wanted}.`,
  languageChanged: (language, wanted) => `em ${language}; a língua do caso agora é: ${wanted}.`,
  missing: (language, wanted, count, names) =>
    `em ${language}, porque não há em ${wanted} ${plural('pt-PT', count, { one: 'o modelo', other: 'os modelos' })} ${names}.`,
  named: (name) => `“${name}”`,
  giftWaits: ' Vai com uma oferta, que espera pelo sim de outra pessoa:',
  waitsThenMember: (member) => ` À espera do seu clique; depois o caso espera por ${member}:`,
  waits: ' À espera do seu clique:',
  preview: {
    title: (name) => `Pré-visualização · ${name}`,
    summary: (member) => `Pré-visualização da sua resposta a ${member}`,
    toDm: (member, send) => [
      'Vai para ',
      member,
      ` por mensagem direta. Nada é enviado antes de carregar em ${send}.`,
    ],
    toThread: (member, send) => [
      'Vai para ',
      member,
      ` na conversa pública, onde todos a podem ler. Nada é enviado antes de carregar em ${send}.`,
    ],
    thenWaits: (member) =>
      ` A mensagem pergunta algo, por isso o caso fica depois à espera de ${member}: recebe um lembrete, e o caso fecha se não disser nada.`,
  },
  asksTwice: {
    title: (name) => `Já perguntado · ${name}`,
    summary: (member) => `Isto já foi perguntado a ${member}, ou já foi dito. Nada foi enviado.`,
    asked: (member) =>
      `Isto já foi perguntado a ${member}, ou ${member} já o disse, por isso ainda nada foi enviado:`,
    advice: (edit) =>
      `Quem ouve a mesma pergunta duas vezes sente que não foi ouvido. Com ${edit} pode tirar as perguntas.`,
  },
};
