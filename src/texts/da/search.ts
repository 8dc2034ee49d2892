import type { search as english } from '../en/search.ts';
import { plural } from '../plural.ts';

export const search: typeof english = {
  found: (count) => plural('da', count, { one: 'Én sag', other: `${count} sager` }),
  foundMore: (count) => `De ${count} bedste. Der er flere:`,
  foundFurther: (count) => `${count} til`,
  none: 'Der blev ikke fundet noget, du kan se.',
  noneAdvice:
    'Prøv med færre eller andre ord, uden anførselstegn, eller udelad et filter. Der søges i sagernes beskeder, svar og noter.',
  help: 'Ord finder sager ved det, der står i dem; filtre indsnævrer det: kind:refund, state:open, from:@anna, older:7d. Anførselstegn holder ord sammen, og et minus udelader et ord.',
  inAnswer: 'i et svar',
  inNote: 'i en note',
  more: 'Flere',
  moreByDashboard:
    'Der er ikke plads til resten her. Tilføj et ord eller et filter, eller kig i oversigten: ',
  tookTooLong:
    'Det tager for lang tid at søge efter det. Brug ord, der står i færre sager, eller afgræns søgningen, for eksempel med newer:4w eller en type.',
  faults: {
    tooLong: (length, max) =>
      `Din søgning er på ${length} tegn, og der er plads til ${max}. Behold de få ord, det handler om.`,
    tooMany: (max) => `Det er mere end ${max} ord og filtre. Behold de få, det handler om.`,
    nothing: () =>
      'Der er ikke noget ord at søge efter. Skriv et, for eksempel eksport, eller et filter, for eksempel kind:refund. Et minus udelader noget af det, der findes, så der skal et ord eller et filter ved siden af.',
    unknownFilter: (place, typed, meant, filters) =>
      `Ved tegn ${place}: filteret "${typed}:" findes ikke. ${meant === null ? `Der er disse: ${filters}.` : `Mente du ${meant}:?`} Vil du søge efter det som ord, så sæt det i anførselstegn.`,
    emptyFilter: (place, filter, example) =>
      `Ved tegn ${place}: der står ikke noget efter ${filter}:. Skriv det uden mellemrum, for eksempel ${example}.`,
    turnedFilter: (place, filter) =>
      `Ved tegn ${place}: et minus udelader ord, ikke filtre. Skriv i stedet, hvad ${filter}: skal være.`,
    notOneOf: (place, filter, typed, meant, choices) =>
      `Ved tegn ${place}: ${filter}: kender ikke "${typed}". ${meant === null ? (choices ? `Vælg en af: ${choices}.` : 'Her er ingen.') : `Mente du ${filter}:${meant}?`}`,
    notALength: (place, filter, typed) =>
      `Ved tegn ${place}: "${typed}" er ikke et tidsrum. Skriv ${filter}: med et tal og h, d eller w, for eksempel ${filter}:7d eller ${filter}:2w.`,
    notALanguage: (place, typed) =>
      `Ved tegn ${place}: "${typed}" er ikke en sprogkode. Skriv to bogstaver, for eksempel lang:da.`,
    notAChannel: (place, typed) =>
      `Ved tegn ${place}: "${typed}" er ikke en kanal. Skriv #, og vælg den på listen, eller skriv dens id.`,
  },
};
