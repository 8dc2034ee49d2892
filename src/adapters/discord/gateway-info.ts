import type { APIGatewayBotInfo } from 'discord.js';
import { AppError } from '../../errors.ts';
import type { Api } from './api.ts';

/** How long it holds how many shards Discord recommends (ms): it changes as servers are won. */
const RECOMMENDED_FOR_MS = 3_600_000;

/** What Discord says of the gateway: where it is, how many shards it recommends, how many sessions may still be begun. */
export interface GatewayInfo {
  /** As it was said less than `maxAgeMs` ago; by default an hour. @throws {AppError} */
  ask: (maxAgeMs?: number) => Promise<APIGatewayBotInfo>;
  /** The next question is asked anew. */
  forget: () => void;
}

/** One question for all shards of a process. */
export function createGatewayInfo(api: Pick<Api, 'get'>): GatewayInfo {
  let known: { info: Promise<APIGatewayBotInfo>; askedAt: number } | null = null;
  return {
    ask: (maxAgeMs = RECOMMENDED_FOR_MS) => {
      if (known && performance.now() - known.askedAt < maxAgeMs) return known.info;
      const info = api.get<APIGatewayBotInfo>({ route: '/gateway/bot', where: 'the gateway' });
      const asked = { info, askedAt: performance.now() };
      known = asked;
      info.catch((error: unknown) => {
        if (known === asked) known = null;
        // Whoever asked is told; nobody else is to be.
        return error instanceof AppError;
      });
      return info;
    },
    forget: () => {
      known = null;
    },
  };
}
