import DataLoader from 'dataloader';

/** So many at most go into one question. */
const LARGEST = 200;

/**
 * Calls that come while one is under way wait for it and go together as the next one: under load a commit serves many, and without it
 * nobody waits for anybody. One that fails fails for all it was for.
 */
export function gathered<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  let underWay: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Key, Value>(
    (keys) => {
      const asked = ask(keys);
      underWay = asked.catch(() => {});
      return asked;
    },
    {
      cache: false,
      maxBatchSize: LARGEST,
      // What is called within the same turn of the event loop belongs together too.
      batchScheduleFn: (go) => void underWay.then(() => setImmediate(go)),
    },
  );
  return (key) => loader.load(key);
}
