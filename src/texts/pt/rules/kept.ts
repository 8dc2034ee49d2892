import type { kept as english } from '../../en/rules/kept.ts';

export const kept: typeof english = {
  noTopic: (topic) => `O tema ${topic} não existe. Veja outra vez o número no cartão.`,
  ofNoTopic: 'Este caso não pertence a nenhum tema.',
  eraseElsewhere: (workspaceId, userId) =>
    `Isto não se pode fazer daqui. Quem gere o Hearback pode fazê-lo: hearback erase --workspace ${workspaceId} --user ${userId}`,
  optedOut:
    'Quem escreveu esta mensagem pediu que nada seu fosse registado, por isso a mensagem não o foi: nada dela ficou guardado. Fale diretamente com essa pessoa, e responda-lhe lá.',
  erased:
    'Quem escreveu esta mensagem mandou apagar tudo o que tinha escrito até então, por isso a mensagem não volta a ser registada. O que escrever a partir de agora pode ser assinalado.',
  otherCase:
    'Este ponto é sobre outro caso. Um ponto é visto por quem pode ver o seu caso, por isso deixe o outro de fora, ou acrescente um ponto para ele.',
  erasedMember: 'Membro apagado',
  erasedQuote: '(apagado a pedido do membro)',
  erasedTitle: 'Apagado',
  erasedNotice: 'O que aqui estava foi apagado a pedido da pessoa de quem se falava.',
};
