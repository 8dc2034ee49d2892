/** Codes that mean the same to whoever answers: Slack says `nb-NO` where a text is only known to be Norwegian. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The language without its region, under the name a detector gives it: `da` for `da-DK`, `no` for `nb_NO`. */
export function baseOf(tag: string): string {
  const [base = ''] = tag.toLowerCase().split(/[-_]/);
  return SAME[base] ?? base;
}

/** The language of `offered` in which somebody who speaks `tag` is answered, the nearest first; null when there is none. */
export function servedAs(tag: string, offered: readonly string[]): string | null {
  const wanted = tag.toLowerCase().replaceAll('_', '-');
  const exact = offered.find((each) => each.toLowerCase() === wanted);
  const [plain = ''] = wanted.split('-');
  const base = offered.find((each) => each.toLowerCase() === plain);
  return exact ?? base ?? offered.find((each) => baseOf(each) === baseOf(wanted)) ?? null;
}
