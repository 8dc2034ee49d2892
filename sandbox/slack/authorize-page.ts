import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Installs, Place } from './installs.ts';

const PATH = '/slack/oauth/v2/authorize';

/**
 * Where Slack asks whether the app may come into a workspace: a link for each answer. @returns false when the path is another one
 */
export function serveAuthorize(
  installs: Installs,
  places: readonly Place[],
  granted: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname !== PATH) return false;
  const query = url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const unknown = (query.get('scope') ?? '')
    .split(',')
    .filter((scope) => !granted.split(',').includes(scope));
  const fault =
    query.get('client_id') !== installs.app?.clientId
      ? 'Invalid client_id parameter'
      : unknown.length > 0
        ? `Invalid permissions requested: ${unknown.join(', ')}`
        : URL.canParse(redirectUri)
          ? null
          : 'redirect_uri did not match any configured URIs.';
  if (fault !== null) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(fault);
    return true;
  }
  const team = query.get('team');
  const answer = query.get('answer');
  if (team === null || answer === null || !places.some(({ teamId }) => teamId === team))
    ask(url, places, response);
  else {
    const back = new URL(redirectUri);
    if (answer === 'allow') back.searchParams.set('code', installs.approve(team, redirectUri));
    else back.searchParams.set('error', 'access_denied');
    back.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }
  return true;
}

function ask(url: URL, places: readonly Place[], response: ServerResponse): void {
  const link = (teamId: string, answer: string, label: string) => {
    const address = new URL(url);
    address.searchParams.set('team', teamId);
    address.searchParams.set('answer', answer);
    return `<a href="${escaped(address.pathname + address.search)}">${label}</a>`;
  };
  const items = places.map(
    ({ teamId, name }) =>
      `<li>${escaped(name)} (${teamId}): ${link(teamId, 'allow', 'Allow')} ${link(teamId, 'deny', 'Cancel')}</li>`,
  );
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><title>Install | Slack</title><h1>May Hearback come into a workspace?</h1><ul>${items.join('')}</ul>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
