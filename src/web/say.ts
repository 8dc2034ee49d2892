import type { FastifyReply } from 'fastify';
import { textsIn, type Texts } from '../texts/index.ts';
import { languagesOf } from './languages.ts';

/** One line of text where no page can be drawn, in what the browser wants to read. */
export function say(
  reply: FastifyReply,
  status: number,
  what: (words: Texts['says']['web']) => string,
): FastifyReply {
  const { web } = textsIn(...languagesOf(reply.request)).says;
  return reply
    .code(status)
    .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .send(`${what(web)}\n`);
}
