import type { drafts as english } from '../../en/cards/drafts.ts';
import { plural } from '../../plural.ts';

export const drafts: typeof english = {
  toDm: (member) => `Svar til ${member} i en direkte besked, `,
  toThread: (member) => `Svar til ${member} i den offentlige tråd, `,
  asWritten: (by) => ['som ', by, ' har skrevet det.'],
  inLanguage: (language) => `på ${language}.`,
  noTemplates: (language, wanted) => `på ${language}, fordi der ikke er skabeloner på ${wanted}.`,
  languageChanged: (language, wanted) => `på ${language}; sagens sprog er nu ${wanted}.`,
  missing: (language, wanted, count, names) =>
    `på ${language}, fordi ${plural('da', count, { one: 'skabelonen', other: 'skabelonerne' })} ${names} ikke findes på ${wanted}.`,
  named: (name) => `"${name}"`,
  giftWaits: ' Der følger en gave med, som venter på et ja fra en anden:',
  waitsThenMember: (member) => ` Venter på dit klik; derefter venter sagen på ${member}:`,
  waits: ' Venter på dit klik:',
  preview: {
    title: (name) => `Forhåndsvisning · ${name}`,
    summary: (member) => `Forhåndsvisning af dit svar til ${member}`,
    toDm: (member, send) => [
      'Går til ',
      member,
      ` i en direkte besked. Der sendes ikke noget, før du trykker på ${send}.`,
    ],
    toThread: (member, send) => [
      'Går til ',
      member,
      ` i den offentlige tråd, hvor alle kan læse det. Der sendes ikke noget, før du trykker på ${send}.`,
    ],
    thenWaits: (member) =>
      ` Du spørger om noget, så bagefter venter sagen på ${member}: der kommer en påmindelse, og sagen lukkes, hvis der intet svar er.`,
  },
  asksTwice: {
    title: (name) => `Allerede spurgt · ${name}`,
    summary: (member) => `${member} er blevet spurgt om det før eller har sagt det. Der er ikke sendt noget.`,
    asked: (member) =>
      `${member} er blevet spurgt om det før eller har allerede sagt det, så der er ikke sendt noget endnu:`,
    advice: (edit) =>
      `At blive spurgt to gange føles som ikke at blive hørt. Med ${edit} kan du tage spørgsmålene ud.`,
  },
};
