import type { dashboard as english } from '../en/dashboard.ts';
import { plural } from '../plural.ts';
import { door } from './door.ts';

const count = (number: number, one: string, other: string) =>
  `${number} ${plural('pt-PT', number, { one, other })}`;

export const dashboard: typeof english = {
  frame: {
    skip: 'Ir para o conteúdo',
    pages: 'Páginas',
    signOut: 'Sair',
    in: 'em',
    zone: (zone: string) =>
      `As horas são do fuso ${zone}. Esta página só mostra; os casos tratam-se no chat.`,
    live: 'Atualizar automaticamente',
    news: 'Há novidades.',
    show: 'Ver',
    updated: 'Página atualizada.',
    stale: 'Esta página não está a ser atualizada neste momento. Recarregue-a para ver porquê.',
    print: 'Imprimir',
  },
  pages: {
    cases: 'Casos',
    search: 'Pesquisa',
    barometer: 'Barómetro',
    topics: 'Temas',
    promises: 'Promessas',
    gifts: 'Ofertas',
    playbooks: 'Guiões',
  },
  door,
  installs: {
    installed: {
      title: 'O Hearback está instalado',
      text: (name) => `Está agora a ouvir em ${name}. Convide-o para os seus canais com /invite @hearback.`,
    },
    limited: (missing) =>
      `Ficaram de fora algumas permissões (${missing}), por isso nem tudo vai funcionar. Abra esta página de novo e permita todas.`,
    again: 'Instalá-lo num espaço de trabalho',
    denied: {
      title: 'Nada foi instalado',
      text: 'Alguém carregou em “Cancelar”. Se foi engano, comece de novo.',
    },
    expired: {
      title: 'Demorou demasiado, ou começou noutro sítio',
      text: 'Nada foi instalado. Comece de novo neste navegador e permita a aplicação no prazo de dez minutos.',
    },
    notNamed: {
      title: 'Este espaço de trabalho não é acompanhado aqui',
      text: (name, id) =>
        `Nada foi instalado em ${name}. Envie o identificador ${id} a quem gere o Hearback aqui: será acrescentado a hearback.yaml e depois pode começar de novo.`,
    },
    organisation: {
      title: 'Um espaço de trabalho de cada vez',
      text: 'A aplicação foi permitida para uma organização inteira, o que não funciona; foi retirada. Comece de novo e escolha um só espaço de trabalho.',
    },
    failed: {
      title: 'Não foi possível instalar a aplicação',
      text: (why) =>
        `O Slack não aceitou (${why}). Comece de novo; se continuar, avise quem gere o Hearback aqui.`,
    },
  },
  notices: {
    spent: {
      title: 'Esta ligação não abre nada (ou já não abre)',
      text: 'Uma ligação serve uma só vez, durante dez minutos. Peça uma nova com /feedback dashboard, ou da mesma forma que recebeu esta.',
    },
    missing: { title: 'Não há nada aqui', text: 'Não existe, ou não é para si.' },
    signedOut: {
      title: 'Não tem sessão iniciada',
      text: 'Escreva /feedback dashboard na sua comunidade para receber uma ligação. Se já tem sessão iniciada e veio por uma ligação de outro sítio, basta continuar:',
    },
    foreign: {
      title: 'Isso não veio desta página',
      text: 'Nada foi feito. Volte atrás, recarregue a página e carregue no botão que lá está.',
    },
    tooMany: { title: 'Foi muito de uma vez', text: 'Espere uns minutos e tente de novo.' },
    unreadable: {
      title: 'Não foi possível ler isso',
      text: 'Volte atrás, recarregue a página e tente de novo.',
    },
    notNow: {
      title: 'Agora não',
      text: 'Neste momento não é possível confirmar quem é. Nada se perdeu; tente de novo daqui a um minuto.',
    },
    tooLong: {
      title: 'Demora demasiado',
      text: 'São mais números do que é possível contar de uma vez. Volte atrás e escolha um período mais curto, ou um só departamento.',
    },
    broken: {
      title: 'Algo correu mal do nosso lado',
      text: 'Tente de novo. Se continuar, avise quem gere o Hearback aqui.',
    },
  },
  cases: {
    which: 'Que casos',
    open: 'Abertos',
    finished: 'Terminados',
    all: 'Todos',
    filter: 'Filtrar',
    any: 'qualquer',
    me: 'eu',
    nobody: 'ainda ninguém',
    apply: 'Mostrar',
    clear: 'Sem filtro',
    none: 'Ainda não há casos que possa ver. Um caso começa quando alguém sinaliza uma mensagem: com um emoji, pelo menu da mensagem ou com /feedback new.',
    noneOpen:
      'Nada está aberto. Um caso começa quando alguém sinaliza uma mensagem; os que acabaram estão em “Terminados”.',
    noneFit: 'Nenhum caso corresponde a este filtro. Retire parte dele, ou veja em “Todos”.',
    counted: (number: number) => count(number, 'caso', 'casos'),
    more: (number: number) => `Mais de ${number} casos`,
    next: 'Página seguinte',
    first: 'Voltar ao início',
    urgentFirst: 'os mais urgentes primeiro',
    newestFirst: 'os mais recentes primeiro',
    example: 'exportação kind:refund older:7d',
  },
  fields: {
    state: 'Estado',
    severity: 'Gravidade',
    kind: 'Tipo',
    department: 'Departamento',
    handler: 'Responsável',
    channel: 'Canal',
    from: 'De',
    to: 'Até',
    age: 'Idade',
    member: 'Membro',
    q: 'Palavras',
    after: 'Página',
    month: 'Mês',
  },
  faults: {
    title: 'Não foi possível ler este endereço',
    text: 'Não se mostra nada para ele. Corrija o que está assinalado, ou continue sem isso.',
    searchTitle: 'Não foi possível ler esta pesquisa',
    searchText: 'Nada foi procurado. Corrija-a acima e pesquise de novo.',
    unknown: (value: string) => `“${value}” não é conhecido aqui. Escolha algo da lista.`,
    date: (value: string) => `“${value}” não é uma data. Escreva como 2026-11-30.`,
    month: (value: string) => `“${value}” não é um mês. Escreva como 2026-11.`,
    order: 'O fim vem antes do início. Escolha um fim mais tarde.',
    far: 'São mais de dois anos. Escolha um período mais curto.',
    page: 'Essa página não existe nesta lista. Recomece pela primeira.',
    tooLong: 'É demasiado longo. Escreva menos palavras.',
    field: (name: string) => `“${name}” não é um filtro desta página.`,
  },
  severities: { urgent: 'urgente', high: 'alta', normal: 'normal', low: 'baixa' },
  states: {
    new: 'novo',
    open: 'aberto',
    waiting_on_member: 'à espera do membro',
    waiting_on_team: 'à espera da equipa',
    solved: 'resolvido',
    closed: 'fechado',
    closed_unconfirmed: 'fechado sem confirmação',
    reopened: 'reaberto',
    dismissed: 'arquivado',
    merged: 'junto a outro caso',
  },
  case: {
    flaggedBy: 'Assinalado por',
    recorded: 'Registado',
    told: 'Como chegou',
    inChat: 'Abrir a mensagem no chat',
    cut: (name: string) =>
      `Este caso é longo: as partes mais antigas não aparecem. /feedback transcript ${name} traz tudo.`,
    story: 'O que aconteceu',
    notes: 'Notas',
    internal: 'interna',
    noNotes: 'Ninguém anotou nada.',
    showAll: 'Mostrar tudo',
    firstWritten: 'Primeira versão',
    edited: 'Editada',
    deleted: 'Apagada',
    notCopied: 'não copiado',
    seen: 'visível para o membro',
    unseen: 'não visível para o membro',
    picture: (name: string) => `Imagem: ${name}`,
    roles: {
      source: 'escreveu o que foi assinalado',
      member: 'respondeu',
      thread: 'escreveu na conversa',
      context: 'escreveu antes',
    },
    replies: {
      draft: 'Rascunho de resposta, não enviado',
      queued: 'Resposta a caminho do membro',
      sent: 'Resposta ao membro',
      failed: 'Resposta que não pôde ser entregue',
      discarded: 'Rascunho deitado fora',
      community: 'Pergunta aos ajudantes',
      thanks: 'Agradecimento a um ajudante',
    },
  },
};
