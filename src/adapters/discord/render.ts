import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIEmbedField,
} from 'discord.js';
import { encodeAction } from '../../chat/action-id.ts';
import type { Action, Card, Choice, Content, Fact, Invocation } from '../../chat/card.ts';
import type { Block } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { isWebAddress } from './address.ts';
import { fitBlocks, fitInlines, splitBlocks } from './fit.ts';
import { inlinesOf, pingsIn, renderBlocks } from './markdown.ts';
import { isSnowflake } from './snowflake.ts';

/** Discord's limits (characters or pieces). https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const CONTENT_MAX = 2_000;
const DESCRIPTION_MAX = 4_096;
const EMBEDS_MAX = 6_000;
const FIELDS_MAX = 25;
const VALUE_MAX = 1_024;
const ROWS_MAX = 5;
const ROW_BUTTONS_MAX = 5;
const CHOICES_MAX = 25;
const BUTTON_LABEL_MAX = 80;
const CHOICE_MAX = 100;
const PLACEHOLDER_MAX = 150;
const URL_MAX = 512;
const CUSTOM_ID_MAX = 100;
const PINGS_MAX = 100;

/** Our shares of the 6,000 characters of all embeds together, so that no part can crowd out another. */
const TITLE_MAX = 150;
const LABEL_MAX = 60;
const VALUES_MAX = 3_000;
const FOOTER_MAX = 300;

/** Discord refuses an empty text; this one shows nothing. */
const NOTHING = '\u200B';

const COLOURS: Record<Card['tone'], number> = {
  neutral: 0x5b6b8c,
  urgent: 0xc62f2f,
  good: 0x2f8f4e,
  done: 0x8a8f98,
};
const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as Discord takes it. Every part is always there, so that an edit replaces all of the old message. */
export interface Payload {
  content: string;
  embeds: APIEmbed[];
  components: Row[];
  /** Only people a text pings are notified. Left out of an edit, Discord's default would notify everybody named. */
  allowed_mentions: { parse: []; users: string[]; replied_user: false };
  flags: number;
}

/**
 * Whatever comes in stays within Discord's limits. A reply of more than 2,000 characters becomes embeds (about 6,000) instead of
 * several messages: one message is posted exactly once or not at all.
 * @param mark added to the values of every action, for what Discord does not say when a button is pressed.
 */
export function render(content: Content, mark: Record<string, string> = {}): Payload {
  return content.type === 'reply' ? renderReply(content.blocks) : renderCard(content.card, mark);
}

function renderReply(blocks: readonly Block[]): Payload {
  const pings = uniquePings(blocks.flatMap((block) => pingsIn(inlinesOf(block))));
  const whole = renderBlocks(blocks);
  if (whole.length <= CONTENT_MAX) {
    // Nothing a reply links to unfolds below it.
    return { ...message(whole.trim() || NOTHING, pings), flags: MessageFlags.SuppressEmbeds };
  }
  const [first, rest] = splitBlocks(blocks, DESCRIPTION_MAX);
  const description = fitBlocks(first.length ? first : blocks, DESCRIPTION_MAX);
  const more = first.length ? fitBlocks(rest, EMBEDS_MAX - description.length) : '';
  const embeds = [description, more].filter(Boolean).map((text) => ({ description: text }));
  return { ...message(mentions(pings), pings), embeds };
}

function renderCard(card: Card, mark: Record<string, string>): Payload {
  const inlines = [
    ...card.body.flatMap(inlinesOf),
    ...card.facts.flatMap(({ value }) => value),
    ...card.footer,
  ];
  const pings = uniquePings(pingsIn(inlines));
  // A mention inside an embed notifies nobody, so people to notify are named above it.
  return {
    ...message(mentions(pings), pings),
    embeds: [embedOf(card)],
    components: rowsOf(card.actions, mark),
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
  const title = shorten(card.title, TITLE_MAX).trim();
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
  const body = fitBlocks(card.body, Math.min(DESCRIPTION_MAX, EMBEDS_MAX - used) - small.length - 2);
  const description = [body, small].filter(Boolean).join('\n\n');
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(!title && !description && !fields.length && { description: NOTHING }),
    color: COLOURS[card.tone],
    fields,
  };
}

function fieldsOf(facts: readonly Fact[]): APIEmbedField[] {
  const shown = facts.slice(0, facts.length > FIELDS_MAX ? FIELDS_MAX - 1 : FIELDS_MAX);
  const valueMax = Math.min(VALUE_MAX, Math.floor(VALUES_MAX / Math.max(1, shown.length)));
  const fields = shown.map(({ label, value }) => ({
    name: shorten(label, LABEL_MAX).trim() || NOTHING,
    value: fitInlines(value, valueMax).trim() || NOTHING,
    inline: true,
  }));
  const left = facts.length - shown.length;
  return left > 0 ? [...fields, { name: '…', value: `+${left}`, inline: true }] : fields;
}

/** Rows of up to five buttons; a select has a row of its own. */
export function rowsOf(actions: readonly Action[], mark: Record<string, string>): Row[] {
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const action of actions) {
    const component = action.type === 'select' ? selectOf(action, mark) : buttonOf(action, mark);
    const id = component && ('custom_id' in component ? component.custom_id : JSON.stringify(component));
    if (!component || !id || seen.has(id)) continue;
    seen.add(id);
    const last = rows.at(-1);
    const isButton = component.type === ComponentType.Button;
    const fits =
      isButton &&
      last?.components[0]?.type === ComponentType.Button &&
      last.components.length < ROW_BUTTONS_MAX;
    if (fits) last.components.push(component);
    else rows.push({ type: ComponentType.ActionRow, components: [component] });
  }
  return rows.slice(0, ROWS_MAX);
}

function buttonOf(
  action: Exclude<Action, { type: 'select' }>,
  mark: Record<string, string>,
): APIButtonComponent | null {
  const label = shorten(action.label, BUTTON_LABEL_MAX).trim() || NOTHING;
  if (action.type === 'button') {
    return {
      type: ComponentType.Button,
      style: STYLES[action.style],
      label,
      custom_id: actionId(action.invoke, mark),
    };
  }
  if (!isWebAddress(action.url) || action.url.length > URL_MAX) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: action.url };
}

function selectOf(
  action: Extract<Action, { type: 'select' }>,
  mark: Record<string, string>,
): APIComponentInMessageActionRow | null {
  const options = optionsOf(action.choices);
  if (options.length === 0) return null;
  // The option to be filled goes along as the last, empty value: see interaction.ts.
  const { [action.option]: _, ...values } = action.invoke.values;
  const invoke = { command: action.invoke.command, values: { ...values, [action.option]: '' } };
  return {
    type: ComponentType.StringSelect,
    custom_id: actionId(invoke, mark),
    placeholder: shorten(action.placeholder, PLACEHOLDER_MAX),
    options,
  };
}

/** Choices as Discord takes them; one whose value is too long to come back whole is left out, and so is a repeated one. */
export function optionsOf(choices: readonly Choice[]): { label: string; value: string }[] {
  const fitting = choices.filter(({ value }) => value.length > 0 && value.length <= CHOICE_MAX);
  const unique = new Map(
    fitting.map(({ label, value }) => [value, shorten(label, CHOICE_MAX).trim() || NOTHING]),
  );
  return [...unique].slice(0, CHOICES_MAX).map(([value, label]) => ({ label, value }));
}

/** The mark is left out where the id would become too long; the invocation itself never is. */
export function actionId({ command, values }: Invocation, mark: Record<string, string>): string {
  const bare = encodeAction({ command, values });
  const extra = new URLSearchParams(mark).toString();
  if (!extra || bare.length + extra.length + 1 > CUSTOM_ID_MAX) return bare;
  return encodeAction({ command, values: { ...mark, ...values } });
}
