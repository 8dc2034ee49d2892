import type { home as english } from '../en/home.ts';
import { plural } from '../plural.ts';

export const home: typeof english = {
  title: 'Os seus casos',
  due: 'Para si',
  untaken: 'Ainda sem responsável, a pedir a sua atenção',
  waiting: 'À espera de outros',
  begun: 'Os seus rascunhos em casos de outros',
  alongside: 'Casos que segue ou acompanha',
  department: 'Para o seu departamento',
  none: 'Não tem casos abertos. Com /feedback list vê onde outros precisam de ajuda.',
  noneForDepartment: 'De momento nada espera pelo seu departamento.',
  overdue: 'atrasado',
  wasDue: (what) => `, ${what} em falta desde `,
  dueBy: (what) => `${what} até `,
  firstResponse: 'primeira resposta',
  nextResponse: 'resposta',
  updateDue: 'notícias ao membro',
  resolution: 'solução',
  forMember: 'à espera do membro',
  forTeam: 'à espera do departamento',
  forHelpers: 'a comunidade foi consultada',
  snoozed: 'adiado',
  snoozedForMember: 'adiado até o membro escrever',
  nothingDue: 'nenhum prazo a correr',
  until: ' até ',
  drafts: (count) =>
    plural('pt-PT', count, {
      one: 'um rascunho seu espera por ser enviado',
      other: `${count} rascunhos seus esperam por ser enviados`,
    }),
  moreOfYours: (count, command) => `E mais ${count}: ${command} encontra-os.`,
  week: (answered, ended) =>
    `Os seus últimos sete dias: ${answered} ${plural('pt-PT', answered, { one: 'resposta enviada', other: 'respostas enviadas' })}, ${ended} ${plural('pt-PT', ended, { one: 'caso seu terminado', other: 'casos seus terminados' })}.`,
  claim: 'Assumir',
  reply: 'Responder',
  sendDraft: 'Enviar rascunho',
  done: 'Feito',
  snooze: 'Adiar',
  show: 'Mostrar',
  open: 'Abrir',
  next: 'Próximo caso',
  choose: 'Escolher um caso',
  refresh: 'Atualizar',
  back: 'Voltar aos seus casos',
  memberTitle: 'A sua opinião conta aqui',
  memberWhat: (community) =>
    `O Hearback faz com que o que diz em ${community} seja ouvido, respondido e acompanhado.`,
  memberHow:
    'Não precisa de nada de especial: escreva num canal o que está mal ou o que lhe agrada. Quem cuida do feedback vê-o, responde ali ou por mensagem direta, e não larga o assunto até estar resolvido.',
  memberPrivate:
    'O que o Hearback guarda sobre si, e como o mandar apagar: escreva /feedback privacy num canal.',
  restingTitle: 'Esta página foi guardada',
  resting: 'Não a abria há uma semana. Os seus casos voltam num instante quando a abrir.',
  footer: 'Atualizada a cada mudança nos seus casos.',
};
