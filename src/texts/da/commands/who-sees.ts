import type { whoSees as english } from '../../en/commands/who-sees.ts';

export const whoSees: typeof english = {
  identity: {
    summary: 'Hvilke konti på Slack og Discord der er én person; for administratorer',
    options: {
      do: 'link, unlink eller list',
      person: 'En fra dette fællesskab',
      account: 'Personens anden konto, for eksempel slack:T0123ABCD/U0456',
    },
    forAdmins: 'Kun administratorer forbinder folks konti. Spørg en af dem.',
    noPerson: (id, community) =>
      `Der er ingen person ${id} i ${community}. Id’et står i profilen dér: Copy member ID på Slack, Copy User ID på Discord (i udviklertilstand).`,
    linkedAlready: (one, other) => [one, ' og ', other, ' er allerede forbundet.'],
    linked: (one, other) => [one, ' og ', other, ' er fra nu af én person.'],
    meaning: (one) => [
      'Det, der er skjult for den ene, er skjult for dem begge, overalt. Hvad personen derovre gør ved en sag fra dette fællesskab, sker som ',
      one,
      ', med de samme rettigheder. Derovre er rettighederne, som de var, medmindre en administrator i det fællesskab også forbinder dem.',
    ],
    unlinked: (one, other) => [
      one,
      ' og ',
      other,
      ' er igen to personer, hvad dette fællesskab angår. Det, der var skjult for den ene, er ikke længere automatisk skjult for den anden.',
    ],
    notTheseTwo: (list) =>
      `Dette fællesskab har ikke forbundet de to. ${list} viser, hvem det har forbundet.`,
    nobodyHere:
      'Dette fællesskab har ikke forbundet nogen med personen. En forbindelse, et andet fællesskab har lavet, ophæves dér.',
    none: (link) => `Ingen er forbundet her endnu. Skriv ${link}, en person og personens anden konto.`,
    is: (one, other, account) => [one, ' er ', other, ', ', account],
    isBy: (one, other, account, by) => [one, ' er ', other, ', ', account, ', siger ', by],
    more: 'Der er flere: nævn en person for at se vedkommendes.',
    notOneOf: (typed) => `Skriv link, unlink eller list, ikke "${typed}".`,
    writeAccount: (communities) =>
      `Skriv den anden konto som fællesskab/id, for eksempel slack:T0123ABCD/U0456. Fællesskaberne er: ${communities}.`,
    somebodyHere: (community) =>
      `Nævn først en fra ${community} og derefter personens konto et andet sted. To konti fra et andet sted forbindes derovre.`,
    sameAccount: 'Det er den samme konto. På én platform har folk én konto i alle dens fællesskaber.',
  },
  include: {
    summary: 'Luk en person ind igen i en sag, der var skjult for vedkommende',
    options: { person: 'Hvem der må se den igen' },
    done: (name, who) => [`${name} er ikke længere skjult for `, who, '.'],
  },
  why: {
    summary: 'Hvem der kan se en sag og hvorfor, og hvem der ikke kan; for administratorer',
    options: { person: 'Kun om denne person' },
    forAdmins: 'Kun administratorer får at vide, hvem der kan se en sag. Spørg en af dem.',
    sees: (name) => `Kan se ${name}`,
    nobodySees: 'Ingen, hvis navn kendes.',
    seesNot: 'Kan ikke se den',
    nobodyElse: 'Ingen af dem, der blev set på.',
    byGroup: 'Gennem en gruppe eller kanal, medmindre den er skjult for dem',
    byMail: 'Pr. mail: det, der blev sendt dertil',
    mailbox: (address, department) => `den, der læser ${address}, postkassen hos ${department}`,
    others: (count) =>
      `Yderligere ${count} blev der ikke set på. Nævn en person efter sagen for at høre om vedkommende. At du har spurgt, står i revisionsloggen.`,
    noOthers: 'Ingen andre kan se den. At du har spurgt, står i revisionsloggen.',
    because: (who, reasons) => [who, `: ${reasons}`],
    group: (group, members) => `den, der er i gruppen ${group}${members === null ? '' : ` (${members})`}`,
    channel: (channel) => ['den, der er i ', channel, ' og spørger dér'],
    groupSees: (reasons) => `: ser den, ${reasons}`,
    groupSeesNot: (reasons) => `: ser den ikke, ${reasons}`,
    roles: {
      flagger: 'må markere beskeder',
      moderator: 'moderator',
      handler: 'sagsbehandler',
      lead: 'leder',
      management: 'ledelse',
      admin: 'administrator',
    },
    gone: 'er her ikke længere, eller er en bot',
    ofDepartment: (department) => `fra ${department}, som har den`,
    readsAlong: 'læser med (cc)',
    elsewhere: 'er fra et andet fællesskab',
    keptOut: 'holdt udenfor',
    keptOutAs: {
      accused: 'holdt udenfor: sagen handler om personen',
      previous_handler: 'holdt udenfor: har haft den før',
      conflict: 'holdt udenfor: interessekonflikt',
      otherAccount: 'holdt udenfor: det er en anden af personens konti også',
    },
    own: 'den handler om noget, personen selv har sagt',
    leadsOnly: 'den er kun for ledere, og det er personen ikke',
    noPart: 'ingen rolle, der ser den, og ingen afdeling, der har den',
    handles: 'behandler den',
    isMember: 'er sagens medlem',
    flagged: 'markerede den',
    follows: 'følger den',
  },
};
