import type { told as english } from '../../en/cards/told.ts';
import { plural } from '../../plural.ts';

export const told: typeof english = {
  forDepartment: (name, kind, department, state) => `${name} · ${kind} para ${department} · ${state}`,
  copyForDepartment: (name, kind, department, state) =>
    `${name} · ${kind} para ${department} (cópia) · ${state}`,
  keptAsNote:
    'O que se escreve por baixo deste cartão fica guardado como nota. Não sai da equipa: o membro só vê as respostas que o responsável envia.',
  mayQuote: 'O membro aceitou que recebam estas palavras e que as citem.',
  kindWords: 'Estas palavras simpáticas são para vocês. Não é preciso fazer nada.',

  toRead: (name, kind, state) => `${name} · ${kind} (para leitura) · ${state}`,
  readAlong: {
    title: (name) => `${name} · para acompanhar`,
    added: 'Está agora em cópia neste caso: pode vê-lo, e não se espera nada de si.',
    follow: (follow, typed) =>
      `Com ${follow} fica a saber aqui o que acontece ao caso. Nada disto sai da equipa. Para o ver mais tarde: ${typed}`,
  },
  followed: {
    title: 'Casos que segue',
    news: (names) => `Novidades de ${names}`,
    newsAndMore: (names, count) => `Novidades de ${names} e mais ${count}`,
    lost: (count) =>
      plural('pt-PT', count, {
        one: 'Um caso que seguia já não é para si, por isso deixou de o seguir.',
        other: `${count} casos que seguia já não são para si, por isso deixou de os seguir.`,
      }),
    earlier: (count) => `${count} antes destes`,
  },
  management: {
    title: (name, kind, state) => `${name} · ${kind} para a direção · ${state}`,
    severity: (severities) => `Fica a saber de imediato, por causa da gravidade: ${severities}.`,
    kind: (kind) => `Fica a saber de imediato, por ser do tipo “${kind}”.`,
    rated: 'Fica a saber de imediato, porque o membro avaliou a forma como o caso foi tratado.',
    ratedWith: (stars) =>
      `Fica a saber de imediato: o membro avaliou com ${stars} em 5 a forma como o caso foi tratado.`,
    level: 'O caso foi levado até si: o cartão diz por quem e porquê.',
  },
  praise: {
    title: 'Palavras simpáticas para si',
    summary: (member) => `Palavras simpáticas para si, de ${member}`,
    wrote: (member) => `${member} escreveu isto sobre algo feito por si. Muito bem!`,
    where: 'onde foi dito',
  },
  about: (message) => ['sobre ', message],
  thisMessage: 'esta mensagem',
  restricted: {
    title: (name) => `${name} · caso restrito`,
    waits: 'Está à espera de alguém que o possa ver.',
    kept: (open) =>
      `Nem toda a gente aqui pode ver este caso, por isso o que nele se diz fica fora do canal. ${open} mostra-o só a si, se for uma das pessoas que o podem ver.`,
  },
  withdrawn: { title: 'Isto foi retirado', text: 'Não há nada para fazer aqui.' },
  evidence: {
    title: (name, member) => `${name} · ficheiros de ${member}`,
    gone: (name) => `${name} · ficheiros`,
    notHere: 'Não estão aqui',
    withdrawn: (open) =>
      `Os ficheiros foram retirados. Com ${open}, no cartão, vê-se como está o caso, para quem o pode ver.`,
  },
  blind: {
    title: 'Podem ter-me escapado sinalizações',
    away: (what) => [
      'Estive sem ligação algum tempo. Quando procurei o que foi assinalado entretanto, não consegui ler ',
      what,
      '.',
    ],
    channels: 'a lista dos canais',
    toDo: 'Para o corrigir: ',
    until:
      'Até lá, registe o que lá vir com /feedback flag ou /feedback new. Volto a procurar no próximo arranque ou na próxima ligação.',
  },
};
