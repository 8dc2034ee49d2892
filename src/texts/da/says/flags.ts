import type { flags as english } from '../../en/says/flags.ts';

export const flags: typeof english = {
  title: 'Om din markering',
  byBot:
    'Beskeder fra bots kan ikke markeres: ingen ville læse svaret. Har en person fortalt dig noget, så registrer det med /feedback new.',
  thanks: 'Tak for din markering',
  gone: 'Den besked, du markerede, blev slettet, før den kunne registreres. Kan du huske, hvad der stod, så registrer det med /feedback new.',
  failed: 'En markering kunne ikke registreres',
  unreadable: (channel) => ['En besked i ', channel, ' blev markeret, men jeg kan ikke læse den. '],
  hintForStaff:
    'Det, du skriver til mig her, når ikke frem til nogen og bliver ikke gemt. Vil du gøre noget ved en sag, så tryk på en knap på dens kort eller påmindelse, eller skriv en kommando: /feedback note FB-12 efterfulgt af dine ord gemmer en note, og /feedback help viser de andre.',
  somebodyOf: (community) => `en fra ${community}`,
  channelOf: (community) => `en kanal i ${community}`,
};
