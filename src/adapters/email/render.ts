import type { Card, Fact } from '../../chat/card.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { localeOf } from '../../texts/locale.ts';
import { legible } from '../../chat/text.ts';

/** Addresses that may be a link. */
const LINKABLE = /^(?:https?|mailto):/i;

/** How mails look: like any mail, and readable without pictures or a wide screen. */
const STYLES = {
  body: 'font:15px/1.5 system-ui,sans-serif;max-width:42em',
  quote: 'margin:0 0 1em;padding:.2em 0 .2em 1em;border-left:3px solid #999;white-space:pre-line',
  cell: 'padding:.15em 1em .15em 0;vertical-align:top;text-align:left',
  small: 'color:#555;font-size:13px',
};

interface Around {
  timeZone: string;
  texts: Texts;
  /** Whether an answer is read. */
  isAnswerable: boolean;
  /** The picture of the card, if it has one: how it is named within the mail. */
  pictureId: string | null;
}

/** A card as a mail, with what follows below a line. Its buttons stay out. */
export function htmlOf(card: Card, closing: readonly string[], around: Around): string {
  const { title, body, facts, sections = [], footer, image } = card;
  return [
    `<!doctype html><html><body style="${STYLES.body}">`,
    ...(around.isAnswerable
      ? [`<p style="${STYLES.small}">${escaped(around.texts.says.mail.answerAbove)}</p>`]
      : []),
    `<h2>${escaped(title)}</h2>`,
    ...body.map((block) => htmlBlock(block, around)),
    ...sections.map((section) => `<p>${htmlInlines(section.text, around)}</p>`),
    ...(image && around.pictureId !== null
      ? [`<p><img src="cid:${around.pictureId}" alt="${escaped(image.alt)}" style="max-width:100%"></p>`]
      : []),
    facts.length > 0 ? htmlFacts(facts, around) : '',
    ...(footer.length > 0 ? [`<p style="${STYLES.small}">${htmlInlines(footer, around)}</p>`] : []),
    '<hr>',
    ...closing.map((each) => `<p style="${STYLES.small}">${escaped(each)}</p>`),
    '</body></html>',
  ].join('\n');
}

/** The same as plain text. */
export function textOf(card: Card, closing: readonly string[], around: Around): string {
  const { title, body, facts, sections = [], footer, image } = card;
  return [
    around.isAnswerable ? around.texts.says.mail.answerAbove : '',
    legible(title),
    ...body.map((block) => textBlock(block, around)),
    ...sections.map((section) => textInlines(section.text, around)),
    ...(image ? [legible(image.alt)] : []),
    facts.map(({ label, value }) => `${label}: ${textInlines(value, around)}`).join('\n'),
    textInlines(footer, around),
    ['-'.repeat(20), ...closing].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function htmlFacts(facts: readonly Fact[], around: Around): string {
  const lines = facts.map(
    ({ label, value }) =>
      `<tr><th style="${STYLES.cell}">${escaped(label)}</th><td style="${STYLES.cell}">${htmlInlines(value, around)}</td></tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

function htmlBlock(block: Block, around: Around): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${htmlInlines(block.children, around)}</p>`;
    case 'quote':
      return `<blockquote style="${STYLES.quote}">${htmlInlines(block.children, around)}</blockquote>`;
    case 'code':
      return `<pre>${escaped(block.text)}</pre>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${htmlInlines(item, around)}</li>`).join('');
      return block.ordered ? `<ol start="${block.start ?? 1}">${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

const TAGS = { bold: 'b', italic: 'i', strike: 's' } as const;

function htmlInlines(inlines: readonly Inline[], around: Around): string {
  return inlines.map((inline) => htmlInline(inline, around)).join('');
}

function htmlInline(inline: Inline, around: Around): string {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text);
    case 'code':
      return `<code>${escaped(inline.text)}</code>`;
    case 'bold':
    case 'italic':
    case 'strike':
      return `<${TAGS[inline.type]}>${htmlInlines(inline.children, around)}</${TAGS[inline.type]}>`;
    case 'link': {
      const words = htmlInlines(inline.children, around);
      return LINKABLE.test(inline.url) ? `<a href="${escaped(inline.url)}">${words}</a>` : words;
    }
    case 'break':
      return '<br>';
    case 'person':
    case 'channel':
    case 'time':
      return escaped(named(inline, around));
  }
}

function textBlock(block: Block, around: Around): string {
  switch (block.type) {
    case 'paragraph':
      return textInlines(block.children, around);
    // Not with `>`: what is quoted so, mail programs hide, and we leave out of answers.
    case 'quote':
      return textInlines(block.children, around)
        .split('\n')
        .map((line) => `  | ${line}`)
        .join('\n');
    case 'code':
      return legible(block.text);
    case 'list':
      return block.items
        .map((item, index) => {
          const mark = block.ordered ? `${(block.start ?? 1) + index}.` : '-';
          return `${mark} ${textInlines(item, around)}`;
        })
        .join('\n');
  }
}

function textInlines(inlines: readonly Inline[], around: Around): string {
  return inlines.map((inline) => textInline(inline, around)).join('');
}

function textInline(inline: Inline, around: Around): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return legible(inline.text);
    case 'bold':
    case 'italic':
    case 'strike':
      return textInlines(inline.children, around);
    case 'link': {
      const words = textInlines(inline.children, around);
      return LINKABLE.test(inline.url) && words !== inline.url ? `${words} (${inline.url})` : words;
    }
    case 'break':
      return '\n';
    case 'person':
    case 'channel':
    case 'time':
      return named(inline, around);
  }
}

/** People and channels are names by now; whoever is not is an id. */
function named(
  inline: Extract<Inline, { type: 'person' | 'channel' | 'time' }>,
  { timeZone, texts }: Around,
): string {
  if (inline.type === 'time') {
    const shown = new Intl.DateTimeFormat(localeOf(texts.common.code), {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return `${shown.format(inline.at)} (${timeZone})`;
  }
  return inline.type === 'person' ? inline.userId : inline.channelId;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return legible(text).replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? found);
}
