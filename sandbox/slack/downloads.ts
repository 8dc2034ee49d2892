import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ground } from './api/method.ts';
import type { Installs } from './installs.ts';
import type { StoredFile } from './types.ts';

const FILES_PATH = '/slack/files/';
const ARCHIVES_PATH = '/slack/archives/';

/** Answers requests for a file, or for a message by its permalink. @returns false when it is neither. */
export function serveDownload(
  workspaces: readonly { ground: Ground }[],
  installs: Installs,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith(ARCHIVES_PATH)) {
    response.writeHead(302, { location: placeOf(pathname, searchParams.get('thread_ts')) }).end();
    return true;
  }
  if (!pathname.startsWith(FILES_PATH)) return false;
  const [id = ''] = pathname.slice(FILES_PATH.length).split('/');
  const grounds = workspaces.map(({ ground }) => ground);
  const file = grounds[0]?.messages.file(id);
  const reader = botOf(request, grounds, installs) ?? searchParams.get('as');
  if (!reader) login(response);
  else if (!file || !grounds.some((ground) => mayRead(ground, file, reader)))
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
  else send(response, file);
  return true;
}

/** The bot whose token came along, if it may read files. */
function botOf({ headers }: IncomingMessage, grounds: readonly Ground[], installs: Installs): string | null {
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  try {
    const team = token && installs.teamOf(token);
    const ground = grounds.find(({ directory }) => directory.teamId === team);
    return ground && !ground.faults.lacksScope('files:read') ? ground.directory.bot.id : null;
  } catch {
    return null;
  }
}

function mayRead({ directory }: Ground, file: StoredFile, reader: string): boolean {
  if (file.inForm) return reader === directory.bot.id || reader === file.user;
  const channel = directory.channel(file.channel);
  const isPerson = directory.person(reader)?.isBot === false;
  return Boolean(channel && (channel.members.includes(reader) || (isPerson && channel.kind === 'channel')));
}

/** Slack answers 200 and its login page to those who do not say who they are. */
function login(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Sign in | Slack</title><h1>Sign in to your workspace</h1>');
}

function send(response: ServerResponse, file: StoredFile): void {
  const bytes = Buffer.from(file.base64, 'base64');
  response.writeHead(200, {
    'content-type': file.mime,
    'content-length': bytes.length,
    // Somebody's upload must not run as a part of the page it is shown in.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}

/** The page's address for `…/archives/C0GENERAL/p1700000000000100`. */
function placeOf(pathname: string, thread: string | null): string {
  const [channel = '', packed = ''] = pathname.slice(ARCHIVES_PATH.length).split('/');
  const message = `${packed.slice(1, 11)}.${packed.slice(11)}`;
  return `/?${String(new URLSearchParams({ platform: 'slack', channel, message, ...(thread === null ? {} : { thread }) }))}`;
}
