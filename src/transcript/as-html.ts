import { oneLine } from './one-line.ts';
import type { Texts } from '../texts/index.ts';
import type { AttachedFile, Entry, Transcript } from './transcript.ts';

/** Pictures that hold nothing but a picture; everything else is handed over as bytes, whatever it says it is. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Nothing is fetched, nothing runs, nothing is sent: what people wrote is text, whatever it looks like. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0}
article{border-left:.25rem solid #8886;padding:.1rem 0 .1rem .8rem;margin:1rem 0}article.note{border-style:dashed;background:#f6c9}article.reply{border-color:#27a}
article.step{border-color:transparent;margin:.3rem 0}h2{font-size:1rem;margin:0}p{white-space:pre-wrap;margin:.3rem 0}time{opacity:.75;font-weight:400}img{max-width:100%;height:auto}
@media print{body{margin:0}article{break-inside:avoid}}`;

/** A transcript as one page that needs nothing else: attachments are inside. */
export function asHtml(transcript: Transcript, texts: Texts['record']): string {
  const { facts, entries, language } = transcript;
  const title = `${transcript.case} · ${transcript.community}`;
  return `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escape(POLICY)}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>
${facts.length === 0 ? '' : `<dl>${facts.map(({ label, value }) => `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`}
${entries.map((entry) => article(entry, texts)).join('\n')}
</main></body></html>
`;
}

function article(entry: Entry, texts: Texts['record']): string {
  const { type, at, who, what, files } = entry;
  return `<article class="${type}"><h2><bdi>${escape(who)}</bdi> · ${escape(what)} <time datetime="${escape(at)}">${escape(shown(at))}</time></h2>${entry.texts
    .map(
      ({ text, at: when }, index) =>
        `${index === 0 ? '' : `<div><time datetime="${escape(when)}">${escape(`${text === null ? texts.deleted : texts.edited} ${shown(when)}`)}</time></div>`}${text === null ? '' : `<p>${escape(text)}</p>`}`,
    )
    .join('')}${files.map((file) => attachment(file, texts)).join('')}</article>`;
}

function attachment({ name: called, mime, base64 }: AttachedFile, texts: Texts['record']): string {
  // Turned around, gpj.exe would look like exe.jpg.
  const name = oneLine(called);
  if (base64 === null) return `<p>${escape(`${name} (${texts.notInside})`)}</p>`;
  if (PICTURES.has(mime))
    return `<p>${escape(name)}<br><img alt="${escape(name)}" src="data:${mime};base64,${escape(base64)}"></p>`;
  return `<p><a download="${escape(name)}" href="data:application/octet-stream;base64,${escape(base64)}">${escape(name)}</a></p>`;
}

/** `2026-11-22 09:00 UTC`: one clock for everybody who reads it. */
export function shown(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A browser would read it as a line end, and show another text.
  '\r': '&#13;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"'\r]/g, (found) => ENTITIES[found] ?? found);
}
