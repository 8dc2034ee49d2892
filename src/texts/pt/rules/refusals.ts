import type { refusals as english } from '../../en/rules/refusals.ts';

export const refusals: typeof english = {
  already: (state) => `Este caso já está ${state}.`,
  cannotBecome: (state, wanted) => `Este caso está ${state}, por isso não pode ficar ${wanted}.`,
  reopenToBecome: (state, wanted) =>
    `Este caso está ${state}, por isso não pode ficar ${wanted}. Reabra-o primeiro com /feedback reopen.`,
  mergedCannot: (state, wanted) =>
    `Este caso está ${state}, por isso não pode ficar ${wanted}. Continue no caso a que foi junto.`,
  merged: 'Este caso foi junto a outro; continue lá.',
  reopenFirst: (state) => `Este caso está ${state}. Reabra-o primeiro com /feedback reopen.`,
  youHandle: 'Este caso já é seu.',
  othersHandle:
    'Este caso já tem outro responsável. Para ficar com ele, peça a essa pessoa que lho passe, ou use /feedback assign.',
  handlesSelf: 'Este caso já é seu. Escolha quem deve cuidar dele a partir de agora.',
  theyHandle: 'Essa pessoa já é responsável por este caso. Escolha outra pessoa.',
  keepsHandler: (kind) =>
    `Quem fica com um caso do tipo “${kind}” mantém-no até estar resolvido, para que o membro não ande de mão em mão. Só um responsável de equipa o pode passar; peça a um deles.`,
  noSeverity: (typed, known) => `“${typed}” não é uma gravidade. Escolha entre: ${known}.`,
  severityAlready: (severity) => `A gravidade já é ${severity}.`,
  kindAlready: (kind) => `O caso já é do tipo “${kind}”.`,
  emptyNote:
    'A nota está vazia. Escreva-a a seguir ao caso, por exemplo /feedback note FB-12 Devolvi a chamada, linha ocupada.',
  whyDismissed: 'Diga porque é que o caso é arquivado; o motivo fica guardado com ele.',
  following: 'Já segue este caso.',
  notFollowing: 'Não segue este caso.',
  copied: 'Este caso já segue em cópia para lá. Escolha outra pessoa ou outro canal.',
  copiesFull: (most) => `Já há ${most} pessoas e canais em cópia deste caso; retire um primeiro.`,
  copyNotFor: 'Este caso não é para essa pessoa, por isso ela não pode ficar em cópia.',
  notCopied: 'Não há cópia deste caso para lá. Escolha outra pessoa ou outro canal.',
  hasCard: 'Esse canal já tem um cartão deste caso.',
  keptOut: 'Essa pessoa já está fora deste caso. Escolha outra pessoa.',
  notKeptOut: 'Essa pessoa não está fora deste caso.',
  lastToSee:
    'Não se conhece mais ninguém que trabalhe em casos e veja este, por isso ele perder-se-ia. Peça que alguém passe a responsável de equipa ou administrador em hearback.yaml, e deixe essa pessoa fazê-lo.',
  leadsAlready: 'Este caso já só é visto pelos responsáveis de equipa.',
  staffAlready: 'Todos os que trabalham em casos já veem este, menos quem foi deixado de fora pelo nome.',
  notForDepartments:
    'Só os responsáveis de equipa veem este caso, por isso não vai para nenhum departamento. Para o levar a um, abra-o primeiro a todos os que trabalham em casos, com /feedback audience.',
  noChecklist: 'Este caso não tem lista de verificação.',
  checklistLines: (lines) => `A lista de verificação tem as linhas 1 a ${lines}. Escreva um destes números.`,
  ticked: 'Essa linha já está marcada.',
  notTicked: 'Essa linha não está marcada.',
  notRecommended: (kind) =>
    `Não se recomenda nada para casos do tipo “${kind}”. Anote-o com /feedback note, ou mude o tipo.`,
  chooseOne: (choices) => `Escolha entre: ${choices}.`,
  whyRecommended: 'Diga porquê. Quem decide precisa dos motivos.',
  reasonTooLong: (length, most) => `O motivo tem ${length} caracteres; fique abaixo de ${most}.`,
  atTop: 'Já está com a direção, em L3: acima disso não há ninguém.',
  atLevel: (level, above) =>
    `Já está em L${level}. Um caso nunca desce sozinho; para o levar mais acima, escolha L${above}.`,
};
