import type { door as english } from '../en/door.ts';

export const door: typeof english = {
  signIn: 'Log ind',
  hello: 'Hej,',
  opens: (community: string) =>
    `Her åbner du de sager, du må se i ${community}, i denne browser og i op til otte timer. Log ud, når du er færdig, især på en computer, som andre også bruger.`,
  open: 'Åbn oversigten',
  download: 'Hent',
  ready: (community: string) =>
    `Det, du bad om i ${community}, ligger klar. Det kan hentes én gang, så gør det på den enhed, hvor du vil gemme det.`,
  notYou: 'Er det ikke dig? Så luk siden, og sig det til den, der sendte dig linket.',
};
