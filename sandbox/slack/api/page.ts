import { ApiRefusal, type Json } from '../types.ts';
import type { Args } from './args.ts';

/** One page of a list, with the cursor of the next in Slack's place for it. https://docs.slack.dev/apis/web-api/pagination */
export function pageOf<T>(all: T[], args: Args, usual: number): { items: T[]; rest: Json; hasMore: boolean } {
  const limit = Math.min(Math.max(Math.trunc(args.number('limit') ?? usual), 1), 999);
  const start = startOf(args.text('cursor') ?? '');
  const end = start + limit;
  const hasMore = end < all.length;
  const next = hasMore ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), hasMore, rest: { response_metadata: { next_cursor: next } } };
}

function startOf(cursor: string): number {
  if (cursor === '') return 0;
  const [, start] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (start === undefined) throw new ApiRefusal('invalid_cursor');
  return Number(start);
}
