import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';

/**
 * What PgBouncer does with pool_mode=transaction, with one connection to the server: whoever asks gets it for as long as a question
 * takes. Knows simple questions alone. @returns how to reach it
 */
export async function openPooler(
  server: pg.PoolConfig,
): Promise<{ url: string; close: () => Promise<void> }> {
  const upstream = await signedIn(server);
  const sockets = new Set<Socket>();
  let last = Promise.resolve();
  const listener = createServer((client) => {
    sockets.add(client.on('error', () => undefined));
    client.once('data', () => {
      // Welcome, and ready for a question.
      client.write(Buffer.from([...letter('R', [0, 0, 0, 0]), ...letter('Z', [0x49])]));
      client.on('data', (asked: Buffer) => {
        if (asked[0] === TERMINATE) return;
        last = last.then(async () => void client.write(await upstream.ask(asked)));
      });
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    url: `postgres://nobody@127.0.0.1:${(listener.address() as AddressInfo).port}/${server.database}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      upstream.end();
      listener.close();
      await once(listener, 'close');
    },
  };
}

const TERMINATE = 'X'.codePointAt(0);
const READY = 'Z'.codePointAt(0);

/** https://www.postgresql.org/docs/current/protocol-message-formats.html */
function letter(type: string, body: number[]): number[] {
  return [type.codePointAt(0) ?? 0, 0, 0, 0, body.length + 4, ...body];
}

async function signedIn(server: pg.PoolConfig) {
  const client = new pg.Client(server);
  // Its end comes without a farewell.
  client.on('error', () => undefined);
  await client.connect();
  // The client has said who it is; from here on its socket is ours.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.removeAllListeners('data');
  return {
    end: () => stream.destroy(),
    ask: async (question: Buffer): Promise<Buffer> => {
      stream.write(question);
      let answer = Buffer.alloc(0);
      while (!endsReady(answer)) {
        const [part] = (await once(stream, 'data')) as [Buffer];
        answer = Buffer.concat([answer, part]);
      }
      return answer;
    },
  };
}

/** Each answer ends with "ready for a question", which is six bytes long. */
function endsReady(answer: Buffer): boolean {
  return answer.length >= 6 && answer[answer.length - 6] === READY && answer[answer.length - 2] === 5;
}
