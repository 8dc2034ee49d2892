import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Cookies } from './cookies.ts';
import type { DownloadedFile, PageAnswer, Visitor } from './page.ts';
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

interface Notice {
  status: number;
  title: string;
  text: string;
  /** A way on, inside the pages. */
  link?: { label: string; url: string };
}

const NOTICES = {
  spent: {
    status: 410,
    title: 'This link does not open anything (any more)',
    text: 'A link works once, and for ten minutes. Ask for a new one with /feedback dashboard, or the way you got this one.',
  },
  missing: {
    status: 404,
    title: 'There is nothing here',
    text: 'It does not exist, or it is not for you.',
    link: { label: 'Your cases', url: '/' },
  },
  signedOut: {
    status: 401,
    title: 'You are not signed in',
    text: 'Type /feedback dashboard in your community to get a link. If you are signed in already and came by a link from somewhere else, just go on:',
    link: { label: 'Open the dashboard', url: '/' },
  },
  foreign: {
    status: 403,
    title: 'That did not come from this page',
    text: 'Nothing was done. Go back, reload the page, and press the button there.',
  },
  tooMany: {
    status: 429,
    title: 'That was a lot at once',
    text: 'Please wait a few minutes and try again.',
  },
  unreadable: {
    status: 400,
    title: 'That could not be read',
    text: 'Go back, reload the page, and try again.',
  },
  notNow: {
    status: 503,
    title: 'Not right now',
    text: 'Who you are cannot be looked up at the moment. Nothing is lost; please try again in a minute.',
  },
  broken: {
    status: 500,
    title: 'Something went wrong on our side',
    text: 'Please try again. If it stays, tell whoever runs Hearback here.',
  },
} as const satisfies Record<string, Notice>;

export function createResponder(render: Render, cookies: Cookies, countWrong: Count, log: Log): Responder {
  const { session } = cookies;
  const show = createShow(render);
  const notice = (
    reply: FastifyReply,
    which: keyof typeof NOTICES,
    visitor: Visitor | null = null,
    otherStatus?: number,
  ) => {
    const { status, ...words }: Notice = NOTICES[which];
    return show(reply, otherStatus ?? status, 'notice', { link: null, ...words }, visitor);
  };
  return {
    answer: async (request, reply, given, visitor) => {
      switch (given.type) {
        case 'show':
          return show(reply, 200, given.view, given.data, visitor);
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

function createShow(render: Render) {
  return async (
    reply: FastifyReply,
    status: number,
    view: string,
    data: Record<string, unknown>,
    visitor: Visitor | null,
  ): Promise<void> => {
    const html = await render(view, {
      ...data,
      // A request that was stopped before its cookies were read has none.
      csrf: reply.request.session?.formSecret ? reply.generateCsrf() : null,
      signedIn: visitor && {
        name: visitor.name,
        community: visitor.workspace.name,
        timeZone: visitor.timeZone,
      },
    });
    await reply.code(status).type('text/html; charset=utf-8').send(html);
  };
}

async function hand(reply: FastifyReply, { name, contentType, body }: DownloadedFile): Promise<void> {
  const disposition = `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`;
  await reply.headers({ 'content-type': contentType, 'content-disposition': disposition }).send(body);
}

function noticeFor(error: unknown): keyof typeof NOTICES {
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
