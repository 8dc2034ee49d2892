import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

const MIME: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing but our own files runs or loads, and nobody may frame the page. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** The page's files. */
export interface PageFiles {
  /** @returns false when no file of the page has this path. */
  send(method: string, path: string, response: ServerResponse): Promise<boolean>;
}

/** Lists the directory once, so that no path in a request can reach anything else. */
export function listPageFiles(directory: string): PageFiles {
  const files = new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in MIME)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`/${relative(directory, file).split(sep).join('/')}`, file]),
  );
  return {
    async send(method, path, response) {
      const file = files.get(path === '/' ? '/index.html' : path);
      if (!file || (method !== 'GET' && method !== 'HEAD')) return false;
      const bytes = await readFile(file);
      response.writeHead(200, {
        'content-type': MIME[extname(file)] ?? 'application/octet-stream',
        'content-length': bytes.length,
        'cache-control': 'no-cache',
        ...SECURITY_HEADERS,
      });
      response.end(method === 'HEAD' ? undefined : bytes);
      return true;
    },
  };
}
