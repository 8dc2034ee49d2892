import type { told as english } from '../../en/cards/told.ts';
import { plural } from '../../plural.ts';

export const told: typeof english = {
  forDepartment: (name, kind, department, state) => `${name} · ${kind} til ${department} · ${state}`,
  copyForDepartment: (name, kind, department, state) =>
    `${name} · ${kind} til ${department} (kopi) · ${state}`,
  keptAsNote:
    'Det, der skrives under dette kort, gemmes som en note. Det forbliver internt: medlemmet ser kun de svar, sagsbehandleren sender.',
  mayQuote: 'Medlemmet har sagt ja til, at I får disse ord og må citere dem.',
  kindWords: 'De pæne ord er til jer. I skal ikke gøre noget ved dem.',

  toRead: (name, kind, state) => `${name} · ${kind} (til læsning) · ${state}`,
  readAlong: {
    title: (name) => `${name} · du læser med`,
    added: 'Du er sat til at læse med i denne sag: du kan se den, og du skal ikke gøre noget.',
    follow: (follow, typed) =>
      `Med ${follow} hører du her, hvad der sker i den. Det bliver på holdet. Vil du se den senere: ${typed}`,
  },
  followed: {
    title: 'Sager, du følger',
    news: (names) => `Nyt om ${names}`,
    newsAndMore: (names, count) => `Nyt om ${names} og ${count} til`,
    lost: (count) =>
      plural('da', count, {
        one: 'En sag, du fulgte, er ikke længere for dig, så nu følger du den ikke mere.',
        other: `${count} sager, du fulgte, er ikke længere for dig, så nu følger du dem ikke mere.`,
      }),
    earlier: (count) => `${count} tidligere`,
  },
  management: {
    title: (name, kind, state) => `${name} · ${kind} til ledelsen · ${state}`,
    severity: (severities) => `Du hører det med det samme, fordi alvorsgraden var ${severities}.`,
    kind: (kind) => `Du hører det med det samme, fordi sagen er af typen "${kind}".`,
    rated: 'Du hører det med det samme, fordi medlemmet har bedømt, hvordan sagen blev behandlet.',
    ratedWith: (stars) =>
      `Du hører det med det samme: medlemmet har bedømt, hvordan sagen blev behandlet, til ${stars} ud af 5.`,
    level: 'Sagen er løftet op til dig: på kortet står, af hvem og hvorfor.',
  },
  praise: {
    title: 'Pæne ord til dig',
    summary: (member) => `Pæne ord til dig fra ${member}`,
    wrote: (member) => `${member} skrev det her om noget, du har gjort. Godt gået!`,
    where: 'hvor det blev sagt',
  },
  about: (message) => ['om ', message],
  thisMessage: 'denne besked',
  restricted: {
    title: (name) => `${name} · fortrolig sag`,
    waits: 'Den venter på en, der må se den.',
    kept: (open) =>
      `Ikke alle her må se denne sag, så ordene holdes ude af kanalen. ${open} viser den kun for dig, hvis du er en af dem, der må.`,
  },
  withdrawn: { title: 'Dette er trukket tilbage', text: 'Der er ikke noget, du skal gøre her.' },
  evidence: {
    title: (name, member) => `${name} · filer fra ${member}`,
    gone: (name) => `${name} · filer`,
    notHere: 'Ikke med her',
    withdrawn: (open) =>
      `Filerne er taget væk. ${open} på kortet viser, hvordan sagen står, for dem, der må se den.`,
  },
  blind: {
    title: 'Jeg kan have overset markeringer',
    away: (what) => [
      'Jeg var uden forbindelse et stykke tid. Da jeg kiggede efter, hvad der var markeret imens, kunne jeg ikke læse ',
      what,
      '.',
    ],
    channels: 'listen over kanaler',
    toDo: 'Sådan kommer det på plads: ',
    until:
      'Indtil da: registrer selv, hvad du ser dér, med /feedback flag eller /feedback new. Jeg kigger igen efter næste genstart, eller når forbindelsen er tilbage.',
  },
};
