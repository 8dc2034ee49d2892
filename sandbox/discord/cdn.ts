import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredAttachment } from './types.ts';
import type { World } from './world.ts';

/** Where files are, below the server's address. */
export const CDN_PATH = '/discord/cdn';

/** How long a file's address works (ms). https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const ADDRESS_LIVES_MS = 24 * 60 * 60 * 1_000;

/** Shown in the page as they are; anything else is only ever downloaded, since it comes from people. */
const SHOWN_INLINE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']);

/** A signed path to a file, good from now on for a day. */
export function filePath(world: World, channel: string, file: Pick<StoredAttachment, 'id' | 'name'>): string {
  return signed(world, `/attachments/${channel}/${file.id}/${encodeURIComponent(file.name)}`);
}

/** The same for a file that was given to a command or form, and stands in no message. */
export function givenPath(world: World, file: Pick<StoredAttachment, 'id' | 'name'>): string {
  const { appId } = world.seed.bot;
  return signed(world, `/ephemeral-attachments/${appId}/${file.id}/${encodeURIComponent(file.name)}`);
}

function signed(world: World, path: string): string {
  const nowMs = world.now().getTime();
  const expires = hexSeconds(nowMs + ADDRESS_LIVES_MS);
  const issued = hexSeconds(nowMs);
  return `${CDN_PATH}${path}?ex=${expires}&is=${issued}&hm=${sign(world, path, expires, issued)}&`;
}

/** Sends a file's bytes; an address that is unsigned, changed, expired or of a deleted file gets 404. */
export function serveFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname.slice(CDN_PATH.length);
  const [expires, issued, mac] = ['ex', 'is', 'hm'].map((name) => url.searchParams.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const blob = world.blobs.get(path.split('/')[3] ?? '');
  const good =
    mac === sign(world, path, expires, issued) &&
    Number.parseInt(expires, 16) * 1_000 > world.now().getTime();
  if (!blob || !good) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  const mime = blob.mime.split(';')[0]!.trim();
  const name = encodeURIComponent(blob.name);
  response.writeHead(200, {
    'content-type': blob.mime,
    'content-disposition': `${SHOWN_INLINE.has(mime) ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : Buffer.from(blob.base64, 'base64'));
}

function sign(world: World, path: string, expires: string, issued: string): string {
  return createHmac('sha256', world.secret).update(`${path}?${expires}&${issued}`).digest('hex');
}

function hexSeconds(ms: number): string {
  return Math.floor(ms / 1_000).toString(16);
}
