import type { gifts as english } from '../../en/rules/gifts.ts';
import { plural } from '../../plural.ts';

const counted = (count: number) => plural('da', count, { one: '1 gave', other: `${count} gaver` });

export const gifts: typeof english = {
  kindNever: (kind) =>
    `Der gives ingen gave for "${kind}": det siger hearback.yaml for den type feedback. Er typen forkert, så skift den først.`,
  noGifts: 'Der er ingen gaver endnu. Den, der driver Hearback, føjer dem til hearback.yaml under gifts.',
  noAccount:
    'Medlemmet har ingen konto her, så gaven kunne ikke nå frem. Giv den ad den vej, feedbacken kom, og noter det med /feedback note.',
  toThemselves: 'Ingen giver sig selv en gave. Spørg en anden på holdet.',
  memberKeptOut: 'Medlemmet er holdt uden for sagen, så intet af den må nå frem.',
  unknown: (typed, choices) => `Gaven "${typed}" findes ikke. Vælg en af: ${choices}.`,
  perCase: (had, most) =>
    `Sagen har allerede ${counted(had)}, og der gives højst ${most} til én sag (giftLimits.perCase).`,
  perMember: (most) =>
    `Ikke flere gaver til dette medlem i denne måned: der gives højst ${most} (giftLimits.perMember).`,
  perMonth: (given) =>
    `Der er givet ${counted(given)} i denne måned, og flere er der ikke (giftLimits.perMonth). Næste måned begynder forfra.`,
  budget: (left, all) =>
    `Det er mere, end der er tilbage af månedens budget: ${left} af ${all} (giftLimits.budget).`,
  noCodes:
    'Der er ikke flere koder til denne gave. Den, der driver Hearback, henter flere ind med: hearback gifts import',
  lastCodeGone: 'Den sidste kode til denne gave er lige givet væk. Vælg en anden gave.',
  waits:
    'Gaven venter på, at en anden godkender den (/feedback approve). Vil du sige det anderledes, så smid den væk, og foreslå den igen.',
  codePlace: '(her kommer koden)',
  keepPlace: (place) => `Behold ordene "${place}": dér bliver medlemmets kode sat ind.`,
  wordsTooLong: (most) =>
    `Hold teksten under ${most} tegn, når der er en gave med: den går ud som én besked.`,
  unwritten: (problem) => `Ordene til gaven kan ikke skrives. ${problem}`,
  wordsGone: 'Ordene til gaven er smidt væk. Foreslå den igen.',
  whyRefused: 'Skriv hvorfor; den, der foreslog den, får det at vide.',
  arrived: 'Gaven er kommet frem eller er på vej.',
  noneWaits: 'Ingen gave i sagen venter på et ja eller nej.',
  refused: 'Gaven er allerede afslået; der er ikke sendt noget.',
  withdrawn: 'Gaven er trukket tilbage; der er ikke sendt noget.',
  approved: 'Gaven er allerede godkendt; den går ud én gang.',
  ownProposal: 'Du foreslog selv gaven, så en anden skal afgøre det.',
  ownGift: 'Ingen afgør en gave til sig selv. Spørg en anden på holdet.',
  refusedNote: (reason) => `Gave afslået: ${reason}`,
  approvedTitle: 'Din gave er godkendt',
  refusedTitle: 'Din gave er afslået',
  saidYes: (who, member) => [who, ` sagde ja. Den er på vej til ${member}.`],
  saidNo: (who) => [who, ' sagde nej. Der er ikke sendt noget. Begrundelsen:'],
};
