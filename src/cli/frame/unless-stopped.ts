/**
 * What the work comes to, or the end at once when somebody presses Ctrl-C: for work that only asks, and can be left where it is.
 * @throws `AbortError`
 */
export async function unlessStopped<T>(stopped: AbortSignal, work: () => T | Promise<T>): Promise<T> {
  stopped.throwIfAborted();
  const ending = new AbortController();
  const end = new Promise<never>((_, reject) => {
    stopped.addEventListener('abort', () => reject(stopped.reason as Error), { signal: ending.signal });
  });
  try {
    return await Promise.race([work(), end]);
  } finally {
    ending.abort();
  }
}
