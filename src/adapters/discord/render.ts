import { MessageFlags, type APIEmbed, type APIEmbedField } from 'discord.js';
import { SECTIONS_MAX, type Card, type Content, type Fact, type Section } from '../../chat/card.ts';
import type { Block } from '../../chat/rich.ts';
import { splitBlocks } from '../../chat/split.ts';
import { rowsOf, type Row } from './components.ts';
import { fitBlocks, fitInlines, wholeBlocks } from './fit.ts';
import { inlinesOf, pingsIn, renderBlocks } from './markdown.ts';
import { lineOf, NOTHING } from './line.ts';
import { isSnowflake } from './snowflake.ts';

/** Discord's limits (characters or pieces). https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const CONTENT_MAX = 2_000;
const DESCRIPTION_MAX = 4_096;
const EMBEDS_MAX = 6_000;
const FIELDS_MAX = 25;
const VALUE_MAX = 1_024;
const PINGS_MAX = 100;

/** Our shares of the 6,000 characters of all embeds together, so that no part can crowd out another. */
const TITLE_MAX = 150;
const LABEL_MAX = 60;
const VALUES_MAX = 3_000;
const FOOTER_MAX = 300;

const COLOURS: Record<Card['tone'], number> = {
  neutral: 0x5b6b8c,
  urgent: 0xc62f2f,
  good: 0x2f8f4e,
  done: 0x8a8f98,
};
/** A message as Discord takes it. Every part is always there, so that an edit replaces all of the old message. */
export interface Payload {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  /** Only people a text pings are notified. Left out of an edit, Discord's default would notify everybody named. */
  allowed_mentions: { parse: []; users: string[]; replied_user: false };
  flags: number;
}

/** A reply as messages that each hold their part of it whole, as plain content. */
export function splitReply(blocks: readonly Block[]): Block[][] {
  return splitBlocks(blocks, (some) => renderBlocks(some).length <= CONTENT_MAX);
}

/**
 * Whatever comes in stays within Discord's limits. Words of more than 2,000 characters that are not split, such as an answer
 * to a command, become embeds (about 6,000).
 * @param mark added to the values of every action, for what Discord does not say when a button is pressed.
 */
export function render(content: Content, mark: Record<string, string> = {}): Payload {
  if (content.type === 'card') return renderCard(content.card, mark);
  const { blocks, below = [], actions = [] } = content;
  return { ...renderReply([...blocks, ...below]), components: rowsOf(actions, mark) };
}

function renderReply(blocks: readonly Block[]): Payload {
  const pings = uniquePings(blocks.flatMap((block) => pingsIn(inlinesOf(block))));
  const whole = renderBlocks(blocks);
  if (whole.length <= CONTENT_MAX) {
    // Nothing a reply links to unfolds below it.
    return { ...message(whole.trim() || NOTHING, pings), flags: MessageFlags.SuppressEmbeds };
  }
  const [first, rest] = wholeBlocks(blocks, DESCRIPTION_MAX);
  const description = fitBlocks(first.length ? first : blocks, DESCRIPTION_MAX);
  const more = first.length ? fitBlocks(rest, EMBEDS_MAX - description.length) : '';
  const embeds = [description, more].filter(Boolean).map((text) => ({ description: text }));
  return { ...message(mentions(pings), pings), embeds };
}

function renderCard(card: Card, mark: Record<string, string>): Payload {
  const inlines = [
    ...card.body.flatMap(inlinesOf),
    ...card.facts.flatMap(({ value }) => value),
    ...sectionsOf(card).flatMap(({ text }) => text),
    ...card.footer,
  ];
  const pings = uniquePings(pingsIn(inlines));
  // A mention inside an embed notifies nobody, so people to notify are named above it.
  return {
    ...message(mentions(pings), pings),
    embeds: [embedOf(card)],
    components: rowsOf(card.actions, mark, sectionsOf(card)),
  };
}

function message(content: string, pings: string[]): Payload {
  return {
    content,
    embeds: [],
    components: [],
    allowed_mentions: { parse: [], users: pings, replied_user: false },
    flags: 0,
  };
}

function uniquePings(ids: string[]): string[] {
  return [...new Set(ids)].filter(isSnowflake).slice(0, PINGS_MAX);
}

/** Ninety mentions of 22 characters stay below a message's 2,000. */
function mentions(ids: string[]): string {
  return ids
    .slice(0, 90)
    .map((id) => `<@${id}>`)
    .join(' ');
}

function embedOf(card: Card): APIEmbed {
  const title = lineOf(card.title, TITLE_MAX);
  const fields = fieldsOf(card.facts);
  const footer = fitInlines(card.footer, FOOTER_MAX).trim();
  const used =
    title.length +
    fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0) +
    footer.length;
  // Discord shows no markup and no times in an embed's own footer, so the small print is a last line of small text.
  const small =
    footer &&
    footer
      .split('\n')
      .map((line) => `-# ${line}`)
      .join('\n');
  const blocks = [...card.body, ...sectionsOf(card).map(lineOfSection)];
  const body = fitBlocks(blocks, Math.min(DESCRIPTION_MAX, EMBEDS_MAX - used) - small.length - 2);
  const description = [body, small].filter(Boolean).join('\n\n');
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(!title && !description && !fields.length && { description: NOTHING }),
    color: COLOURS[card.tone],
    fields,
  };
}

function sectionsOf({ sections = [] }: Card): Section[] {
  return sections.slice(0, SECTIONS_MAX);
}

function lineOfSection({ name, text }: Section): Block {
  const bold = { type: 'bold' as const, children: [{ type: 'text' as const, text: name }] };
  return { type: 'paragraph', children: [bold, { type: 'text', text: ' ' }, ...text] };
}

function fieldsOf(facts: readonly Fact[]): APIEmbedField[] {
  const shown = facts.slice(0, facts.length > FIELDS_MAX ? FIELDS_MAX - 1 : FIELDS_MAX);
  const valueMax = Math.min(VALUE_MAX, Math.floor(VALUES_MAX / Math.max(1, shown.length)));
  const fields = shown.map(({ label, value }) => ({
    name: lineOf(label, LABEL_MAX) || NOTHING,
    value: fitInlines(value, valueMax).trim() || NOTHING,
    inline: true,
  }));
  const left = facts.length - shown.length;
  return left > 0 ? [...fields, { name: '…', value: `+${left}`, inline: true }] : fields;
}
