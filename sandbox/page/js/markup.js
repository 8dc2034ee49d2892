/**
 * Text in a platform's markup as a tree, without touching the document: `{ type, children | text | … }`.
 * Slack: https://docs.slack.dev/messaging/formatting-message-text  Discord: https://docs.discord.com/developers/reference#message-formatting
 */
import { discordRules } from './markup-discord.js';
import { slackRules, unescapeSlack } from './markup-slack.js';

/** Markup deeper than this is shown as it was typed. */
const MAX_DEPTH = 8;

const DIALECTS = {
  slack: {
    rules: slackRules,
    plain: unescapeSlack,
    quote: /^(?:&gt;|>) ?/,
    bullet: /^\s*• +/,
    numbered: /^$never/,
    heading: /^$never/,
    small: /^$never/,
  },
  discord: {
    rules: discordRules,
    plain: (text) => text,
    quote: /^> /,
    bullet: /^\s*[-*] +/,
    numbered: /^\s*\d+\. +/,
    heading: /^(#{1,3}) +/,
    small: /^-# +/,
  },
};

/** @param dialect `slack` or `discord`. @returns blocks: lines, quote, list, heading, small, code. */
export function parseMarkup(text, dialect) {
  const rules = DIALECTS[dialect];
  return text.split(/(```[\s\S]*?```)/).flatMap((part, index) => {
    if (index % 2 === 1) {
      const code = part.slice(3, -3).replace(dialect === 'discord' ? /^[\w+-]*\n/ : /^\n/, '');
      return [{ type: 'code', text: rules.plain(code.replace(/\n$/, '')) }];
    }
    const trimmed = part.replace(index > 0 ? /^\n/ : /^$never/, '');
    return trimmed === '' ? [] : parseLines(trimmed.split('\n'), rules);
  });
}

function parseLines(lines, dialect) {
  const blocks = [];
  const inline = (text) => parseInline(text, dialect, 0);
  const last = (type) => (blocks.at(-1)?.type === type ? blocks.at(-1) : null);
  const add = (block) => blocks[blocks.push(block) - 1];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const rest = (pattern) => line.replace(pattern, '');
    if (dialect.rules === discordRules && line.startsWith('>>> ')) {
      add({ type: 'quote', lines: [inline([line.slice(4), ...lines.slice(index + 1)].join('\n'))] });
      break;
    }
    if (dialect.quote.test(line)) {
      (last('quote') ?? add({ type: 'quote', lines: [] })).lines.push(inline(rest(dialect.quote)));
    } else if (dialect.bullet.test(line)) {
      (last('bullets') ?? add({ type: 'bullets', items: [] })).items.push(inline(rest(dialect.bullet)));
    } else if (dialect.numbered.test(line)) {
      (last('numbers') ?? add({ type: 'numbers', items: [] })).items.push(inline(rest(dialect.numbered)));
    } else if (dialect.heading.test(line)) {
      add({ type: 'heading', children: inline(rest(dialect.heading)) });
    } else if (dialect.small.test(line)) {
      add({ type: 'small', children: inline(rest(dialect.small)) });
    } else {
      (last('lines') ?? add({ type: 'lines', raw: [] })).raw.push(line);
    }
  }
  // Bold may run over a line's end, so the lines of a paragraph are read together.
  return blocks.flatMap((block, index) => {
    if (block.type !== 'lines') return [block];
    // Around a quote or a list the page leaves room of its own.
    const raw = block.raw
      .join('\n')
      .replace(index > 0 ? /^\n+/ : /^$never/, '')
      .replace(index < blocks.length - 1 ? /\n+$/ : /^$never/, '');
    return raw === '' ? [] : [{ type: 'lines', children: inline(raw) }];
  });
}

function parseInline(text, dialect, depth) {
  if (depth >= MAX_DEPTH) return text === '' ? [] : [{ type: 'text', text: dialect.plain(text) }];
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') nodes.push({ type: 'text', text: dialect.plain(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const found = dialect.rules.starts.includes(text[at]) ? match(text, at, dialect.rules.list) : null;
    if (!found) {
      plain += text[at];
      at += 1;
      continue;
    }
    const { node, length } = found;
    if (node.type === 'text') plain += node.text;
    else {
      flush();
      nodes.push(
        'inner' in node
          ? { type: node.type, ...node.with, children: parseInline(node.inner, dialect, depth + 1) }
          : node,
      );
    }
    at += length;
  }
  flush();
  return nodes;
}

function match(text, at, rules) {
  for (const { pattern, make, wordStart } of rules) {
    if (wordStart && at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1])) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const node = found && make(found);
    if (node) return { node, length: found[0].length };
  }
  return null;
}
