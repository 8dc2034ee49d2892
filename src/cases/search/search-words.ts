/** What is wrong with a search, said to whoever typed it. Places count from 1. The texts of each language have these. */
export interface SearchFaults {
  tooLong(length: number, max: number): string;
  tooMany(max: number): string;
  /** Neither a word nor a filter is left. */
  nothing(): string;
  unknownFilter(place: number, typed: string, meant: string | null, filters: string): string;
  emptyFilter(place: number, filter: string, example: string): string;
  turnedFilter(place: number, filter: string): string;
  /** None of a few that there are. */
  notOneOf(place: number, filter: string, typed: string, meant: string | null, choices: string): string;
  notALength(place: number, filter: string, typed: string): string;
  notALanguage(place: number, typed: string): string;
  notAChannel(place: number, typed: string): string;
}
