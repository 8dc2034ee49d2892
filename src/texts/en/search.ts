import { plural } from '../plural.ts';

/** The search over the record: what it answers, and what is wrong with what was typed. Places count from 1. */
export const search = {
  found: (count: number) => plural('en', count, { one: 'One case', other: `${count} cases` }),
  foundMore: (count: number) => `The best ${count}. There are more:`,
  foundFurther: (count: number) => `${count} more`,
  none: 'Nothing was found that you can see.',
  noneAdvice:
    'Try fewer or other words, without quotes, or leave out a filter. Words in a case’s messages, answers and notes are looked through.',
  help: 'Words find cases by what stands in them; filters narrow it: kind:refund, state:open, from:@anna, older:7d. Quotes keep words together, and a minus leaves a word out.',
  inAnswer: 'in an answer',
  inNote: 'in a note',
  more: 'More',
  moreByDashboard: 'There is no room here for the rest. Add a word or a filter, or look in the dashboard: ',
  tookTooLong:
    'Looking for that takes too long. Use words that stand in fewer cases, or narrow it down, such as with newer:4w or a kind.',
  faults: {
    tooLong: (length: number, max: number) =>
      `Your search has ${length} characters, and up to ${max} are taken. Keep the few words that matter.`,
    tooMany: (max: number) => `That is more than ${max} words and filters. Keep the few that matter.`,
    nothing: () =>
      'There is no word to look for. Write one, such as export, or a filter, such as kind:refund. A minus leaves something out of what is found, so it needs a word or filter beside it.',
    unknownFilter: (place: number, typed: string, meant: string | null, filters: string) =>
      `At character ${place}: there is no filter "${typed}:". ${meant === null ? `These are there: ${filters}.` : `Did you mean ${meant}:?`} To look for it as words, put it in quotes.`,
    emptyFilter: (place: number, filter: string, example: string) =>
      `At character ${place}: nothing stands behind ${filter}:. Write it without a blank, such as ${example}.`,
    turnedFilter: (place: number, filter: string) =>
      `At character ${place}: a minus leaves out words, not filters. Write what ${filter}: shall be instead.`,
    notOneOf: (place: number, filter: string, typed: string, meant: string | null, choices: string) =>
      `At character ${place}: ${filter}: does not know "${typed}". ${meant === null ? (choices ? `Choose one of: ${choices}.` : 'There is none here.') : `Did you mean ${filter}:${meant}?`}`,
    notALength: (place: number, filter: string, typed: string) =>
      `At character ${place}: "${typed}" is not a length of time. Write ${filter}: with a number and h, d or w, such as ${filter}:7d or ${filter}:2w.`,
    notALanguage: (place: number, typed: string) =>
      `At character ${place}: "${typed}" is not the code of a language. Write two letters, such as lang:da.`,
    notAChannel: (place: number, typed: string) =>
      `At character ${place}: "${typed}" is not a channel. Write # and choose it from the list, or write its id.`,
  },
};
