/** Code, in a fence or between backticks. An open fence reaches to the end. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
/** Lines that repeat what somebody else said. */
const QUOTED = /^\s*(?:>|&gt;).*$/gm;
const ADDRESSES = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
/** As the platforms write them, before or after they were made readable; a name may have several words. */
const MENTIONS = /<[@#!:][^<>]*>|@[\p{L}\p{N}_.'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)*|#[\p{L}\p{N}_-]+/gu;
const SHORT_NAMES = /:[a-z0-9_+'-]+:/gi;
/** Numbers, versions, paths, file names, `snake_case` and `camelCase`: the same in every language. */
const TECHNICAL = /\S*(?:[\p{N}\\/_=]|\p{L}\.\p{L}|\p{Ll}\p{Lu})\S*/gu;
/** A capital in the middle of a sentence: most often a name. Words all in capitals are only loud, and German gets by without its nouns. */
const NAMES = /(?<=[\p{L}\p{N},;:)"'’”-] )\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*/gu;

/**
 * What of a message tells its language: the words somebody wrote, without mentions, links, code, emoji, quotes of others
 * and what is most likely a name.
 */
export function wordsOfLanguage(text: string): string {
  return [CODE, QUOTED, ADDRESSES, MENTIONS, SHORT_NAMES, TECHNICAL, NAMES]
    .reduce((left, what) => left.replace(what, ' '), text.normalize('NFC'))
    .replaceAll(/[^\p{L}\p{M}'’]+/gu, ' ')
    .trim();
}
