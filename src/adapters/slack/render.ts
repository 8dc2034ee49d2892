import type { HeaderBlock, KnownBlock, MrkdwnElement } from '@slack/types';
import { SECTIONS_MAX, type Card, type Content, type Fact, type Section } from '../../chat/card.ts';
import { fittingInlines } from '../../chat/fit.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { splitBlocks } from '../../chat/split.ts';
import { isVisible, legible, shorten } from '../../chat/text.ts';
import { actionBlocks, plain } from './actions.ts';
import { chunks } from './chunks.ts';
import { escape, mrkdwn, unformatted } from './mrkdwn.ts';
import { sectionTexts, sizeAsSections, sizeOf } from './sections.ts';
import type { NameOf } from './text.ts';

/**
 * Slack's limits (characters, or how many). https://docs.slack.dev/reference/block-kit/blocks
 * A message's blocks together have an undocumented one near 13,200 characters (`msg_blocks_too_long`).
 */
const HEADER_MAX = 150;
const FIELDS_MAX = 10;
const LABEL_MAX = 75;
/** Ours, as characters of JSON: a message's blocks in all, and parts of them, so that the buttons always have their place. */
const MESSAGE_ROOM = 12_500;
const FACTS_ROOM = 3_500;
const ACTIONS_ROOM = 4_500;
/** Where a card lists things: each of them; and what the card's own buttons leave to its words then. */
const SECTION_ROOM = 1_300;
const WORDS_ROOM = 2_000;
/** Ours, in characters. */
const FACT_MAX = 900;
const FOOTER_MAX = 600;
const SECTION_MAX = 420;
/** What Slack takes for a picture it keeps; in a block it would take twice as many. */
const ALT_MAX = 1_000;
/** Longest name Slack lets somebody have (characters). */
const NAME_MAX = 80;
/** chat.update takes 4,000 bytes of text, after escaping. https://docs.slack.dev/reference/methods/chat.update */
const FALLBACK_MAX_BYTES = 3_900;

/** A colour bar needs an attachment, which Slack folds and may drop; a character at the title works everywhere. */
const TONES = { neutral: '', urgent: '🔴 ', good: '🟢 ', done: '✅ ' } as const;

/** What chat.postMessage and its relatives take. `text` is what notifications and screen readers say. */
export interface Rendered {
  text: string;
  blocks: KnownBlock[];
}

/**
 * Content as a Slack message: never more than Slack takes, whatever it is given.
 * @param pictureId Slack's id of the card's picture; without it the picture is left out
 */
export function render(content: Content, nameOf: NameOf, pictureId: string | null = null): Rendered {
  return content.type === 'reply'
    ? renderReply(content, nameOf)
    : renderCard(content.card, nameOf, pictureId);
}

/** Ids of the people whose names are written out in the content. */
export function peopleIn(content: Content): string[] {
  if (content.type === 'reply')
    return [...content.blocks, ...(content.below ?? [])].flatMap(inlinesOf).flatMap(people);
  const { body, facts, footer, sections = [] } = content.card;
  const said = [...facts.flatMap(({ value }) => value), ...sections.flatMap(({ text }) => text)];
  return [...body.flatMap(inlinesOf), ...said, ...footer].flatMap(people);
}

/**
 * A reply as messages that each hold their part of it whole. Screen readers and notifications say the `text` of a message
 * and none of its blocks, so that a part is no longer than what fits there too.
 */
export function splitReply(blocks: readonly Block[]): Block[][] {
  return splitBlocks(blocks, (some) => {
    const words = wordsOf(some, longestName);
    return isFallback(words) && sizeAsSections(some, longestName) <= MESSAGE_ROOM;
  });
}

/** For people whose name is not known yet. */
function longestName(): string {
  return 'x'.repeat(NAME_MAX);
}

function renderReply(
  { blocks, below = [], actions = [] }: Extract<Content, { type: 'reply' }>,
  nameOf: NameOf,
): Rendered {
  const all = [...blocks, ...below];
  return {
    text: fallback(wordsOf(all, nameOf)),
    blocks: [...sectionTexts(all, nameOf, MESSAGE_ROOM).map(section), ...actionBlocks(actions, ACTIONS_ROOM)],
  };
}

function wordsOf(blocks: readonly Block[], nameOf: NameOf): string {
  return blocks.map((block) => plainBlock(block, nameOf)).join('\n\n');
}

function renderCard(card: Card, nameOf: NameOf, pictureId: string | null): Rendered {
  const header: HeaderBlock = { type: 'header', text: plain(TONES[card.tone] + card.title, HEADER_MAX) };
  const footer = fitted(card.footer, nameOf, FOOTER_MAX);
  const smallPrint: KnownBlock[] = footer ? [{ type: 'context', elements: [verbatim(footer)] }] : [];
  const sections = (card.sections ?? []).slice(0, SECTIONS_MAX);
  const ids = new Set<string>();
  const above = [
    ...pictureBlocks(card, pictureId),
    ...factBlocks(card.facts, nameOf),
    ...sections.flatMap((each) => listed(each, nameOf, ids)),
  ];
  const left = MESSAGE_ROOM - WORDS_ROOM - sizeOf([header, ...above, ...smallPrint]);
  const actions = actionBlocks(card.actions, sections.length > 0 ? left : ACTIONS_ROOM, ids);
  const below = [...above, ...actions, ...smallPrint];
  const body = sectionTexts(card.body, nameOf, MESSAGE_ROOM - sizeOf([header, ...below]));
  return {
    text: fallback(isVisible(card.summary) ? card.summary : card.title),
    blocks: [header, ...body.map(section), ...below],
  };
}

function pictureBlocks({ image }: Card, pictureId: string | null): KnownBlock[] {
  if (!image || pictureId === null) return [];
  return [{ type: 'image', slack_file: { id: pictureId }, alt_text: shorten(image.alt, ALT_MAX) }];
}

/** What one of the things listed says, with its buttons below it. */
function listed({ name, text, actions }: Section, nameOf: NameOf, ids: Set<string>): KnownBlock[] {
  const bold: Inline = { type: 'bold', children: [{ type: 'text', text: name }] };
  const said = fitted([bold, { type: 'text', text: ' ' }, ...text], nameOf, SECTION_MAX);
  const words = said ? [section(said)] : [];
  return [...words, ...actionBlocks(actions, SECTION_ROOM - sizeOf(words), ids)];
}

/** Inlines as a section of at most `max` characters. Nothing to be seen is a dash: Slack takes no empty text. */
export function inlinesAsSection(inlines: readonly Inline[], nameOf: NameOf, max: number): KnownBlock {
  return section(fitted(inlines, nameOf, max) || '–');
}

/** Ids of the people whose names are written out. */
export function peopleInInlines(inlines: readonly Inline[]): string[] {
  return inlines.flatMap(people);
}

/** Two columns, as many as fit. */
function factBlocks(facts: readonly Fact[], nameOf: NameOf): KnownBlock[] {
  const fields: MrkdwnElement[] = [];
  let left = FACTS_ROOM;
  for (const { label, value } of facts) {
    const name: Inline = { type: 'bold', children: [{ type: 'text', text: shorten(label, LABEL_MAX) }] };
    const field = fitted([name, { type: 'break' }, ...value], nameOf, FACT_MAX);
    if (!field) continue;
    left -= sizeOf(verbatim(field));
    if (left < 0) break;
    fields.push(verbatim(field));
  }
  return chunks(fields, FIELDS_MAX).map((some) => ({ type: 'section', fields: some }));
}

/** `verbatim`: Slack adds no links and pings of its own to what people wrote. */
function verbatim(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Inlines as mrkdwn of at most `max` characters. */
function fitted(inlines: readonly Inline[], nameOf: NameOf, max: number): string {
  const written = (some: readonly Inline[]) => mrkdwn(some, nameOf).trim();
  return written(fittingInlines(inlines, (some) => written(some).length <= max));
}

function section(text: string): KnownBlock {
  return { type: 'section', text: verbatim(text) };
}

function fallback(text: string): string {
  const words = isVisible(text) ? legible(text).trim() : '…';
  if (isFallback(words)) return escape(words);
  let shorter = shorten(words, FALLBACK_MAX_BYTES);
  while (!isFallback(shorter)) shorter = shorten(shorter, Math.floor(shorter.length * 0.9));
  return escape(shorter);
}

function isFallback(text: string): boolean {
  return Buffer.byteLength(escape(text)) <= FALLBACK_MAX_BYTES;
}

function plainBlock(block: Block, nameOf: NameOf): string {
  if (block.type === 'code') return block.text;
  if (block.type === 'list')
    return block.items
      .map(
        (item, index) =>
          `${block.ordered ? `${(block.start ?? 1) + index}.` : '•'} ${unformatted(item, nameOf)}`,
      )
      .join('\n');
  return unformatted(block.children, nameOf);
}

function inlinesOf(block: Block): Inline[] {
  if (block.type === 'code') return [];
  return block.type === 'list' ? block.items.flat() : block.children;
}

function people(inline: Inline): string[] {
  if (inline.type === 'person') return [inline.userId];
  return 'children' in inline ? inline.children.flatMap(people) : [];
}
