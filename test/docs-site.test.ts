import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { literalBraces } from '../docs/.vitepress/braces.ts';
import { outside, outsideLinks, slugify } from '../docs/.vitepress/links.ts';
import { sidebar } from '../docs/.vitepress/sidebar.ts';
import { read } from './support/documents.ts';

describe('the sidebar of the docs site', () => {
  it('has every page once, and no other', () => {
    const pages = ['', 'reference/'].flatMap((folder) =>
      readdirSync(`docs/${folder}`)
        .filter((file) => file.endsWith('.md') && `${folder}${file}` !== 'index.md')
        .map((file) => `/${folder}${file.replace(/\.md$/, '')}`),
    );

    expect(sidebar.flatMap(({ items }) => items.map(({ link }) => link)).toSorted()).toEqual(
      pages.toSorted(),
    );
  });
});

describe('links of the docs site', () => {
  it.each([
    ['index.md', '../README.md', 'README.md'],
    ['index.md', '../src/app.ts#L3', 'src/app.ts#L3'],
    ['reference/index.md', '../../hearback.example.yaml', 'hearback.example.yaml'],
    ['reference/index.md', '../errors.md', null],
    ['index.md', 'errors.md#codes', null],
    ['index.md', '#here', null],
    ['index.md', 'https://example.org/../x', null],
    ['index.md', 'mailto:a@example.org', null],
  ])('of %s to %s leads out of the site to %s', (page, href, path) => {
    expect(outside(page, href)).toBe(path);
  });

  it.each([
    [
      'https://git.example.org/team/hearback',
      'a',
      'https://git.example.org/team/hearback/blob/main/src/app.ts',
    ],
    [null, 'span', null],
  ])('to a file of the repository at %s become %s', (repository, tag, href) => {
    const link = ['link_open', 'text', 'link_close'].map(
      (type) => new Token(type, type === 'link_open' ? '../src/app.ts' : null),
    );
    let rule: (state: unknown) => void = () => {};
    const ruler = { push: (_: string, given: (state: never) => void) => (rule = given as typeof rule) };
    outsideLinks({ core: { ruler } }, repository);
    rule({ tokens: [{ children: link }], env: { relativePath: 'index.md' } });

    expect(link.map((token) => token.tag)).toEqual([tag, 'a', tag]);
    expect(link[0]!.attrGet('href')).toBe(href);
  });

  it('to a heading are those of the repository', () => {
    expect(slugify('`/feedback flag <link>`')).toBe('feedback-flag-link');
    expect(slugify("What's new, and what is not?")).toBe('whats-new-and-what-is-not');
  });
});

/** As markdown-it has it. */
class Token {
  tag = 'a';
  children = null;
  attrs: [string, string][] | null;
  type: string;

  constructor(type: string, href: string | null) {
    this.type = type;
    this.attrs = href === null ? null : [['href', href]];
  }

  attrGet(name: string): string | null {
    return this.attrs?.find(([key]) => key === name)?.[1] ?? null;
  }

  attrSet(name: string, value: string): void {
    this.attrs = [[name, value]];
  }
}

describe('templates shown on the docs site', () => {
  it('are not taken for something to compute', () => {
    const rules = { text: () => 'Hi {{ member.name }}', code_inline: undefined };
    literalBraces({ renderer: { rules } });

    expect(rules.text()).toBe('Hi &#123;&#123; member.name }}');
  });
});

describe('the packages of the docs site', () => {
  const lock = JSON.parse(read('docs/package-lock.json')) as {
    packages: Record<string, { integrity?: string; resolved?: string; devDependencies?: object }>;
  };
  const { '': top, ...packages } = lock.packages;
  const manifest = JSON.parse(read('docs/package.json')) as { devDependencies: Record<string, string> };

  it('are locked as docs/package.json names them, each with its checksum', () => {
    expect(top!.devDependencies).toEqual(manifest.devDependencies);
    const loose = Object.entries(packages).filter(
      ([, { integrity = '', resolved = '' }]) =>
        !integrity.startsWith('sha512-') ||
        // Without an address it is the registry's own.
        !(resolved === '' || resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('are none of the program', () => {
    for (const name of Object.keys(manifest.devDependencies))
      expect(read('package-lock.json')).not.toContain(`node_modules/${name}"`);
  });
});
