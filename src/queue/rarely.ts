/** Lets the same thing be told only once in `everyMs`: a broken connection fails many times a second. */
export function rarely<T extends string, U extends string>(everyMs: number, tell: (about: T, what: U) => void): (about: T, what: U) => void {
  const told = new Map<string, number>();
  return (about, what) => {
    const key = `${about} ${what}`;
    const at = performance.now();
    if (at - (told.get(key) ?? -Infinity) < everyMs) return;
    told.set(key, at);
    tell(about, what);
  };
}
