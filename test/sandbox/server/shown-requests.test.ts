import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { blocks } from '../../support/documents.ts';

// Every line of curl in docs/sandbox.md is sent as it is shown, with ids of messages that are there.

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
});
afterAll(() => sandbox.close());

const LINES = blocks('docs/sandbox.md', 'sh')
  .flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'))
  .filter((line) => line.startsWith('curl '));

/** As the shell would take the line apart, with the two names the page gives to what it repeats. */
function wordsOf(line: string): string[] {
  const json = 'content-type: application/json';
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, raw, ...rest]) =>
    raw === undefined
      ? (rest.find((each) => each !== undefined) ?? '')
          .replace('$api', `${sandbox.url}/sandbox/api`)
          .replace('$json', json)
      : raw,
  );
  return words.slice(1);
}

function requestOf(line: string): Request {
  const words = wordsOf(line);
  const after = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
  const [name, value] = after('-H')?.split(': ') ?? [];
  const body = after('-d');
  return new Request(words.find((word) => word.startsWith(sandbox.url)) ?? '', {
    method: after('-X') ?? 'GET',
    ...(name && { headers: { [name]: value ?? '' } }),
    ...(body && { body }),
  });
}

/** The page's ids are of nobody's messages: each line gets one that was just written. */
function withMessages(line: string): string {
  const written = (platform: 'slack' | 'discord', as: string, channel: string): string =>
    sandbox[platform].createMessage({ as, channel, text: 'The export has been broken since Tuesday' })
      .message;
  return line
    .replace('1795319414.569000', () =>
      written('slack', idOf('slack', 'Alma Berg'), channelOf('slack', 'product-talk')),
    )
    .replace('1541234567890123456', () =>
      written('discord', idOf('discord', 'Kasper Lind'), channelOf('discord', 'game-feedback')),
    );
}

function idOf(platform: 'slack' | 'discord', name: string): string {
  return sandbox[platform].community().people.find((each) => each.name === name)?.id ?? '';
}

function channelOf(platform: 'slack' | 'discord', name: string): string {
  return sandbox[platform].community().channels.find((each) => each.name === name)?.id ?? '';
}

/** What only a bot brings about: its messages, forms and menus. They are asked for well, and are not there. */
const NEEDS_A_BOT = /\/(?:press|submit|menu)\b/;

it('there are lines to send', () => {
  expect(LINES.length).toBeGreaterThan(20);
});

it.each(LINES)('%s', async (line) => {
  const response = await fetch(requestOf(withMessages(line)));
  const answer = response.headers.get('content-type')?.includes('event-stream')
    ? await response.body?.cancel()
    : await response.text();
  const statuses = NEEDS_A_BOT.test(line) ? [409] : [200, 201];
  expect([line, answer, statuses]).toEqual([line, answer, expect.arrayContaining([response.status])]);
});
