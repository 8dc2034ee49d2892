const wrap =
  (type) =>
  ([, inner]) => ({ type, inner });

/** `<…>`: links, mentions and dates. */
function angle([, inside]) {
  const [target, label] = splitOnce(inside, '|');
  const labelled = label === null ? null : unescapeSlack(label);
  const kind = target[0];
  if (kind === '@') return { type: 'person', id: target.slice(1), name: labelled };
  if (kind === '#') return { type: 'channel', id: target.slice(1), name: labelled };
  if (kind === '!') return special(target.slice(1), labelled);
  if (/^(https?|mailto):/i.test(target)) {
    const url = unescapeSlack(target);
    return label === null
      ? { type: 'link', url, children: [{ type: 'text', text: url.replace(/^mailto:/i, '') }] }
      : { type: 'link', with: { url }, inner: label };
  }
  return null;
}

function special(command, label) {
  const [name, ...rest] = command.split('^');
  if (name === 'date') {
    const [seconds, format = ''] = rest;
    return { type: 'time', seconds: Number(seconds), format, dialect: 'slack', fallback: label ?? '' };
  }
  if (name === 'subteam') return { type: 'group', id: rest[0] ?? '', name: label };
  return { type: 'everyone', name: `@${name}` };
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** `starts` are the characters at which a rule can begin; others are passed over quickly. */
export const slackRules = {
  starts: '`*_~<:',
  list: [
    { pattern: /`([^`\n]+)`/y, make: ([, code]) => ({ type: 'code-span', text: unescapeSlack(code) }) },
    { pattern: /<([^<>\n]+)>/y, make: angle },
    {
      pattern: /:([a-z0-9_+'-]{1,80}(?:::skin-tone-[2-6])?):/y,
      make: ([raw, name]) => ({ type: 'emoji', name, raw }),
    },
    { pattern: /\*(?=\S)([^*\n]{0,2999}[^*\s])\*(?![\p{L}\p{N}])/uy, make: wrap('bold'), wordStart: true },
    { pattern: /_(?=\S)([^_\n]{0,2999}[^_\s])_(?![\p{L}\p{N}])/uy, make: wrap('italic'), wordStart: true },
    { pattern: /~(?=\S)([^~\n]{0,2999}[^~\s])~(?![\p{L}\p{N}])/uy, make: wrap('strike'), wordStart: true },
  ],
};

/** Slack's three entities as characters. */
export function unescapeSlack(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What a person would have typed to get this text: for editing a message. `names` tells people, channels and emoji. */
export function typedFromSlack(text, names) {
  return unescapeSlack(
    text
      .replaceAll(/<@([^|>]+)[^>]*>/g, (_, id) => `@${names.person(id)}`)
      .replaceAll(/<#([^|>]+)[^>]*>/g, (_, id) => `#${names.channel(id)}`)
      .replaceAll(/<!subteam\^([^|>]+)[^>]*>/g, (_, id) => `@${names.group(id)}`)
      .replaceAll(/<!(here|channel|everyone)[^>]*>/g, '@$1')
      .replaceAll(/<([^|>]+)(?:\|[^>]*)?>/g, '$1')
      .replaceAll(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g, (raw, name) => names.emoji(name) ?? raw),
  );
}
