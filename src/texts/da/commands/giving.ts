import type { giving as english } from '../../en/commands/giving.ts';
import { plural } from '../../plural.ts';

export const giving: typeof english = {
  gift: {
    summary: 'Giv medlemmet noget som plaster på såret: du ser ordene, før de bliver sendt',
    options: { gift: 'Hvilken gave', note: 'En personlig linje til medlemmet' },
    title: 'Gave ·',
    preview: 'Se det først',
    which: 'Hvilken gave?',
    line: 'En personlig linje til medlemmet',
    lineHint: (member) => `Til ${member}, som direkte besked. Du ser det en gang til, før det bliver sendt.`,
    lineTooLong: (max) => `Hold den personlige linje under ${max} tegn.`,
    onceMore: (member, name) => `Gaven er på vej til ${member} en gang til (${name}).`,
    waitsForYes: (gift, member, name) =>
      `${gift} til ${member} venter på et ja fra en anden (${name}). Du hører fra mig, når det er afgjort; indtil da bliver intet sendt.`,
    gone: 'Gaven er i mellemtiden blevet sendt eller trukket tilbage.',
  },
  gifts: {
    summary: 'Hvad der er givet i denne måned, hvad der er tilbage, og de seneste gaver',
    options: { member: 'Kun det, dette medlem har fået', month: 'En anden måned, for eksempel 2026-10' },
    states: {
      proposed: 'venter på et ja',
      approved: 'ikke sendt endnu',
      given: 'givet',
      refused: 'afslået',
      withdrawn: 'trukket tilbage',
      failed: 'kunne ikke leveres',
    },
    notAMonth: (typed) => `"${typed}" er ikke en måned. Skriv den som 2026-10.`,
    noneThere:
      'Der er ingen gaver endnu. Den, der driver Hearback, tilføjer dem i hearback.yaml under gifts.',
    ofMonth: (month) => `Gaver i ${month}`,
    sum: (gift, counts, codes) => [gift, `: ${counts}${codes === '' ? '' : `; ${codes}`}`],
    noneGiven: 'ingen givet',
    given: (count) => `${count} givet`,
    onTheWay: (count) => `${count} på vej`,
    notDelivered: (count) => `${count} ikke leveret`,
    value: (value) => `værdi ${value}`,
    codesLeft: (count) => `${count} ${plural('da', count, { one: 'kode', other: 'koder' })} tilbage`,
    heldBack: (count) => `${count} holdt tilbage, siden en sikkerhedskopi blev gendannet`,
    together: (count, most, value, budget) =>
      `I alt ${count} ud af ${most} om måneden, værdi ${value}${budget === null ? '' : ` ud af ${budget}`}.`,
    noneSeen: 'Du kan ikke se nogen gaver til dette medlem.',
    noneListed: 'Der er ingen at vise.',
    removed: '(fjernet)',
    erased: 'slettet medlem',
    by: ' · af ',
    refusedBy: ' · afslået af ',
    approvedBy: ' · godkendt af ',
    ofMember: (count, isAll) => `Det har medlemmet fået: ${isAll ? count : `de seneste ${count}`}`,
    last: 'De seneste',
  },
  refuse: {
    summary: 'Sig nej til en gave, en anden har foreslået; den anden får at vide hvorfor',
    options: { reason: 'Hvorfor; den, der foreslog gaven, får det at vide' },
    title: 'Afslå gave ·',
    submit: 'Afslå',
    why: 'Hvorfor ikke?',
    hint: 'Den, der foreslog gaven, får det at vide. Det gør medlemmet ikke.',
    refused: (name) => `Afslået: intet blev sendt (${name}). Den, der foreslog gaven, får at vide hvorfor.`,
  },
  praise: {
    summary: 'Giv pæne ord videre til den, de handler om, eller til deres afdeling',
    options: { person: 'Hvem ordene handler om', department: 'Hvis arbejde de handler om' },
    title: 'Giv videre',
    submit: 'Giv videre',
    onItsWay: (name, to) => [`${name} er på vej til `, to, '. '],
    onItsWayToBoth: (name, to, team) => [`${name} er på vej til `, to, ` og ${team}. `],
    isAsked: (team, send) =>
      `${team} får det, når medlemmet siger ja. Spørgsmålet venter på kortet: tryk på ${send}.`,
    noPraise: (kind, button) =>
      `Sager af typen "${kind}" bliver ikke givet videre. Er det pæne ord, så skift typen først, med ${button} på kortet eller med /feedback kind.`,
    mayNotHear:
      'Vedkommende er ikke i den kanal, hvor det blev sagt, eller ikke i dette fællesskab, så intet blev givet videre. Afdelingen kan få det alligevel.',
    whom: 'Hvem handler ordene om?',
    whomHint: 'Personen får ordene og et link til beskeden som direkte besked.',
    whose: 'Eller hvis arbejde?',
  },
};
