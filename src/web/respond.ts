import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { textsIn, type Texts } from '../texts/index.ts';
import type { Cookies } from './cookies.ts';
import { endWhenStalled } from './end-when-stalled.ts';
import { languagesOf } from './languages.ts';
import { mayOpen, type DownloadedFile, type PageAnswer, type Visitor } from './page.ts';
import { pages } from './pages/index.ts';
import type { Render } from './render.ts';

/** Counts one more try from where a request came. */
export type Count = (request: FastifyRequest) => Promise<{ isAllowed: boolean; isExceeded?: boolean }>;

/** Turns what a page answers into what a browser gets. */
export interface Responder {
  answer(
    request: FastifyRequest,
    reply: FastifyReply,
    given: PageAnswer,
    visitor: Visitor | null,
  ): Promise<void>;
  /** There is no session, or none that opens anything. */
  signedOut(reply: FastifyReply): Promise<void>;
  error(reply: FastifyReply, error: unknown): Promise<void>;
}

const NOTICES = {
  spent: 410,
  missing: 404,
  signedOut: 401,
  foreign: 403,
  tooMany: 429,
  unreadable: 400,
  notNow: 503,
  tooLong: 503,
  broken: 500,
} as const satisfies Partial<Record<keyof Texts['dashboard']['notices'], number>>;

/** Notices with a way on, inside the pages. */
const WAY_ON: readonly (keyof typeof NOTICES)[] = ['missing', 'signedOut', 'tooLong'];

/** PostgreSQL: the statement took longer than it may. */
const QUERY_CANCELED = '57014';

export function createResponder(render: Render, cookies: Cookies, countWrong: Count, log: Log): Responder {
  const { session } = cookies;
  const show = createShow(render);
  const notice = createNotice(show);
  return {
    answer: async (request, reply, given, visitor) => {
      switch (given.type) {
        case 'show':
          if (given.version !== undefined) reply.header('etag', `"${given.version}"`);
          return show(
            reply,
            given.status ?? 200,
            given.view,
            { version: given.version ?? null, ...given.data },
            visitor,
          );
        case 'same':
          await reply.code(304).send();
          return;
        case 'go':
          if (given.signIn) reply.setCookie(session.name, given.signIn, session.options);
          if (given.signOut) reply.clearCookie(session.name, session.options);
          await reply.redirect(given.to, 303);
          return;
        case 'file':
          return hand(reply, given.file);
        case 'missing':
          return notice(reply, 'missing', visitor);
        case 'spent': {
          // Nobody guesses 256 bits; this is for whoever tries, and for nobody with a good link.
          const { isExceeded } = await countWrong(request);
          return notice(reply, isExceeded ? 'tooMany' : 'spent');
        }
      }
    },
    signedOut: async (reply) => notice(reply, 'signedOut'),
    error: async (reply, error) => {
      const which = noticeFor(error);
      if (which === 'broken') log.error({ err: error }, 'a page failed');
      return notice(reply, which, null, which === 'unreadable' ? statusOf(error) : undefined);
    },
  };
}

/** Says one of the few things there are to say where there is no page. */
function createNotice(show: ReturnType<typeof createShow>) {
  return (
    reply: FastifyReply,
    which: keyof typeof NOTICES,
    visitor: Visitor | null = null,
    otherStatus?: number,
  ): Promise<void> => {
    const texts = visitor?.texts ?? textsOf(reply.request);
    const { notices, pages: names, door } = texts.dashboard;
    const label = which === 'signedOut' ? door.open : names.cases;
    const link = WAY_ON.includes(which) ? { label, url: '/' } : null;
    return show(reply, otherStatus ?? NOTICES[which], 'notice', { texts, link, ...notices[which] }, visitor);
  };
}

/** Draws a view with what is around it; nobody's pages without a visitor. */
export function createShow(render: Render) {
  return async (
    reply: FastifyReply,
    status: number,
    view: string,
    data: Record<string, unknown>,
    visitor: Visitor | null,
  ): Promise<void> => {
    const texts = visitor?.texts ?? (data['texts'] as Texts | undefined) ?? textsOf(reply.request);
    const { pathname } = new URL(reply.request.url, 'http://page');
    const html = await render(view, {
      version: null,
      ...data,
      lang: texts.common.code,
      t: texts.dashboard,
      f: texts.figures,
      pages: visitor ? pagesFor(visitor, pathname) : [],
      // A request that was stopped before its cookies were read has none.
      csrf: reply.request.session?.formSecret ? reply.generateCsrf() : null,
      signedIn: visitor && {
        name: visitor.name,
        community: visitor.workspace.name,
        zone: texts.dashboard.frame.zone(visitor.timeZone),
      },
    });
    await reply.code(status).type('text/html; charset=utf-8').send(html);
  };
}

/** The pages somebody can go to, in their order. */
function pagesFor({ standing, texts }: Visitor, pathname: string) {
  const { pages: names } = texts.dashboard;
  return pages
    .filter((page) => page.name in names && page.allow !== 'link' && page.allow !== 'session')
    .filter(({ allow }) => mayOpen(allow === 'staff' ? 'staff' : 'departments', standing))
    .map(({ name, path }) => ({
      label: names[name as keyof typeof names],
      url: path,
      isCurrent: path === pathname,
    }));
}

/** For whoever is not known: in what their browser wants to read. */
function textsOf(request: FastifyRequest): Texts {
  return textsIn(...languagesOf(request));
}

async function hand(
  reply: FastifyReply,
  { name, contentType, body, isPicture }: DownloadedFile,
): Promise<void> {
  if (typeof body === 'object' && 'pipe' in body) endWhenStalled(reply.raw);
  const disposition = `${isPicture ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`;
  await reply.headers({ 'content-type': contentType, 'content-disposition': disposition }).send(body);
}

function noticeFor(error: unknown): keyof typeof NOTICES {
  if ((error as { code?: unknown }).code === QUERY_CANCELED) return 'tooLong';
  if (error instanceof AppError) return error.retry === 'never' ? 'broken' : 'notNow';
  const status = statusOf(error);
  if (status === 429) return 'tooMany';
  if (status === 403) return 'foreign';
  return status >= 400 && status < 500 ? 'unreadable' : 'broken';
}

function statusOf(error: unknown): number {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
