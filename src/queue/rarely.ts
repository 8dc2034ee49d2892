/** Lets the same thing be told only once in `everyMs`: a broken connection fails many times a second. */
export function rarely(
  everyMs: number,
  tell: (about: string, code: string) => void,
): (about: string, code: string) => void {
  const told = new Map<string, number>();
  return (about, code) => {
    const key = `${about} ${code}`;
    const at = performance.now();
    if (at - (told.get(key) ?? -Infinity) < everyMs) return;
    told.set(key, at);
    tell(about, code);
  };
}
