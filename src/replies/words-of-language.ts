/** So much of a text is looked at (characters): more says nothing more, and people paste anything. */
const LOOKED_AT = 2_000;
/** Code, in a fence or between backticks. An open fence reaches to the end. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
/** Lines that repeat what somebody else said. */
const QUOTED = /^\s*(?:>|&gt;).*$/gm;
const ADDRESSES = /\b(?:https?:\/\/|www\.)\S+/gi;
/** As the platforms write them, before or after they were made readable; a name may have several words. */
const MENTIONS = /<[@#!:][^<>]*>|@[\p{L}\p{N}_.'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*|#[\p{L}\p{N}_-]+/gu;
const SHORT_NAMES = /:[a-z0-9_+'-]+:/gi;
/** Numbers, versions, paths, file names, `snake_case` and `camelCase`: the same in every language. */
const TECHNICAL = /[\p{N}\\/_=]|\p{L}\.\p{L}|\p{Ll}\p{Lu}/u;
/** A capital in the middle of a sentence: most often a name. Words all in capitals are only loud, and German gets by without its nouns. */
const NAMES = /(?<=[\p{L}\p{N},;:)"'’”-] )\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*/gu;

/**
 * What of a message tells its language: the words somebody wrote, without mentions, links, code, emoji, quotes of others
 * and what is most likely a name.
 */
export function wordsOfLanguage(text: string): string {
  const looked = text.slice(0, LOOKED_AT).toWellFormed().normalize('NFC');
  const said = without(looked, CODE, QUOTED, ADDRESSES);
  const people = without(withoutWords(said, isMailAddress), MENTIONS, SHORT_NAMES);
  return without(
    withoutWords(people, (word) => TECHNICAL.test(word)),
    NAMES,
  )
    .replaceAll(/[^\p{L}\p{M}'’]+/gu, ' ')
    .trim();
}

function without(text: string, ...what: readonly RegExp[]): string {
  return what.reduce((left, each) => left.replace(each, ' '), text);
}

/** Word by word, so that a wall of signs costs no more than a text. */
function withoutWords(text: string, isOut: (word: string) => boolean): string {
  return text
    .split(/(\s+)/)
    .map((word) => (isOut(word) ? ' ' : word))
    .join('');
}

function isMailAddress(word: string): boolean {
  const at = word.indexOf('@');
  const dot = word.indexOf('.', at + 2);
  return at > 0 && dot > 0 && dot < word.length - 1;
}
