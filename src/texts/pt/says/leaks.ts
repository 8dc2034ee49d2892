import type { leaks as english } from '../../en/says/leaks.ts';

export const leaks: typeof english = {
  thread: 'Um cartão interno ia ser publicado numa conversa de um canal que não é interno.',
  channel: 'Um cartão interno ia ser publicado num canal que não é o de triagem nem o de um departamento.',
  shared: (channel) =>
    `O canal “${channel}” é partilhado com outra organização. Indique um da sua organização: os cartões internos não são publicados em mais lado nenhum.`,
  public: (channel) =>
    `O canal “${channel}” é público. Torne-o privado: os cartões internos não são publicados em mais lado nenhum.`,
  notForThem: 'Um cartão interno ia ser enviado a alguém a quem o caso não se destina.',
  onlyLeads:
    'Um cartão que só os responsáveis de equipa podem ver ia ser enviado a alguém que não é responsável.',
  noLongerTheirs:
    'Um cartão interno ia ser enviado a alguém que não trabalha (ou já não trabalha) neste caso.',
  helpers: 'Este caso já não pode ser visto por todos, por isso nada dele vai para os ajudantes.',
  inPrivate: 'Este caso é agora respondido em privado, e as palavras destinavam-se à conversa pública.',
  unapproved: 'Uma resposta que ninguém aprovou ia ser enviada; não foi.',
  notBrought: 'Um caso ia ser enviado por e-mail a um departamento ao qual não foi levado.',
};
