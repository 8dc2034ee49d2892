import { merged, seen, type Reading } from './reading.ts';

type Rule = [pattern: RegExp, read: (groups: RegExpExecArray, isStart: boolean) => Reading | null];

const active = (name: string): Reading => ({ visible: '', active: [name], leftOver: [] });

/** In the order in which Discord's clients try them, everywhere in a line. */
const RULES: readonly Rule[] = [
  [/^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][^]*?)\n*```/i, ([, code = '']) => seen(code)],
  [/^\\([^0-9A-Za-z\s])/, ([, character = '']) => seen(character)],
  [/^<(https?:\/\/[^ >]+)>/, ([, address = '']) => seen(address)],
  [/^<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^>:]+:\d+|id:\w+)>/, ([whole]) => active(whole)],
  [/^@(?:everyone|here)/, ([whole]) => active(whole)],
  [/^\[((?:\\.|[^[\]\\])*)\]\(<(https?:[^\s<>]+)>\)/, ([, label = '']) => readDiscord(label)],
  [/^(`+)([^]*?[^`])\1(?!`)/, ([, , code = '']) => seen(code)],
  [/^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/, ([, inner = '']) => inside(inner)],
  [
    /^\*(?=\S)((?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    ([, inner = '']) => inside(inner),
  ],
  [/^~~([^]+?)~~(?!_)/, ([, inner = '']) => inside(inner)],
  [/^\|\|([^]+?)\|\|/, ([, inner = '']) => ({ ...inside(inner), leftOver: ['||'] })],
];

/** Only where a line begins. */
const AT_START: readonly Rule[] = [
  [/^ *#{1,3}\s+/, () => ({ visible: '', active: [], leftOver: ['#'] })],
  [/^ *-#\s+/, () => ({ visible: '', active: [], leftOver: ['-#'] })],
  [/^ *>{1,3} /, () => seen('')],
  [/^ *-(?:\s|$)/, () => seen('•')],
];

/** Discord's Markdown, as its clients read it. https://support.discord.com/hc/articles/210298617 */
export function readDiscord(text: string): Reading {
  const readings: Reading[] = [];
  let at = 0;
  while (at < text.length) {
    const { reading, length } = readOne(text, at);
    readings.push(reading);
    at += length;
  }
  return merged(readings);
}

function readOne(text: string, at: number): { reading: Reading; length: number } {
  const rest = text.slice(at);
  const isStart = at === 0 || text[at - 1] === '\n';
  for (const [pattern, read] of isStart ? [...AT_START, ...RULES] : RULES) {
    const found = pattern.exec(rest);
    const reading = found && read(found, isStart);
    if (reading) return { reading, length: found[0].length };
  }
  const character = rest[0]!;
  return {
    reading: { visible: character, active: [], leftOver: /[*_~`[\]|<>]/.test(character) ? [character] : [] },
    length: 1,
  };
}

/** Markers do not begin a line for what is between them: a dash there is a dash. */
function inside(text: string): Reading {
  const { visible, ...rest } = readDiscord(`\u200B${text}`);
  return { visible: visible.slice(1), ...rest };
}
