import type { web as english } from '../../en/says/web.ts';

export const web: typeof english = {
  nothing:
    'Il n’y a rien à cette adresse. Vérifiez qu’elle est complète, ou écrivez /feedback dashboard dans votre communauté pour recevoir un lien.',
  otherwise:
    'Cette adresse ne s’utilise pas ainsi. Revenez en arrière, rechargez la page et servez-vous de ce qui s’y trouve.',
};
