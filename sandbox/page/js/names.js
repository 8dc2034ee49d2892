/** Who and what is called what in a community. `fallback` is the name the text itself carried, if any. */
export function createNames({ people, channels }, emoji) {
  const person = new Map(people.map(({ id, name }) => [id, name]));
  const channel = new Map(channels.map(({ id, name }) => [id, name]));
  return {
    person: (id, fallback = null) => person.get(id) ?? fallback ?? 'somebody',
    channel: (id, fallback = null) => channel.get(id) ?? fallback ?? 'a thread',
    hasChannel: (id) => channel.has(id),
    group: (id, fallback = null) => fallback ?? 'a group',
    /** The character for a name such as `eyes`; null for an unknown one. */
    emoji(name) {
      const [base, tone] = name.split('::skin-tone-');
      const found = emoji[base];
      if (!found) return null;
      return tone ? found.replace('\uFE0F', '') + String.fromCodePoint(0x1f3fb + Number(tone) - 2) : found;
    },
    /** For a choice of people: everybody but the bots. */
    people: () => people.filter(({ isBot }) => !isBot).map(({ id, name }) => ({ label: name, value: id })),
  };
}
