import { parseEnv } from 'node:util';

/** Letters that need no quotes in .env; secrets of both platforms are made of them. */
const PLAIN = /^[\w.:/@%+=,?&~!*()-]*$/;

/**
 * A .env with these settings put in: where their line is empty, else at the end. A line somebody has filled in stays as it is, and so
 * does everything else.
 */
export function envText(before: string, settings: Readonly<Record<string, string>>): string {
  const added: string[] = [];
  let text = before;
  for (const [name, value] of Object.entries(settings)) {
    const line = `${name}=${quoted(value)}`;
    const there = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=(.*)$`, 'm').exec(text);
    if (!there) added.push(line);
    else if (!parseEnv(there[0])[name]?.trim())
      text = `${text.slice(0, there.index)}${line}${text.slice(there.index + there[0].length)}`;
  }
  if (added.length === 0) return text;
  return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${added.join('\n')}\n`;
}

function quoted(value: string): string {
  if (PLAIN.test(value)) return value;
  return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}
