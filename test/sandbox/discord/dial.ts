import { GatewayOpcodes } from 'discord.js';
import { WebSocket } from 'ws';
import { DISCORD_TOKEN } from '../../../sandbox/seed.ts';
import { type Host, INTENTS } from './host.ts';

/** A bare socket on the gateway, past its first payload, which is HELLO. */
export async function dial(host: Host) {
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/discord/gateway?v=10&encoding=json`);
  const frames: unknown[] = [];
  const readers: ((frame: unknown) => void)[] = [];
  socket.on('message', (raw: Buffer) => {
    const frame = JSON.parse(raw.toString('utf8')) as unknown;
    const reader = readers.shift();
    if (reader) reader(frame);
    else frames.push(frame);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  const gateway = {
    closed,
    send: (payload: object) => socket.send(JSON.stringify(payload)),
    read: () =>
      new Promise<unknown>((resolve) => {
        if (frames.length > 0) resolve(frames.shift());
        else readers.push(resolve);
      }),
    cut: () => socket.terminate(),
    leave: () => socket.close(1000),
  };
  await gateway.read();
  return gateway;
}

/** Op 2, right unless changed. */
export function identify(changes: object = {}): object {
  const intents = INTENTS.reduce<number>((sum, intent) => sum | intent, 0);
  return { op: GatewayOpcodes.Identify, d: { token: DISCORD_TOKEN, intents, properties: {}, ...changes } };
}

/** Op 6. */
export function resume(sessionId: string, seq: number): object {
  return { op: GatewayOpcodes.Resume, d: { token: DISCORD_TOKEN, session_id: sessionId, seq } };
}
