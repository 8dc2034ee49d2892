/** What says nothing of what a text is about: addresses, mentions, code, numbers. */
const NOISE = /https?:\/\/\S+|<[@#!:][^>]*>|`[^`]*`|[@#]\S+|\p{N}+/gu;

/** Accents that people leave out when they are in a hurry. Not the ring of `å`, which makes a letter of its own. */
const ACCENTS = /[\u0300-\u0309\u030b-\u0328]/g;

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4]/g;
/** What stands before an apostrophe in French is a word of its own that says nothing: `l'export`. */
const ELISION = /^(?:l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u;

/** The words of a text in small letters, without what says nothing of its subject: `l'export` is `export`, `can't` is `cant`. */
export function wordsOf(text: string): string[] {
  return text
    .replace(NOISE, ' ')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}']+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(ELISION, '').replaceAll("'", ''))
    .filter((word) => word.length > 1);
}

/** `é` as `e`. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}
