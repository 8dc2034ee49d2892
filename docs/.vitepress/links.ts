import { posix } from 'node:path';

/** The little of markdown-it that is used here. */
interface Token {
  type: string;
  tag: string;
  children: Token[] | null;
  attrs: [string, string][] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}
interface Markdown {
  core: {
    ruler: {
      push(name: string, rule: (state: { tokens: Token[]; env: { relativePath?: string } }) => void): void;
    };
  };
}

/** A heading's address as repositories show it, so that links into a page work in both places. */
export function slugify(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/**
 * Where a link of a page leads that is not part of the site: a path from the top of the repository; null when it is part of it.
 * @param page from this folder, such as `reference/index.md`
 */
export function outside(page: string, href: string): string | null {
  if (/^([a-z]+:|#|\/)/i.test(href)) return null;
  const path = posix.join('docs', posix.dirname(page), href);
  return path.startsWith('docs/') ? null : path;
}

/**
 * Links to files of the repository lead there; while package.json names no `repository`, the words stand without a link. In the
 * repository itself the same links work as they are written.
 */
export function outsideLinks(markdown: Markdown, repository: string | null): void {
  markdown.core.ruler.push('outside-links', ({ tokens, env }) => {
    for (const { children } of tokens) if (children) mend(children, env.relativePath ?? '', repository);
  });
}

function mend(tokens: Token[], page: string, repository: string | null): void {
  let isOutside = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const path = outside(page, token.attrGet('href') ?? '');
      isOutside = path !== null && repository === null;
      if (path !== null && repository !== null) token.attrSet('href', `${repository}/blob/main/${path}`);
      if (isOutside) unlink(token);
    } else if (token.type === 'link_close' && isOutside) unlink(token);
  }
}

function unlink(token: Token): void {
  token.type = token.type.replace('link', 'outside');
  token.tag = 'span';
  token.attrs = null;
}
