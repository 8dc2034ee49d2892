import type { programs as english } from '../../en/rules/programs.ts';

export const programs: typeof english = {
  onItsWay: (tracker) => `Já vai a caminho de ${tracker}.`,
  isThere: (tracker, address) => `Já está em ${tracker}: ${address}`,
  noTrackers: 'Ainda não há trackers definidos aqui. Ficam em “issues” em hearback.yaml.',
  restricted:
    'Nem toda a equipa pode ver este caso, por isso não vai para nenhum outro programa. Um tracker que pode ter casos destes di-lo em hearback.yaml.',
  nowhere: 'Não há nenhum tracker para onde este caso possa ir.',
  unknown: (typed, choices) => `Não há aqui o tracker “${typed}”. Escolha entre: ${choices}.`,
  noTitle: 'Um issue precisa de um título. Escreva em poucas palavras do que se trata.',
  sent: 'Esse issue vai a caminho.',
  made: (address) => `Esse issue já foi criado: ${address}.`,
  discarded: 'Esse issue foi entretanto deitado fora. Escreva um novo com Issue.',
  draftTitle: (kind, name) => `${kind} da comunidade (${name})`,
  draftBody: (severity, name) =>
    `O que acontece, e o que devia acontecer:\n\n\nGravidade: ${severity}. Hearback: ${name}.`,
  failedTitle: (tracker) => `Não foi possível criar o issue em ${tracker}`,
  failed: (why) => `${why} Quando estiver corrigido, volte a pedi-lo com Issue.`,
  closed: (issue, status, tracker) => `${issue} está fechado (${status}) em ${tracker}`,
  openedAgain: (issue, tracker) => `${issue} foi reaberto em ${tracker}`,
  tellMember: 'Se isso resolve a questão, diga-o ao membro. Ele ainda não soube de nada.',
  wasDeleted: 'foi apagado',
  wasMoved: 'foi movido',
  wasMovedTo: (place) => `foi movido para ${place}`,
  gone: (issue, how, tracker) => `${issue} ${how} em ${tracker}`,
  anIssue: 'Um issue',
  noMoreOfIt: 'O Hearback já não tem notícias dele. Se ainda fizer falta, crie outro com Issue.',
  open: (issue) => `Abrir ${issue}`,
  webhookTitle: (name) => `O webhook ${name} não aceita o que se lhe envia`,
  webhookRefusedTitle: (name) => `O webhook ${name} não aceita uma mensagem`,
  webhookLong: (outcome) => `Há uma hora que nada chega lá. A última tentativa deu: ${outcome}.`,
  webhookRefused: (outcome) =>
    `Aceita outras, mas uma mensagem foi recusada durante cinco dias e já não volta a ser tentada. A última tentativa deu: ${outcome}.`,
  webhookNothingLost:
    'Nada se perdeu: cada mensagem é tentada de novo durante cinco dias, e pode ser reenviada depois. Os outros webhooks não ficam parados.',
  webhookMore: (name) =>
    `Quem gere o Hearback descobre mais com: hearback webhooks list, e hearback webhooks test ${name}`,
  notTaken: {
    secretUnset: () => 'o segredo não está definido',
    secretUnusable: () => 'o segredo não pode ser usado',
    inside: () => 'o endereço não é público; escreva private: true se estiver na sua própria rede',
    silent: (seconds) => `sem resposta em ${seconds} s`,
    unreached: (code) => (code === '' ? 'sem ligação' : `sem ligação (${code})`),
    redirect: (status) => `${status}, um reencaminhamento, que não é seguido`,
    status: (status) => status,
  },
  groups: {
    goneTitle: (group) => `O grupo ${group} já não existe`,
    gone: (id, gives) =>
      `hearback.yaml diz que quem lá está (${id}) ${gives}. Foi apagado ou desligado, por isso agora ninguém recebe isso dele.`,
    emptyTitle: (group) => `Já não há ninguém no grupo ${group}`,
    empty: (id, gives) =>
      `hearback.yaml diz que quem lá está (${id}) ${gives}. Agora ninguém recebe isso dele.`,
    notLost:
      'Nenhum caso se perde: os lembretes vão para a pessoa seguinte, e aquilo de que ninguém cuida chega ao canal de triagem.',
    nameAnother: 'Indique outro grupo em hearback.yaml, ou pessoas uma a uma; ou volte a ligar o grupo.',
    fill: 'Ponha pessoas no grupo, ou indique outras em hearback.yaml. O que podem fazer vale de imediato.',
    renamedTitle: (before, now) => `O grupo ${before} chama-se agora ${now}`,
    renamed: (id, gives) =>
      `hearback.yaml indica-o pelo id (${id}), por isso para quem lá está nada muda: ${gives}.`,
    takeOut: 'Serve agora para outra coisa? Então tire-o de hearback.yaml.',
    roles: {
      flagger: 'alguém que pode assinalar mensagens',
      moderator: 'moderador',
      handler: 'responsável por casos',
      lead: 'responsável de equipa',
      management: 'membro da direção',
      admin: 'administrador',
    },
    is: (roles) => `é ${roles}`,
    belongs: (departments) => `pertence a ${departments}`,
    isAndBelongs: (roles, departments) => `é ${roles} e pertence a ${departments}`,
  },
};
