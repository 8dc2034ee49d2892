import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: já não existe (${why}).`,
  closed: (platform, why) => `${platform}: as mensagens diretas estão fechadas (${why}).`,
  refused: (platform, why) => `${platform} recusou-o (${why}).`,
  unavailable: (platform, why) => `${platform} não está disponível (${why}).`,
  unknown: (platform) => `${platform} não respondeu; não se sabe se foi feito.`,
  noRoom: (mb: number) =>
    `Não guardado: os ficheiros desta comunidade já ocupam ${mb} MB e não podem ocupar mais (files.maxTotalBytes). Continua onde foi enviado.`,
  notInstalled: (platform, workspace) =>
    `${platform}: a aplicação não está instalada em ${workspace}. Tudo continua assim que estiver.`,
  person: 'a pessoa',
  noCase: 'O caso a que isto pertence já não existe.',
  updated:
    'O Hearback foi atualizado enquanto esta longa resposta ia a caminho, e agora dividi-la-ia noutros sítios.',
  codeUncertain:
    'Foi reposta uma cópia de segurança, e outra pessoa pode ter recebido este código entretanto. Quem gere o Hearback importa a lista de códigos que ninguém usou; se estiver entre eles, tente outra vez.',
  codeLost:
    'O código desta oferta perdeu-se: a chave com que estava selado foi abandonada, ou foi posto de parte depois de uma reposição. Dê outra oferta.',
  keyMissing: (key) =>
    `Isto foi selado com a chave ${key}, que este programa não tem. Quem gere o Hearback acrescenta-a a HEARBACK_KEYS (ou ao ficheiro "keys" na pasta de dados) e reinicia-o.`,
  sealBroken: (what) =>
    `O que está selado em ${what} não abre: foi alterado, pertence a outra linha, ou a chave foi trocada por outra com o mesmo nome. Quem gere o Hearback repõe-no de uma cópia de segurança.`,
  digestMoved: 'Este resumo vai agora para outro canal.',
  digestGone: 'Este resumo já não está em hearback.yaml.',
  tooManyMessages: 'demasiadas mensagens para procurar',
  tooManyPosts: 'demasiadas publicações para procurar',
  noEmoji: (emoji) => `o emoji ${emoji} não existe`,
};
