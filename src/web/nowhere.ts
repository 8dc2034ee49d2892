import type { FastifyReply } from 'fastify';
import { textsIn } from '../texts/index.ts';
import { languagesOf } from './languages.ts';
import type { Render } from './render.ts';
import { createShow } from './respond.ts';
import { say } from './say.ts';

/** Says that there is nothing at an address (404), or that it is not used like this (405). */
export type Nowhere = (reply: FastifyReply, status: 404 | 405) => Promise<void>;

/** Somebody with a browser gets a page, whoever else a line of text. The address is in neither: it may hold a token. */
export function createNowhere(render: Render): Nowhere {
  const show = createShow(render);
  return async (reply, status) => {
    const { dashboard: words, says } = textsIn(...languagesOf(reply.request));
    const text = status === 404 ? says.web.nothing : says.web.otherwise;
    if (!reply.request.headers.accept?.includes('text/html')) {
      await say(reply, status, () => text);
      return;
    }
    const { title } = status === 404 ? words.notices.missing : words.notices.unreadable;
    const link = { label: words.door.open, url: '/' };
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    await show(reply, status, 'notice', { title, text, link }, null);
  };
}
