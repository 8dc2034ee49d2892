import { Readable } from 'node:stream';
import type { Privacy } from '../store/privacy-port.ts';
import type { Downloads } from './page.ts';

/** What can be fetched with a one-time link, by the name the link was made with. */
export function createDownloads(privacy: Privacy): Downloads {
  return {
    /** All we have of what somebody said, for themselves. */
    'member-export': async (person) => ({
      name: 'my-feedback.jsonl',
      contentType: 'application/x-ndjson; charset=utf-8',
      body: Readable.from(inLines(privacy.export(person))),
    }),
  };
}

async function* inLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
