import type { reasons as english } from '../../en/says/reasons.ts';

export const reasons: typeof english = {
  gone: (platform, why) => `${platform}: já não existe (${why}).`,
  closed: (platform, why) => `${platform}: as mensagens diretas estão fechadas (${why}).`,
  refused: (platform, why) => `${platform} recusou a entrega (${why}).`,
  unavailable: (platform, why) => `${platform} não está disponível (${why}).`,
  noRoom: (mb: number) =>
    `Não guardado: os ficheiros desta comunidade já ocupam ${mb} MB e não podem ocupar mais (files.maxTotalBytes). Continua onde foi enviado.`,
  notInstalled: (platform, workspace) =>
    `${platform}: a aplicação não está instalada em ${workspace}. Tudo continua assim que estiver.`,
};
