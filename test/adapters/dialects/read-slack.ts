import { merged, seen, type Reading } from './reading.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const BLOCK = /```\n?([^]*?)\n?```/g;
const LETTER = /^[\p{L}\p{N}]/u;
const AFTER_LETTER = /[\p{L}\p{N}]$/u;

/** Slack's mrkdwn, as its clients read it. https://docs.slack.dev/messaging/formatting-message-text */
export function readSlack(text: string): Reading {
  const readings: Reading[] = [];
  let end = 0;
  for (const match of text.matchAll(BLOCK)) {
    readings.push(lines(text.slice(end, match.index)), seen(decoded(match[1] ?? '')));
    end = match.index + match[0].length;
  }
  return merged([...readings, lines(text.slice(end))]);
}

function lines(text: string): Reading {
  return merged(text.split('\n').map((line) => spans(line.replace(/^>/, ''))));
}

/** One line: code, what is in angle brackets, and markers that begin and end at a word's edge. */
function spans(line: string): Reading {
  const readings: Reading[] = [];
  let at = 0;
  while (at < line.length) {
    const { reading, length } = special(line, at) ?? marked(line, at) ?? character(line, at);
    readings.push(reading);
    at += length;
  }
  return merged(readings);
}

interface Read {
  reading: Reading;
  length: number;
}

function special(line: string, at: number): Read | null {
  const rest = line.slice(at);
  const code = /^`([^`]+)`/.exec(rest);
  if (code) return { reading: seen(decoded(code[1]!)), length: code[0].length };
  const bracket = /^<([^<>]*)>/.exec(rest);
  if (bracket) return { reading: bracketed(bracket[1]!), length: bracket[0].length };
  const entity = /^&(?:amp|lt|gt);/.exec(rest)?.[0];
  return entity ? { reading: seen(ENTITIES[entity]!), length: entity.length } : null;
}

function bracketed(inside: string): Reading {
  const [target = '', label] = inside.split('|');
  if (/^(?:https?:|mailto:)/.test(target)) {
    const address = decoded(target.replace(/^mailto:/, ''));
    // What mail goes to is written out where it cannot be a link, so it counts as seen here.
    const shown = label === undefined ? address : decoded(label);
    const isMail = target.startsWith('mailto:') && shown !== address;
    return seen(isMail ? `${shown} (${decodeURIComponent(address)})` : shown);
  }
  return { visible: '', active: [inside], leftOver: [] };
}

function marked(line: string, at: number): Read | null {
  const marker = line[at]!;
  if (!'*_~'.includes(marker) || AFTER_LETTER.test(line.slice(0, at))) return null;
  const length = closing(line, at, marker);
  if (length === null) return null;
  return { reading: spans(line.slice(at + 1, at + length - 1)), length };
}

/** Where the marker ends that opens at `at`: after something seen, before something that is no letter. */
function closing(line: string, at: number, marker: string): number | null {
  if (/\s/.test(line[at + 1] ?? ' ')) return null;
  for (let end = at + 1; end < line.length; end += 1) {
    const skipped = special(line, end)?.length ?? 0;
    if (skipped > 0) end += skipped - 1;
    else if (
      end > at + 1 &&
      line[end] === marker &&
      !/\s/.test(line[end - 1]!) &&
      !LETTER.test(line.slice(end + 1))
    )
      return end + 1 - at;
  }
  return null;
}

function character(line: string, at: number): Read {
  const found = line[at]!;
  const isOpen = /[<>`]/.test(found) || (/[*_~]/.test(found) && !AFTER_LETTER.test(line.slice(0, at)));
  return { reading: { visible: found, active: [], leftOver: isOpen ? [found] : [] }, length: 1 };
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!);
}
