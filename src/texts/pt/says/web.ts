import type { web as english } from '../../en/says/web.ts';

export const web: typeof english = {
  nothing:
    'Não há nada neste endereço. Veja se está completo, ou escreva /feedback dashboard na sua comunidade para receber uma ligação.',
  otherwise: 'Este endereço não se usa assim. Volte atrás, recarregue a página e use o que lá está.',
};
