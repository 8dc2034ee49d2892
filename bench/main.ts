/** What `npm run bench -- <name>` can be followed by; without a name it is `first-answer`. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  ack: () => import('./ack.ts'),
  burst: () => import('./burst.ts'),
  clocks: () => import('./clocks.ts'),
  'first-answer': () => import('./first-answer.ts'),
  growth: () => import('./growth.ts'),
  idle: () => import('./idle.ts'),
  pacing: () => import('./pacing.ts'),
  pipeline: () => import('./pipeline.ts'),
  queue: () => import('./queue.ts'),
  report: () => import('./publish.ts'),
  scale: () => import('./scale.ts'),
  search: () => import('./search.ts'),
  soak: () => import('./soak.ts'),
  start: () => import('./start.ts'),
  topics: () => import('./topics.ts'),
};

const [name = ''] = process.argv.slice(2);
const isNamed = Object.hasOwn(BENCHES, name);
if (!isNamed && /^[a-z]/.test(name)) {
  process.stderr.write(`There is no benchmark "${name}". There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(1);
}
// What follows the name is read by the benchmark.
if (isNamed) process.argv.splice(2, 1);
await BENCHES[isNamed ? name : 'first-answer']!();
