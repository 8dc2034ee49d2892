import type { sight as english } from '../../en/commands/sight.ts';

export const sight: typeof english = {
  audience: {
    summary: 'Sig, hvem der må se en sag: kun lederne eller hele holdet',
    options: { who: 'leads eller staff' },
    leadsAlone: (name) =>
      `Fra nu af ser kun ledere, ledelsen og administratorer ${name}. I kanaler står der kun dens nummer; det, folk selv har skrevet dér, bliver stående. Påmindelser går til sagsbehandleren, hvis det er en leder, ellers til lederne.`,
    allStaff: (name) =>
      `Alle, der arbejder med sager, ser ${name} igen, bortset fra dem, den er skjult for ved navn.`,
    write: 'Skriv leads eller staff: hvem der må se sagen.',
    writeNot: (typed) => `Skriv leads eller staff, ikke "${typed}": hvem der må se sagen.`,
  },
  exclude: {
    summary: 'Hold nogen uden for en sag, uanset rollen',
    options: {
      person: 'Den, som sagen ikke findes for fra nu af',
      why: 'conflict (standard), accused eller previous-handler',
    },
    doesNotExist: (name, who) => [
      `Fra nu af findes ${name} ikke for `,
      who,
      '. I kanaler står der kun dens nummer; det, folk selv har skrevet dér, bliver stående. /feedback include lukker personen ind igen.',
    ],
  },
  cc: {
    summary: 'Lad en person eller en privat kanal læse med i en sag',
    options: {
      do: 'add, remove eller list',
      person: 'Hvem der læser med',
      channel: 'Eller en privat kanal, for eksempel qa',
    },
    choices: { add: 'Lad dem læse med', remove: 'Læser ikke med længere', list: 'Hvem læser med' },
    management: 'Ledelsen',
    write: 'Skriv add, remove eller list efter sagen.',
    canRead: (who, name) => [who, ` kan læse ${name} fra nu af og får besked om det én gang.`],
    readsNoMore: (who, name) => [who, ` læser ikke ${name} længere. Det, der stod dér, er fjernet.`],
    oneAtATime: 'Nævn en person eller en kanal, én ad gangen.',
    nameOne: 'Nævn en person, for eksempel @mia, eller channel: og en kanal.',
    elsewhere: 'En fra et andet arbejdsområde kan kun læse med i sin afdelings kanal: nævn den med channel:',
    bot: 'Det er en bot, og den læser ikke noget. Nævn en person.',
    gone: 'Personen er ikke i fællesskabet (længere). Nævn en anden.',
    oneOfThese: (channels) =>
      `En sag vises kun i private kanaler, som hearback.yaml nævner, og det er ikke en af dem. Skriv en af: ${channels}.`,
    noneNamed:
      'En sag vises kun i private kanaler, som hearback.yaml nævner, og det er ikke en af dem. Indtil nu nævner den ingen.',
    isPublic: (channel) =>
      `Kanalen "${channel}" er offentlig, så medlemmer kunne læse sagen dér. Gør den privat først.`,
    nobody: (name, typed) =>
      `Ingen læser med i ${name}. Skriv ${typed} og en person for at lade nogen læse med.`,
    isRead: (name) => `Med i ${name} læser `,
  },
};
