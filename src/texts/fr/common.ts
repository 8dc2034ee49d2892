import type { common as english } from '../en/common.ts';

export const common: typeof english = {
  code: 'fr',
  yes: 'Oui',
  no: 'Non',
};
