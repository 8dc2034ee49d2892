import type { Fault } from './fault.ts';

const UNUSABLE: Record<string, string>[] = [
  {},
  { 'retry-after': 'soon' },
  { 'retry-after': '' },
  { 'retry-after': '-1' },
];

/** The next calls are told to wait without a word of how long that anybody could use. */
export const rateLimitsUnsaid: Fault = {
  name: 'rate-limits-unsaid',
  async strike({ arena, platform, chance, count }) {
    count('faults');
    const headers = chance.pick(UNUSABLE);
    const body = platform === 'slack' ? '{"ok":false,"error":"ratelimited"}' : '<html>error 1015</html>';
    arena.doors[platform].instead('any', 1 + chance.below(2), (_request, response) => {
      response.writeHead(429, {
        ...headers,
        'content-type': platform === 'slack' ? 'application/json' : 'text/html',
      });
      response.end(body);
    });
    return false;
  },
};
