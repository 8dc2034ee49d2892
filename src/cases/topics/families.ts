/**
 * Troubles that people mix up when they tell of the same thing: one says that it fails, another that it cannot be done. What is
 * of a family says little by itself, so it has a star.
 */
const FAMILIES: Record<string, string> = {
  'fails*': `crash freeze down* broken* failing impossible* refused stuck locked notfound useless* cantchange cantdelete
    notrecognised breaking buffering inaccessible unreachable`,
  'notthere*': 'absent* late missing* pending notheld emptied removed misdelivered notfound locked silent',
  'slowly*': 'slow lag buffering late waitingline pending toolong freeze stuck',
  'toomuch*': 'toomany* crowded waitingline noise notstopping tooloud toosmallroom',
  'toolittle*': 'toofew* incomplete* tooshort toolow emptied toosmallroom missing*',
  'money*': 'tooexpensive twice charged',
  'poor*':
    'badquality* blurry unreadable garbled damaged dirty stale crackle badtranslation unclear cold offset wrong* ugly broken*',
  'unkind*': 'unfair rude noreason toostrict ignored blocked removed discriminated silently',
  'astray*': 'wrong* misdelivered incomplete* outdated moved toosmallroom',
};

/** Trouble by trouble, the families it is of: `!crash` of `!fails*`. */
export const FAMILY_OF: ReadonlyMap<string, readonly string[]> = byTrouble();

function byTrouble(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [family, troubles] of Object.entries(FAMILIES))
    for (const trouble of troubles.split(/\s+/))
      found.set(`!${trouble}`, [...(found.get(`!${trouble}`) ?? []), `!${family}`]);
  return found;
}
