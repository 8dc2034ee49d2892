import type { leaks as english } from '../../en/says/leaks.ts';

export const leaks: typeof english = {
  thread: 'Et internt kort var ved at blive slået op i en tråd i en kanal, der ikke er intern.',
  channel:
    'Et internt kort var ved at blive slået op i en kanal, der hverken er triagekanalen eller en afdelings.',
  shared: (channel) =>
    `Kanalen "${channel}" deles med en anden organisation. Angiv en af jeres egne: interne kort slås ikke op andre steder.`,
  public: (channel) =>
    `Kanalen "${channel}" er offentlig. Gør den privat: interne kort slås ikke op andre steder.`,
  notForThem: 'Et internt kort var ved at blive sendt til en, som sagen ikke er for.',
  onlyLeads: 'Et kort, som kun ledere må se, var ved at blive sendt til en, der ikke er leder.',
  noLongerTheirs: 'Et internt kort var ved at blive sendt til en, der ikke (længere) arbejder på sagen.',
  helpers: 'Ikke alle må længere se denne sag, så intet af den går til hjælperne.',
  inPrivate: 'Denne sag besvares nu privat, og ordene var til den offentlige tråd.',
  unapproved: 'Et svar, som ingen har godkendt, var ved at blive sendt; det blev det ikke.',
  notBrought: 'En sag var ved at blive sendt pr. mail til en afdeling, som ikke har fået den.',
};
