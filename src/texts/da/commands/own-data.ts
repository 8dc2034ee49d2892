import type { ownData as english } from '../../en/commands/own-data.ts';

export const ownData: typeof english = {
  privacy: {
    summary: 'Hvad der er gemt om dig: se det, tag det med dig, få det slettet, eller sig nej tak',
    options: {
      person: 'En anden, for administratorer: når vedkommende har bedt om det pr. mail',
      do: 'export, erase, opt-out eller opt-in',
    },
    onlyYourself:
      'Du kan kun spørge om dig selv: udelad personen. Administratorer kan spørge for en, der har skrevet til dem.',
    notOneOf: (typed) => `Skriv export, erase, opt-out eller opt-in, ikke "${typed}".`,
    byHand: (command) => ['Den, der driver Hearback, får det med ', command, ' og kan sende det.'],
    theirOwn: 'Folk tager selv deres data med sig: de skriver /feedback privacy.',
    noAddress:
      'Det kan ikke hentes her, for denne Hearback har ingen webadresse. Bed den, der driver den, om at få det.',
    download: 'Hent alt, der er gemt om dig',
    downloadUntil: (link, until) => [link, '. Linket virker én gang, indtil ', until, ', og er kun til dig.'],
    nothingErased: 'Intet blev slettet.',
    notYet:
      'Noget om personen bliver registreret eller sendt lige nu. Intet er slettet endnu. Prøv igen om et minut.',
    erased: (number, at) => [`Slettet. Kvittering ${number}, `, at, '.'],
    title: { own: 'Slet det, der er gemt', theirs: 'Slet denne person' },
    submit: 'Videre',
    sure: {
      own: 'Slet alt om dig? Det kan ikke fortrydes.',
      theirs: 'Slet alt om personen? Det kan ikke fortrydes.',
    },
    hint: 'Ord, filer, svar og navne forsvinder. Beskeder i selve chatten bliver stående.',
    keep: 'Nej, behold det',
    erase: (community) => `Ja, slet det i ${community}`,
    optedOut: {
      own: 'Du har sagt nej tak: intet, du skriver fra nu af, bliver registreret, heller ikke når nogen markerer det. Det, der er registreret før, bliver, indtil det slettes. Sig ja igen med /feedback privacy.',
      theirs:
        'Personen har sagt nej tak: intet, vedkommende skriver fra nu af, bliver registreret, heller ikke når nogen markerer det. Det, der er registreret før, bliver, indtil det slettes.',
    },
    optedIn: {
      own: 'Du er med igen: når nogen markerer det, du skriver, bliver det registreret, og du får svar.',
      theirs: 'Personen er med igen: det, vedkommende skriver, kan markeres.',
    },
  },
  transcript: {
    summary: 'En sag med hele dens historie som en fil, til dig eller til medlemmet',
    options: { as: 'html, md eller json', for: 'staff, eller member: kun det, medlemmet sagde og så' },
  },
};
