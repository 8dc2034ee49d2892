/** What this browser remembers of one community: who one plays, where one is, and until when each person has read. */
export function createMemory(platform) {
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`hearback-sandbox:${platform}:${key}`));
    } catch {
      return null;
    }
  };
  const write = (key, value) => {
    try {
      localStorage.setItem(`hearback-sandbox:${platform}:${key}`, JSON.stringify(value));
    } catch {
      // Storage is full or switched off: dots and the last place are forgotten, nothing else.
    }
  };
  if (read('since') === null) write('since', Date.now());

  return {
    get: read,
    set: write,
    /** Whether `last`, the newest message there, came after `as` looked there, or after the first visit of this browser. */
    isUnread(as, channel, last) {
      if (!last || last.author.id === as) return false;
      return Date.parse(last.at) > (read(`read:${as}`)?.[channel] ?? read('since') ?? 0);
    },
    markRead(as, channel, last) {
      const until = last ? Date.parse(last.at) : 0;
      const all = read(`read:${as}`) ?? {};
      if (until > (all[channel] ?? 0)) write(`read:${as}`, { ...all, [channel]: until });
    },
  };
}
