import { oneLine } from './one-line.ts';
import type { Texts } from '../texts/index.ts';
import { shown } from './as-html.ts';
import type { AttachedFile, Entry, Transcript } from './transcript.ts';

/** A transcript as Markdown. What people wrote stays as they wrote it: none of it forms, links or embeds anything. */
export function asMarkdown(transcript: Transcript, texts: Texts['record']): string {
  const { facts, entries } = transcript;
  return `${[
    `# ${line(`${transcript.case} · ${transcript.community}`)}`,
    ...(facts.length === 0
      ? []
      : [facts.map(({ label, value }) => `- **${line(label)}:** ${line(value)}`).join('\n')]),
    ...entries.map((entry) => section(entry, texts)),
  ].join('\n\n')}\n`;
}

function section({ type, at, who, what, texts: versions, files }: Entry, texts: Texts['record']): string {
  const head = `${line(who)} · ${line(what)}, ${shown(at)}`;
  if (type === 'step') return `*${head}*`;
  return [
    `## ${type === 'note' ? '🔒 ' : ''}${head}`,
    ...versions.flatMap(({ text, at: when }, index) => [
      ...(index === 0 ? [] : [`*${line(text === null ? texts.deleted : texts.edited)} ${shown(when)}*`]),
      ...(text === null ? [] : [quoted(text)]),
    ]),
    ...files.map((file) => attachment(file, texts)),
  ].join('\n\n');
}

function attachment({ name, base64 }: AttachedFile, texts: Texts['record']): string {
  return base64 === null
    ? `${line(name)} (${line(texts.notInside)})`
    : `[${line(name)}](data:application/octet-stream;base64,${base64})`;
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((each) => `> ${typed(each)}  `.trimEnd())
    .join('\n');
}

function line(text: string): string {
  return typed(oneLine(text));
}

/** Every sign that could mean something to Markdown means itself; so do spaces in front, which would make it code. */
function typed(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&:@"'=$^/]/g, '\\$&')
    .replace(/^[\t ]+/, (found) => '&nbsp;'.repeat(found.length));
}
