const wrap =
  (type) =>
  ([, inner]) => ({ type, inner });
const bare = ([, url]) => ({ type: 'link', url, children: [{ type: 'text', text: url }] });

/** `starts` are the characters at which a rule can begin; others are passed over quickly. */
export const discordRules = {
  starts: '\\`*_~|[<h@:',
  list: [
    { pattern: /\\([!-/:-@[-`{-~])/y, make: ([, text]) => ({ type: 'text', text }) },
    {
      pattern: /(`{1,2})(?!`)([^`][\s\S]{0,2999}?)\1(?!`)/y,
      make: ([, , text]) => ({ type: 'code-span', text: text.trim() || text }),
    },
    { pattern: /\*\*((?:\\[\s\S]|[^\\]){1,3000}?)\*\*(?!\*)/y, make: wrap('bold') },
    { pattern: /__((?:\\[\s\S]|[^\\]){1,3000}?)__(?!_)/y, make: wrap('underline') },
    { pattern: /\*(?![\s*])((?:\\[\s\S]|[^\\*]|\*\*){1,3000}?)(?<!\s)\*(?!\*)/y, make: wrap('italic') },
    {
      pattern: /_(?![\s_])((?:\\[\s\S]|[^\\_]|__){1,3000}?)(?<!\s)_(?![\p{L}\p{N}_])/uy,
      make: wrap('italic'),
      wordStart: true,
    },
    { pattern: /~~((?:\\[\s\S]|[^\\]){1,3000}?)~~/y, make: wrap('strike') },
    { pattern: /\|\|((?:\\[\s\S]|[^\\]){1,3000}?)\|\|/y, make: wrap('spoiler') },
    {
      pattern:
        /\[((?:\\[\s\S]|[^\\[\]]){1,1000})\]\(<?((?:https?:\/\/|mailto:)[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)/y,
      make: ([, inner, url]) => ({ type: 'link', with: { url }, inner }),
    },
    { pattern: /<@!?(\d+)>/y, make: ([, id]) => ({ type: 'person', id, name: null }) },
    { pattern: /<@&(\d+)>/y, make: ([, id]) => ({ type: 'group', id, name: null }) },
    { pattern: /<#(\d+)>/y, make: ([, id]) => ({ type: 'channel', id, name: null }) },
    { pattern: /<\/([^:>]+):\d+>/y, make: ([, name]) => ({ type: 'everyone', name: `/${name}` }) },
    {
      pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
      make: ([raw, seconds, format = 'f']) => ({
        type: 'time',
        seconds: Number(seconds),
        format,
        dialect: 'discord',
        fallback: raw,
      }),
    },
    { pattern: /<a?:(\w+):\d+>/y, make: ([, name]) => ({ type: 'emoji', name, raw: `:${name}:` }) },
    { pattern: /<(https?:\/\/[^\s<>]+)>/y, make: bare },
    { pattern: /(https?:\/\/[^\s<>]*[^\s<>.,:;!?"')\]*_~|])/y, make: bare },
    { pattern: /@(everyone|here)\b/y, make: ([name]) => ({ type: 'everyone', name }) },
  ],
};
