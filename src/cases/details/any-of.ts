/**
 * One pattern of several, each a word or a few of them and never a part of a longer one. Letters of every language are
 * letters here, which they are not for `\b`.
 * @param patterns sources of regular expressions for words as `plainWords` gives them
 */
export function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${patterns.join('|')})(?![\\p{L}\\p{N}_])`, 'iu');
}
