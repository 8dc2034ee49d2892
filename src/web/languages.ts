import type { FastifyRequest } from 'fastify';

/** More than anybody reads; the rest is not looked at. */
const READ = 20;

/** The languages a browser asks for, the best first. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Accept-Language */
export function languagesOf({ headers }: Pick<FastifyRequest, 'headers'>): string[] {
  return (headers['accept-language'] ?? '')
    .split(',', READ)
    .map((each) => {
      const [tag = '', weight] = each.trim().split(/\s*;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
