import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { textsIn } from '../../src/texts/index.ts';
import { asHtml } from '../../src/transcript/as-html.ts';
import { asMarkdown } from '../../src/transcript/as-markdown.ts';
import { transcript, type Transcript } from '../../src/transcript/transcript.ts';

const { record: texts } = textsIn('en');

function withText(text: string, name = 'a.png'): Transcript {
  const at = '2026-11-20T09:00:00.000Z';
  return transcript.parse({
    hearback: 'transcript',
    version: 1,
    for: 'staff',
    case: 'FB-1',
    community: 'Riverside',
    language: 'en',
    facts: [{ label: 'Feedback', value: text }],
    entries: [
      {
        type: 'message',
        at,
        who: text,
        what: 'wrote',
        texts: [
          { at, text },
          { at, text: null },
        ],
        files: [
          { name, mime: 'image/png', size: 3, base64: 'cGx1' },
          { name, mime: 'text/html', size: 3, base64: 'cGx1' },
          { name, mime: 'image/svg+xml', size: 3, base64: null },
        ],
      },
    ],
  });
}

/** Texts with what markup is made of. */
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '&lt;',
        '<script>',
        '\n',
        '\r',
        '  ',
        '](x)',
        '![',
        '`',
        '_',
        '*',
        '# ',
        '- ',
        '1. ',
        '|',
        '~~',
        'http://x.example',
        'a@b.example',
        'é🎉',
        '\\',
        '</p>',
        '&#13;',
      ),
    )
    .map((parts) => parts.join('')),
);

const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');

describe('a transcript as a page', () => {
  it('shows what people wrote as they wrote it, and makes nothing of it', () => {
    const tags = (text: string) => asHtml(withText(text, text), texts).split(/<[a-z/!]/i).length;
    const plain = tags('x');
    fc.assert(
      fc.property(typed, (text) => {
        expect(tags(text)).toBe(plain);
        const shown = /<article[^>]*>.*?<p>(.*?)<\/p>/s.exec(asHtml(withText(text), texts))?.[1] ?? '';
        expect(unescaped(shown)).toBe(text);
      }),
    );
  });

  it('lets no name turn around what stands behind it', () => {
    const html = asHtml(withText('Mallory\u202E', 'x\u202Egpj.exe'), texts);
    expect(html).toContain('<h2><bdi>Mallory\u202E</bdi> · wrote');
    expect(html).toContain('download="xgpj.exe"');
  });

  it('runs and fetches nothing, and hands over as bytes whatever is no plain picture', () => {
    const html = asHtml(withText('x', 'a.html'), texts);
    expect(html).toContain('content="default-src &#39;none&#39;; img-src data:;');
    expect(html).toContain('src="data:image/png;base64,cGx1"');
    expect(html).toContain('<a download="a.html" href="data:application/octet-stream;base64,cGx1">');
    expect(html).toContain('a.html (not in here)');
    expect(html).not.toMatch(/data:text\/html|data:image\/svg|<script|https?:/);
  });
});

describe('a transcript as Markdown', () => {
  it('turns no name and no file around', () => {
    const turned = 'x\u202Egpj.exe';
    expect(
      asMarkdown(withText(turned, turned), texts)
        .split('\n')
        .filter((each) => each.includes('\u202E')),
    ).toEqual(['> x\u202Egpj\\.exe']);
  });

  it('makes nothing of what people wrote', () => {
    const kinds = (text: string) => {
      const found = new Set<string>();
      const walk = (node: { type: string; children?: unknown[] }): void => {
        found.add(node.type);
        for (const child of node.children ?? []) walk(child as typeof node);
      };
      walk(fromMarkdown(asMarkdown(withText(text), texts)));
      return [...found].filter((type) => type !== 'break').toSorted();
    };
    const plain = kinds('x');
    fc.assert(
      fc.property(typed, (text) => {
        expect(plain).toEqual(expect.arrayContaining(kinds(text)));
      }),
    );
  });
});
