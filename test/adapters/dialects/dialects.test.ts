import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderBlocks } from '../../../src/adapters/discord/markdown.ts';
import {
  render as renderDiscord,
  splitReply as splitForDiscord,
} from '../../../src/adapters/discord/render.ts';
import { render as renderSlack, splitReply as splitForSlack } from '../../../src/adapters/slack/render.ts';
import type { Content } from '../../../src/chat/card.ts';
import { bold, text, type Block } from '../../../src/chat/rich.ts';
import { plainLine } from '../../../src/replies/escape.ts';
import { parseMarkdown } from '../../../src/replies/markdown.ts';
import { faultsInBlocks } from '../../../sandbox/slack/block-kit.ts';
import { composerOf, values } from '../../replies/factory.ts';
import { hostileMarkdown, longMarkdown, RUNS } from './hostile.ts';
import { readDiscord } from './read-discord.ts';
import { readSlack } from './read-slack.ts';
import { comparable, merged, type Reading } from './reading.ts';

const nameOf = (id: string) => id;

function onSlack(blocks: readonly Block[]): Reading {
  const { blocks: sections } = renderSlack({ type: 'reply', blocks: [...blocks] }, nameOf);
  return merged(sections.map((each) => readSlack(each.type === 'section' ? each.text!.text : '')));
}

function onDiscord(blocks: readonly Block[]): Reading {
  const { content, embeds } = renderDiscord({ type: 'reply', blocks: [...blocks] });
  return merged([content, ...embeds.map(({ description = '' }) => description)].map(readDiscord));
}

describe('a reply of anything anybody types', () => {
  it('mentions nobody and leaves no markup open on Slack', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const blocks = parseMarkdown(markdown);
        const { active, leftOver } = onSlack(blocks);
        expect({ active, leftOver }).toEqual({ active: [], leftOver: [] });
        expect(renderSlack({ type: 'reply', blocks }, nameOf).text).not.toMatch(/[<>]/);
      }),
      { numRuns: RUNS },
    );
  });

  it('mentions nobody and leaves no markup open on Discord', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const blocks = parseMarkdown(markdown);
        const { active, leftOver } = onDiscord(blocks);
        expect({ active, leftOver }).toEqual({ active: [], leftOver: [] });
        expect(renderDiscord({ type: 'reply', blocks }).allowed_mentions).toEqual({
          parse: [],
          users: [],
          replied_user: false,
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('reads the same on both', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const blocks = parseMarkdown(markdown);
        expect(comparable(onSlack(blocks).visible)).toBe(comparable(onDiscord(blocks).visible));
      }),
      { numRuns: RUNS },
    );
  });

  it('turns the direction of nothing that stands behind it', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const content = { type: 'reply' as const, blocks: parseMarkdown(markdown) };
        for (const rendered of [renderSlack(content, nameOf), renderDiscord(content)])
          expect(JSON.stringify(rendered)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a reply too long for one message', () => {
  const PLATFORMS = [
    { platform: 'Slack', split: splitForSlack, read: onSlack },
    { platform: 'Discord', split: splitForDiscord, read: onDiscord },
  ];

  it.each(PLATFORMS)('says in its parts on $platform what it says as a whole', ({ split, read }) => {
    fc.assert(
      fc.property(longMarkdown, (markdown) => {
        const blocks = parseMarkdown(markdown);
        const parts = split(blocks);
        const whole = readDiscord(renderBlocks(blocks));
        expect(comparable(merged(parts.map(read)).visible)).toBe(comparable(whole.visible));
        for (const part of parts) {
          const { active, leftOver, visible } = read(part);
          expect({ active, leftOver }).toEqual({ active: [], leftOver: [] });
          if (parts.length > 1) expect(comparable(visible)).not.toBe('');
        }
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('keeps the limits of Slack', () => {
    fc.assert(
      fc.property(longMarkdown, (markdown) => {
        for (const blocks of splitForSlack(parseMarkdown(markdown))) {
          const rendered = renderSlack({ type: 'reply', blocks }, nameOf);
          expect(faultsInBlocks(rendered.blocks, 'message')).toEqual([]);
          expect(Buffer.byteLength(rendered.text)).toBeLessThanOrEqual(4_000);
          expect(JSON.stringify(rendered.blocks).length).toBeLessThanOrEqual(13_200);
        }
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  it('keeps the limits of Discord', () => {
    fc.assert(
      fc.property(longMarkdown, (markdown) => {
        for (const blocks of splitForDiscord(parseMarkdown(markdown))) {
          const { content, embeds } = renderDiscord({ type: 'reply', blocks });
          expect(content.length).toBeLessThanOrEqual(2_000);
          expect(embeds).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe('a card about anything', () => {
  const cardOf = (body: string, typed: string): Content => ({
    type: 'card',
    card: {
      title: typed,
      tone: 'neutral',
      summary: typed,
      body: parseMarkdown(body),
      facts: [
        { label: 'Said', value: [text(typed)] },
        {
          label: 'Answer',
          value: parseMarkdown(body).flatMap((block) => ('children' in block ? block.children : [])),
        },
      ],
      footer: [bold(typed), text(typed)],
      actions: [],
    },
  });

  it('is cut where it is too long with no markup left open, and mentions nobody', () => {
    fc.assert(
      fc.property(longMarkdown, hostileMarkdown, (body, typed) => {
        const content = cardOf(body, typed);
        const written = renderSlack(content, nameOf).blocks.flatMap((block) => {
          if (block.type === 'section') return [block.text, ...(block.fields ?? [])];
          return block.type === 'context' ? block.elements : [];
        });
        const slack = written.map((each) => (each && 'text' in each ? readSlack(each.text ?? '') : null));
        const { embeds, content: above } = renderDiscord(content);
        const discord = [
          above,
          ...embeds.flatMap(({ description = '', fields = [] }) => [
            // The small print's own mark.
            description.replaceAll(/^-# /gm, ''),
            ...fields.map(({ value }) => value),
          ]),
        ].map(readDiscord);
        const { active, leftOver } = merged([...slack, ...discord].filter((each) => each !== null));
        expect({ active, leftOver }).toEqual({ active: [], leftOver: [] });
      }),
      // Nobody can read what stands between the italic letter and the plain one.
      { numRuns: Math.ceil(RUNS / 5), examples: [['*i*\n\n\u202E\n\na', '']] },
    );
  });
});

describe('a member called', () => {
  const composer = composerOf({ 'en/hello': 'Hi {{ member.name }}, **thank you**: _{{ member.name }}_' });

  it.each([
    '{{ config }}',
    '{% raw %}',
    '*_~',
    '**',
    'N'.repeat(200),
    '👩‍👩‍👧‍👦 Ålma',
    'محمد بن سلمان',
    'שרה \u200F(לוי)',
    '\u202Egnp.exe',
    '\u2067Mia',
    '@everyone',
    '＠everyone',
    '<!channel>',
    '<@U0MIA>',
    '<@123456789012345678>',
    '&lt;!here&gt;',
    '<b>Mia</b>',
    '`Mia`',
    '# Mia',
    '2024.',
    'Mia\n\n> said',
    '[Mia](https://e.example)',
    'snake_case_name',
    '\\',
  ])('%j is called that on both, and nothing else', (name) => {
    const { markdown } = composer.compose(['hello'], values({ member: { name } }), ['en']);
    const blocks = composer.parse(markdown);
    const expected = comparable(`Hi ${plainLine(name)}, thank you: ${plainLine(name)}`);
    for (const { active, leftOver, visible } of [onSlack(blocks), onDiscord(blocks)])
      expect({ active, leftOver, visible: comparable(visible) }).toEqual({
        active: [],
        leftOver: [],
        visible: expected,
      });
  });
});
