import { play, type Cast } from './story.ts';

/** `npm run demo`: plays the story of the README on both platforms against the running program, and fails if a step does. */

const BASE = process.env['HEARBACK_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

const CASTS: Cast[] = [
  {
    platform: 'slack',
    member: 'Alma Berg',
    moderator: 'Mia Holm',
    qa: 'Quinn Patel',
    channel: 'product-talk',
  },
  {
    platform: 'discord',
    member: 'Kasper Lind',
    moderator: 'Nora Finch',
    qa: 'Yuki Tan',
    channel: 'game-feedback',
  },
];

await main().catch((error: unknown) => {
  say(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const ready = await fetch(`${BASE}/readyz`).catch(() => null);
  if (ready?.status !== 200) {
    throw new Error(
      `Hearback is not ready at ${BASE}. Start it with npm start, or name its address in HEARBACK_URL.`,
    );
  }
  const stories = await Promise.all(CASTS.map((cast) => play(cast, BASE, say)));
  for (const lines of stories) say(lines.join('\n'));
  say('\nEvery step went well on both platforms.');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
