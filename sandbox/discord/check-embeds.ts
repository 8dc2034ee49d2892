import { checkList, checkNumber, checkText, checkUrl, fieldsOf, lengthOf, type Path } from './checks.ts';
import type { Problems } from './refusal.ts';

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const LIMIT = {
  embeds: 10,
  title: 256,
  description: 4_096,
  fields: 25,
  name: 256,
  value: 1_024,
  footer: 2_048,
  author: 256,
  sum: 6_000,
};

const SCHEMES = ['http:', 'https:', 'attachment:'];

/** Checks the embeds of one message. */
export function checkEmbeds(problems: Problems, value: unknown): void {
  const embeds = checkList(problems, ['embeds'], value, { max: LIMIT.embeds });
  let sum = 0;
  for (const [index, embed] of embeds.entries()) {
    sum += checkEmbed(problems, ['embeds', index], fieldsOf(embed));
    if (sum > LIMIT.sum) {
      problems.add(
        ['embeds', index],
        'MAX_EMBED_SIZE_EXCEEDED',
        `Embed size exceeds maximum size of ${LIMIT.sum}`,
      );
    }
  }
}

/** @returns how many characters count towards the sum. */
function checkEmbed(problems: Problems, path: Path, embed: Record<string, unknown>): number {
  const footer = fieldsOf(embed['footer']);
  const author = fieldsOf(embed['author']);
  const texts = [
    checkText(problems, [...path, 'title'], embed['title'], { max: LIMIT.title }),
    checkText(problems, [...path, 'description'], embed['description'], { max: LIMIT.description }),
    checkText(problems, [...path, 'footer', 'text'], footer['text'], {
      max: LIMIT.footer,
      required: Boolean(embed['footer']),
    }),
    checkText(problems, [...path, 'author', 'name'], author['name'], {
      max: LIMIT.author,
      required: Boolean(embed['author']),
    }),
  ];
  const fields = checkList(problems, [...path, 'fields'], embed['fields'], { max: LIMIT.fields });
  for (const [index, raw] of fields.entries()) {
    const field = fieldsOf(raw);
    const at = [...path, 'fields', index];
    texts.push(
      checkText(problems, [...at, 'name'], field['name'], { max: LIMIT.name, required: true }),
      checkText(problems, [...at, 'value'], field['value'], { max: LIMIT.value, required: true }),
    );
  }
  checkNumber(problems, [...path, 'color'], embed['color'], 0, 0xff_ff_ff);
  checkUrl(problems, [...path, 'url'], embed['url'], ['http:', 'https:']);
  for (const part of ['image', 'thumbnail']) {
    checkUrl(problems, [...path, part, 'url'], fieldsOf(embed[part])['url'], SCHEMES);
  }
  const timestamp = embed['timestamp'];
  if (typeof timestamp === 'string' && Number.isNaN(Date.parse(timestamp))) {
    problems.add([...path, 'timestamp'], 'DATE_TIME_TYPE_PARSE', 'Could not parse. Should be ISO8601.');
  }
  const hasMedia = ['image', 'thumbnail', 'video'].some((part) => embed[part]);
  if (!hasMedia && texts.every((text) => text === '')) {
    problems.add([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  return texts.reduce((sum, text) => sum + lengthOf(text.trim()), 0);
}
