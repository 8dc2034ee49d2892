import type {
  Button,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import type { Action, Card, Content, Fact } from '../../chat/card.ts';
import { fittingInlines } from '../../chat/fit.ts';
import type { Block, Inline } from '../../chat/rich.ts';
import { splitBlocks } from '../../chat/split.ts';
import { isVisible, legible, shorten } from '../../chat/text.ts';
import { buttonId, selectId } from './action-ids.ts';
import { escape, mrkdwn, safeAddress, unformatted } from './mrkdwn.ts';
import { sectionTexts, sizeAsSections, sizeOf } from './sections.ts';
import type { NameOf } from './text.ts';

/**
 * Slack's limits (characters, or how many). https://docs.slack.dev/reference/block-kit/blocks
 * A message's blocks together have an undocumented one near 13,200 characters (`msg_blocks_too_long`).
 */
const HEADER_MAX = 150;
const FIELDS_MAX = 10;
const ELEMENTS_MAX = 25;
const OPTIONS_MAX = 100;
const LABEL_MAX = 75;
const VALUE_MAX = 75;
const ADDRESS_MAX = 3_000;
/** Ours, as characters of JSON: a message's blocks in all, and parts of them, so that the buttons always have their place. */
const MESSAGE_ROOM = 12_500;
const FACTS_ROOM = 3_500;
const ACTIONS_ROOM = 3_500;
/** Ours, in characters. */
const FACT_MAX = 900;
const FOOTER_MAX = 600;
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

/** Content as a Slack message: never more than Slack takes, whatever it is given. */
export function render(content: Content, nameOf: NameOf): Rendered {
  return content.type === 'reply' ? renderReply(content, nameOf) : renderCard(content.card, nameOf);
}

/** Ids of the people whose names are written out in the content. */
export function peopleIn(content: Content): string[] {
  if (content.type === 'reply')
    return [...content.blocks, ...(content.below ?? [])].flatMap(inlinesOf).flatMap(people);
  const { body, facts, footer } = content.card;
  return [...body.flatMap(inlinesOf), ...facts.flatMap(({ value }) => value), ...footer].flatMap(people);
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
    blocks: [...sectionTexts(all, nameOf, MESSAGE_ROOM).map(section), ...actionBlocks(actions)],
  };
}

function wordsOf(blocks: readonly Block[], nameOf: NameOf): string {
  return blocks.map((block) => plainBlock(block, nameOf)).join('\n\n');
}

function renderCard(card: Card, nameOf: NameOf): Rendered {
  const header: HeaderBlock = { type: 'header', text: plain(TONES[card.tone] + card.title, HEADER_MAX) };
  const footer = fitted(card.footer, nameOf, FOOTER_MAX);
  const smallPrint: KnownBlock[] = footer ? [{ type: 'context', elements: [verbatim(footer)] }] : [];
  const below = [...factBlocks(card.facts, nameOf), ...actionBlocks(card.actions), ...smallPrint];
  const body = sectionTexts(card.body, nameOf, MESSAGE_ROOM - sizeOf([header, ...below]));
  return {
    text: fallback(isVisible(card.summary) ? card.summary : card.title),
    blocks: [header, ...body.map(section), ...below],
  };
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

function actionBlocks(actions: readonly Action[]): KnownBlock[] {
  const elements = new Map<string, Button | StaticSelect>();
  let left = ACTIONS_ROOM;
  for (const [index, action] of actions.entries()) {
    const element = actionElement(action, index);
    if (!element?.action_id || elements.has(element.action_id)) continue;
    left -= sizeOf(element);
    if (left < 0) break;
    elements.set(element.action_id, element);
  }
  return chunks([...elements.values()], ELEMENTS_MAX).map((some) => ({ type: 'actions', elements: some }));
}

function actionElement(action: Action, index: number): Button | StaticSelect | null {
  if (action.type === 'select') return select(action);
  const text = plain(action.label, LABEL_MAX);
  if (action.type === 'link') {
    const url = safeAddress(action.url);
    // Slack reports clicks on links as well; an id that is no command is acknowledged and nothing more.
    return url && url.length <= ADDRESS_MAX
      ? { type: 'button', text, url, action_id: `link:${index}` }
      : null;
  }
  const style = action.style === 'plain' ? {} : { style: action.style };
  return { type: 'button', text, action_id: buttonId(action.invoke), ...style };
}

function select({ placeholder, option, choices, invoke }: Action & { type: 'select' }): StaticSelect | null {
  const options = optionsOf(choices);
  if (options.length === 0) return null;
  return {
    type: 'static_select',
    placeholder: plain(placeholder, LABEL_MAX),
    options,
    action_id: selectId(invoke, option),
  };
}

/** Choices as Slack takes them: each value once, and only values that can come back whole. */
export function optionsOf(
  choices: readonly { label: string; value: string }[],
): (PlainTextOption & { value: string })[] {
  const byValue = new Map(choices.map((choice) => [choice.value, choice]));
  return [...byValue.values()]
    .filter(({ value }) => value.length > 0 && value.length <= VALUE_MAX)
    .slice(0, OPTIONS_MAX)
    .map(({ label, value }) => ({ text: plain(label, LABEL_MAX), value }));
}

/** Slack takes no empty text. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: shorten(legible(text).toWellFormed().trim() || '–', max), emoji: true };
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

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
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
