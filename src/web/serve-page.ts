import type { FastifyReply, FastifyRequest } from 'fastify';
import { tokenIn, type Cookies } from './cookies.ts';
import type { ChannelNames } from './channel-names.ts';
import type { Names } from './names.ts';
import { mayOpen, type Page, type PageAnswer, type Rooms, type Visitor } from './page.ts';
import type { Responder } from './respond.ts';
import { textsIn } from '../texts/index.ts';
import { languagesOf } from './languages.ts';
import { visitorOf } from './visitor.ts';

interface Parts {
  rooms: Rooms;
  names: Names;
  channels: ChannelNames;
  cookies: Cookies;
  respond: Responder;
}

/** One page for one request: finds out who asks, asks the page, answers. */
export async function servePage(
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  { rooms, names, channels, cookies, respond }: Parts,
): Promise<void> {
  const session = tokenIn(request.cookies, cookies.session.name);
  const params = strings(request.params);
  const languages = languagesOf(request);
  const visit = {
    rooms,
    names,
    channels,
    params,
    query: strings(request.query),
    languages,
    texts: textsIn(...languages),
    known: versionIn(request.headers['if-none-match']),
  };
  const answer = (given: PageAnswer, visitor: Visitor | null = null) =>
    respond.answer(request, reply, given, visitor);
  if (page.allow === 'link')
    return answer(await page.handle({ ...visit, token: params['token'] ?? '', session }));
  if (session === null) return respond.signedOut(reply);
  if (page.allow === 'session') return answer(await page.handle({ ...visit, session }));
  // A page that looks whether it is still the same keeps nobody signed in.
  const person = await (visit.known === null ? rooms.door.visit(session) : rooms.door.whose(session));
  const visitor = person && (await visitorOf(person, rooms, languages));
  if (!visitor) {
    // Whoever lost their role begins anew when they have one again.
    if (person) await rooms.door.leave(session);
    return respond.signedOut(reply);
  }
  if (!mayOpen(page.allow, visitor.standing)) return answer({ type: 'missing' }, visitor);
  return answer(await page.handle({ ...visit, visitor }), visitor);
}

/** Without its quotation marks, and the `W/` of whoever compresses pages on the way. */
function versionIn(header: string | undefined): string | null {
  return header === undefined ? null : header.replace(/^W\//, '').replaceAll('"', '');
}

/** Parameters as strings; a name that is given twice counts once, as it came first. */
function strings(given: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  );
}
