import type { chat as english } from '../../en/says/chat.ts';

export const chat: typeof english = {
  wentWrong: 'Algo correu mal do nosso lado; nada foi alterado. Tente outra vez.',
  formTooLate: 'O formulário demorou demasiado a abrir. Tente outra vez.',
  outdated: 'Este botão é de uma versão anterior e já não funciona. Use /feedback em vez dele.',
  notOurServer: 'Isto não pertence a nenhum servidor de que eu cuide. Use /feedback na sua comunidade.',
  oneMoreStep: 'Falta mais um passo.',
  openedLate: 'Demorou demasiado a abrir sozinho. Carregue no botão para continuar.',
  goOn: 'Continuar',
  cancel: 'Cancelar',
  inMessagesTab:
    'Está agora no separador *Mensagens* desta aplicação. Mais ninguém o vê lá, e desaparece quando recarregar o Slack.',
  lookedAfterElsewhere:
    'Este canal é partilhado com outro espaço de trabalho, que trata do feedback. Assinale a mensagem com um emoji e chega-lhes.',
  typed: {
    nobody: (option, usage) => `Indique uma pessoa para ${option}, como @mia. Escreva ${usage}`,
    missing: (option, usage, what) => `Falta ${option}. Escreva ${usage}. ${option}: ${what}`,
    surplus: (word, command, usage) => `“${word}” é mais do que ${command} aceita. Escreva ${usage}`,
    unknown: (word) => `Não conheço o comando “${word}”. Escreva /feedback help para ver o que sei fazer.`,
    nearly: (word, usage) => `Não conheço o comando “${word}”. Queria dizer ${usage}?`,
  },
};
