import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayOpcodes } from 'discord.js';
import { dial, identify, resume } from './dial.ts';
import { type Host, openHost } from './host.ts';

interface Ready {
  s: number;
  d: { session_id: string };
}

describe('Discord takes leave of connections', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  const session = async () => {
    const gateway = await dial(host);
    gateway.send(identify());
    const ready = (await gateway.read()) as Ready;
    const created = (await gateway.read()) as { s: number };
    return { gateway, id: ready.d.session_id, seq: created.s };
  };

  it('with opcode 7, after which the session can be resumed', async () => {
    const { gateway, id, seq } = await session();
    host.sandbox.fault({ kind: 'disconnect', reason: 'reconnect' });
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.Reconnect });
    gateway.cut();
    const next = await dial(host);
    next.send(resume(id, seq));
    expect(await next.read()).toMatchObject({ t: 'RESUMED' });
  });

  it('with opcode 9, after which it cannot', async () => {
    const { gateway, id, seq } = await session();
    host.sandbox.fault({ kind: 'disconnect', reason: 'invalid_session' });
    expect(await gateway.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
    const next = await dial(host);
    next.send(resume(id, seq));
    expect(await next.read()).toMatchObject({ op: GatewayOpcodes.InvalidSession, d: false });
  });

  it.each([
    ['token_refused', 4004],
    ['intents_off', 4014],
  ] as const)('with %s, until it is put right', async (reason, code) => {
    const { gateway, id, seq } = await session();
    host.sandbox.fault({ kind: 'disconnect', reason });
    expect(await gateway.closed).toBe(code);
    const [fresh, old] = [await dial(host), await dial(host)];
    fresh.send(identify());
    old.send(resume(id, seq));
    expect([await fresh.closed, await old.closed]).toEqual([code, code]);
    expect(host.sandbox.faults()).toEqual([{ kind: 'disconnect', reason }]);
    host.sandbox.clearFaults();
    const again = await session();
    expect(again.id).not.toBe(id);
    host.sandbox.fault({ kind: 'raw_event', payload: { t: 'BRAND_NEW', d: {} } });
    expect(await again.gateway.read()).toMatchObject({ op: 0, t: 'BRAND_NEW' });
  });

  it('not when the reason is one of Slack’s', async () => {
    const { gateway } = await session();
    for (const reason of ['warning', 'link_disabled'] as const)
      host.sandbox.fault({ kind: 'disconnect', reason });
    host.sandbox.fault({ kind: 'events_limited', times: 3 });
    host.sandbox.fault({ kind: 'raw_event', payload: { t: 'BRAND_NEW', d: { a: 1 } } });
    expect(await gateway.read()).toMatchObject({ op: 0, t: 'BRAND_NEW', d: { a: 1 } });
    expect(host.sandbox.faults()).toEqual([]);
  });
});
