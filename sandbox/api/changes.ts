import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxPlatform } from '../platform.ts';

/** Changes this close together are told once (ms): short enough to look instant. */
const TOGETHER_MS = 50;
/** A line now and then keeps proxies from closing a quiet stream (ms). */
const KEEP_ALIVE_MS = 20_000;

/** Tells the caller by server-sent events, `event: changed` with the platform's name, until it goes away. */
export function streamChanges(
  request: IncomingMessage,
  response: ServerResponse,
  platforms: readonly SandboxPlatform[],
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write('retry: 1000\n\n');
  const waiting = new Map<string, NodeJS.Timeout>();
  const tell = (name: string) => {
    waiting.delete(name);
    response.write(`event: changed\ndata: ${name}\n\n`);
  };
  const unsubscribe = platforms.map((one) =>
    one.onChange(() => {
      const name = one.platform;
      if (!waiting.has(name)) waiting.set(name, setTimeout(tell, TOGETHER_MS, name));
    }),
  );
  const keepAlive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  request.on('error', () => response.destroy());
  response.on('close', () => {
    clearInterval(keepAlive);
    for (const timer of waiting.values()) clearTimeout(timer);
    for (const stop of unsubscribe) stop();
  });
}
