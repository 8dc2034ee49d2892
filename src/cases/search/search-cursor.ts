/** Where a page of a search begins: behind this case of this rank. */
export interface SearchCursor {
  /** Whether what is near the words was looked for, as on the pages before. */
  isLoose: boolean;
  rank: number;
  caseId: number;
}

/** `<e or l>.<rank>.<case>`: what an address or a button carries. */
export function searchCursorText({ isLoose, rank, caseId }: SearchCursor): string {
  return [isLoose ? 'l' : 'e', rank, caseId].join('.');
}

/** @returns null for what no page ended with */
export function searchCursorIn(text: string): SearchCursor | null {
  const [, how, rank, caseId] = /^([el])\.(\d{1,12})\.(\d{1,15})$/.exec(text) ?? [];
  return how === undefined ? null : { isLoose: how === 'l', rank: Number(rank), caseId: Number(caseId) };
}
