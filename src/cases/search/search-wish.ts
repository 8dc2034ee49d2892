/** Cases in one table that is downloaded; more no spreadsheet is read of. */
export const TABLE_MAX = 20_000;

/** What was typed to look for, in the name of something to download, which has no colon in it. `wishIn` reads it. */
export function wishOf(typed: string): string {
  return encodeURIComponent(typed.toWellFormed());
}

/** What `wishOf` was given; null for what it never makes. */
export function wishIn(which: string): string | null {
  try {
    return decodeURIComponent(which);
  } catch {
    return null;
  }
}
