import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxPlatform } from '../platform.ts';
import { streamChanges } from './changes.ts';
import { emojiByName } from './emoji.ts';
import { ApiFault, readJson, sendJson } from './http.ts';
import { ROUTES } from './routes.ts';

/** Where the control API lives. */
export const API_PREFIX = '/sandbox/api';

/**
 * The control API: plays people and makes the platforms misbehave, for tests, scripts and the page.
 * @throws {ApiFault | SandboxRefusal} for the server to answer.
 */
export async function handleApi(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  platforms: readonly SandboxPlatform[],
): Promise<void> {
  const path = url.pathname.slice(API_PREFIX.length).replace(/^\//, '');
  if (path === 'changes' || path === 'communities' || path === 'emoji') {
    if (request.method !== 'GET') throw wrongMethod(path, ['GET']);
    if (path === 'changes') streamChanges(request, response, platforms);
    else if (path === 'emoji') sendJson(response, 200, emojiByName());
    else
      sendJson(
        response,
        200,
        platforms.map((platform) => platform.community()),
      );
    return;
  }
  const [name = '', ...rest] = path.split('/');
  const platform = platforms.find((one) => one.platform === name);
  if (!platform)
    throw new ApiFault(404, 'not_found', 'There is no such platform; there are slack and discord.');
  const there = ROUTES.filter((route) => route.path === rest.join('/'));
  if (there.length === 0) throw new ApiFault(404, 'not_found', `There is nothing at ${url.pathname}.`);
  const route = there.find(({ method }) => method === request.method);
  if (!route)
    throw wrongMethod(
      rest.join('/'),
      there.map(({ method }) => method),
    );
  const given = route.method === 'GET' ? Object.fromEntries(url.searchParams) : await readJson(request);
  const answer = await route.run(platform, given);
  sendJson(response, route.status, answer);
}

function wrongMethod(path: string, methods: string[]): ApiFault {
  return new ApiFault(405, 'wrong_method', `${path} answers to ${methods.join(', ')}.`);
}
