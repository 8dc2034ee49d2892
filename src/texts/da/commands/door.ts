import type { door as english } from '../../en/commands/door.ts';

export const door: typeof english = {
  notSetUp:
    'Dette fællesskab er ikke sat op i hearback.yaml endnu. Sig det til den, der driver Hearback her.',
  unknownCommand: (name) => `Der er ingen kommando "${name}". /feedback help viser, hvad du kan.`,
  notYours: 'Det her hører ikke til et af dine fællesskaber. Brug /feedback i selve fællesskabet.',
  forStaff: (community) =>
    `Det her er for dem, der tager sig af feedback i ${community}. Er der noget, der irriterer eller glæder dig, så skriv det bare i en kanal: de ser det.`,
  theCase: 'Sagen, for eksempel FB-12',
  notACase: (typed, example) =>
    `"${typed}" er ikke en sag. Skriv den som ${example}; /feedback list viser de åbne.`,
  aboutYou: (name) =>
    `${name} handler om noget, du selv har sagt, så en anden tager sig af den. Du får svar som alle andre medlemmer.`,
  onlyRead: (name) =>
    `Du læser med i ${name} og kan ikke ændre den. Sig det til den, der tager sig af den, på sagens kort eller direkte.`,
  noCase: (name) => `Der er ingen sag ${name} her. /feedback list viser de åbne.`,
  noCaseForYou: (name) =>
    `Der er ingen sag ${name} her. Du kan se de sager, din afdeling har fået, og dem, du er sat til at læse med i.`,
};
