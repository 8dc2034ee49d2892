import type { words as english } from '../../en/rules/words.ts';

export const words: typeof english = {
  origins: {
    mail: 'por e-mail',
    phone: 'por telefone',
    person: 'pessoalmente',
    elsewhere: 'de outra forma',
  },
  departments: {
    asked: 'consultado',
    taken: 'ficou com o caso',
    needs_more: 'precisa de mais',
    elsewhere: 'tratado noutro sítio',
    declined: 'recusou',
    fixed: 'corrigido',
    answered: 'escreveu uma resposta para o membro',
  },
  audiences: {
    leads: 'Só responsáveis de equipa, direção e administradores',
    staff: 'Todos os que trabalham em casos',
  },
  levels: { 1: 'L1, os moderadores', 2: 'L2, um departamento', 3: 'L3, a direção' },
  noneDue: 'nenhuma chegou ao prazo',
  kept: (percent, kept, all) => `${percent}% cumpridas, ${kept} de ${all}`,
  noText: '(sem texto)',
  onlyFiles: '(só ficheiros, sem texto)',
};
