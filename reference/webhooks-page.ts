import { z } from 'zod';
import { NEWS } from '../src/policy/news.ts';
import { code, fenced, table } from './markdown.ts';
import type { Page } from './page.ts';
import { pingMessage, webhookMessage } from './webhook-message.ts';

const INTRO = `What programs of yours are told, as [JSON Schema](https://json-schema.org). Setting one up, checking signatures, and what happens when a message is not taken: [webhooks](../webhooks.md).

New types and new fields may come without notice: leave out what you do not know. A field that goes, or means something else, raises \`version\`. So validate with these schemas in tests, and read more kindly in production.`;

/** @param explained docs/webhooks.md, which says when each type is told @throws when it does not */
export function webhooksPage(explained: string): Page {
  const when = (type: string) => {
    const words = new RegExp(`^\\| \`${type}\` \\| (.+) \\|$`, 'm').exec(explained)?.[1];
    if (!words) throw new Error(`docs/webhooks.md does not say when ${type} is told: add a row`);
    return words.replace(/\]\((?!https?:)([^)]+)\)/g, '](../$1)');
  };
  const rows = [...NEWS, 'ping'].map((type) => [code(type), when(type)]);
  return {
    name: 'webhooks',
    title: 'Webhooks reference',
    about: 'what other programs are told, as JSON Schema',
    body: [
      INTRO,
      '## Types',
      table(['type', 'when'], rows),
      '## A message about a case',
      fenced('json', jsonSchema(webhookMessage)),
      '## ping',
      fenced('json', jsonSchema(pingMessage)),
    ].join('\n\n'),
  };
}

/** As people read it: the format of a time says what its pattern does. */
function jsonSchema(message: z.ZodType): string {
  const schema = z.toJSONSchema(message, {
    io: 'input',
    override: ({ jsonSchema: each }) => {
      if (each.format === 'date-time') delete each.pattern;
    },
  });
  return JSON.stringify(schema, null, 2);
}
