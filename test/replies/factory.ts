import type { Block, Inline } from '../../src/chat/rich.ts';
import type { Composer, ReplyValues } from '../../src/replies/composer.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { readTemplate, templatesOf } from '../../src/replies/templates.ts';

/** What a composed answer needs, with the given parts in place of the usual ones. */
export function values(parts: Partial<ReplyValues> = {}): ReplyValues {
  return {
    member: { name: 'Alma Berg' },
    community: { name: 'Riverside Makers' },
    case: { name: 'FB-1' },
    details: ['where it happens', 'a screenshot or a link, if you have one'],
    nextUpdate: { at: new Date('2026-11-24T14:00:00Z'), timeZone: 'Europe/Copenhagen' },
    department: { name: 'Marketing' },
    ...parts,
  };
}

/** Every inline of some blocks, outermost first. */
export function inlines(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap((block): Inline[][] => {
    if (block.type === 'code') return [];
    return block.type === 'list' ? block.items : [block.children];
  });
  return lines.flatMap(within);
}

function within(line: readonly Inline[]): Inline[] {
  return line.flatMap((inline) => ('children' in inline ? [inline, ...within(inline.children)] : [inline]));
}

/** What people read, block by block. */
export function readable(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return [block.text];
    return block.type === 'list' ? block.items.map(wordsOf) : [wordsOf(block.children)];
  });
}

function wordsOf(line: readonly Inline[]): string {
  const words = within(line).map((inline) => {
    if (inline.type === 'break') return '\n';
    return 'text' in inline ? inline.text : '';
  });
  return words.join('');
}

/** A composer over templates written in the test: `{ 'en/hello': 'Hi' }`. */
export function composerOf(sources: Record<string, string>): Composer {
  const all = Object.entries(sources).map(([key, source]) => {
    const [language = '', name = ''] = key.split('/');
    return readTemplate({ name, language, source });
  });
  return createComposer(templatesOf([...new Set(all.map(({ language }) => language))], all));
}
