import type { web as english } from '../../en/says/web.ts';

export const web: typeof english = {
  nothing:
    'Der er ikke noget på denne adresse. Se efter, om det hele er med, eller skriv /feedback dashboard i dit fællesskab for at få et link.',
  otherwise:
    'Denne adresse kan ikke bruges på den måde. Gå tilbage, genindlæs siden, og brug det, der står dér.',
};
