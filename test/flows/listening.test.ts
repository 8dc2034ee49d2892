import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startProgram, type Program } from '../support/program.ts';
import { openWorld, type World } from '../support/world.ts';

/** What /proc/net calls a TCP socket that listens: TCP_LISTEN of the kernel's include/net/tcp_states.h. */
const LISTENS = '0A';

interface Socket {
  protocol: string;
  address: string;
  port: number;
  inode: string;
}

/** Every process below `pid`, itself first. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name between the brackets may have spaces and brackets of its own.
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
        return [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
  const found = [pid];
  for (const each of found)
    found.push(...parents.filter(({ parent }) => parent === each).map((child) => child.pid));
  return found;
}

function inodesOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${descriptor}`)) ?? [];
      return inode ? [inode] : [];
    } catch {
      return [];
    }
  });
}

/** Sockets anybody outside could talk to: TCP that listens, and every UDP that is bound and not connected. */
function openDoors(pids: readonly number[]): Socket[] {
  const inodes = new Set(pids.flatMap(inodesOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    readFileSync(`/proc/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, , remote = '', state]) =>
          (protocol.startsWith('tcp') && state === LISTENS) ||
          (protocol.startsWith('udp') && /^0+:/.test(remote)),
      )
      .map(([, local = '', , , , , , , , inode = '']) => {
        const [address = '', port = ''] = local.split(':');
        return { protocol, address, port: Number.parseInt(port, 16), inode };
      })
      .filter(({ inode }) => inodes.has(inode)),
  );
}

/** 127.0.0.1 as /proc/net writes it on this machine. */
const LOOPBACK = new Uint8Array(new Uint32Array([0x0100007f]).buffer)[0] === 0x7f ? '0100007F' : '7F000001';

(process.platform === 'linux' ? describe : describe.skip)('the program, with its embedded database', () => {
  let world: World | undefined;
  let program: Program | undefined;

  afterEach(async () => {
    await program?.stop();
    await world?.close();
    program = undefined;
    world = undefined;
  });

  it('listens where it is told to, and nowhere else, its database and all other children included', async () => {
    world = await openWorld({ withoutBot: true });
    const { DATABASE_URL: _, QUEUE_URL: __, ...embedded } = world.env;
    program = startProgram({ ...embedded, LOG_LEVEL: 'info' });
    const url = new URL(await program.url());
    await world.until('it to be ready', async () => (await fetch(`${url.origin}/readyz`)).ok);
    const pids = family(program.process.pid!);
    const database = readFileSync(`${world.env['HEARBACK_DATA_DIR']}/cluster/postmaster.pid`, 'utf8');

    // The server belongs to no parent: it outlives a killed program, to be taken over.
    const all = [...new Set([...pids, ...family(Number(database.split('\n')[0]))])];
    expect(all.length).toBeGreaterThan(3);
    expect(openDoors(all)).toEqual([
      { protocol: 'tcp', address: LOOPBACK, port: Number(url.port), inode: expect.any(String) },
    ]);
  });

  it('would be seen to listen anywhere else', async () => {
    const before = openDoors([process.pid]).length;
    const tcp = createServer().listen(0, '127.0.0.1');
    const udp = createSocket('udp6').bind(0);
    try {
      await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
      const ports = openDoors([process.pid]).map(({ protocol, port }) => ({ protocol, port }));
      expect(ports).toHaveLength(before + 2);
      expect(ports).toEqual(
        expect.arrayContaining([
          { protocol: 'tcp', port: (tcp.address() as AddressInfo).port },
          { protocol: 'udp6', port: udp.address().port },
        ]),
      );
    } finally {
      tcp.close();
      udp.close();
    }
  });
});
