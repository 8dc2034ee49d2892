import { SPOKEN_LANGUAGES, textsIn } from '../../texts/index.ts';

/** On top of what we write, in whichever language. */
const ON_TOP = SPOKEN_LANGUAGES.map((language) => textsIn(language).says.mail.answerAbove);

/** How mail programs begin what they quote, in the four languages and in German. */
const ATTRIBUTIONS = [
  /^(?:On|Am|Le|Den|El|Em|D\.|Il|På)\b.{0,300}\b(?:wrote|schrieb|a écrit|skrev|escreveu|escribió|ha scritto)\b.{0,200}:$/iu,
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Oprindelig meddelelse|Mensagem original)\s*-{2,}$/iu,
  /^_{10,200}$/u,
];
/** What comes below is another mail, where its header stands there too. */
const RULE = /^(?:-{2,20}[^-]{1,100}-{2,20}|_{10,200})$/u;
/** Lines of the header that some programs put in front. */
const HEADER =
  /^(?:From|Sent|To|Cc|Date|Subject|Fra|Sendt|Til|Dato|Emne|De|Envoyé|À|Objet|Enviado|Para|Assunto|Von|Gesendet|An|Betreff)\s?:\s/iu;
/** No heading is longer (characters), and of a line no more is looked at. */
const LOOKED_AT = 600;
/** An attribution that was broken into lines has at most so many. */
const ATTRIBUTION_LINES = 3;
/** What is quoted begins so soon after its heading (lines). */
const QUOTED_WITHIN = 3;

/**
 * What somebody wrote, without what their program quotes of ours, and without their signature. Who answers between the quoted lines, or
 * below them, is kept whole: nothing somebody wrote is left out.
 */
export function withoutQuoted(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const begin = beginOfQuoted(lines);
  if (begin === -1) return signatureOff(lines).join('\n').trim();
  const head = signatureOff(withoutAttribution(lines.slice(0, begin)));
  const own = lines.slice(begin).filter((line) => !isQuoted(line) && line.trim());
  const isQuotedByMarks = lines.slice(begin, begin + QUOTED_WITHIN).some(isQuoted);
  if (isQuotedByMarks && signatureOff(own).some((line) => !isAttribution(line))) return text.trim();
  // Whoever writes below what is quoted without marks cannot be told from it: all of it stays.
  const words = head.join('\n').trim();
  return words || isQuotedByMarks ? words : text.trim();
}

function beginOfQuoted(lines: readonly string[]): number {
  const marked = lines.findIndex((line) => ON_TOP.some((each) => bare(line).includes(each)));
  if (marked !== -1) return marked;
  for (const [index] of lines.entries()) {
    if (isHeaderBlock(lines, index) || isRule(lines, index)) return index;
    const long = lengthOfAttribution(lines, index);
    if (long > 0 && lines.slice(index + long, index + long + QUOTED_WITHIN).some(isQuoted))
      return index + long;
  }
  const last = lines.findLastIndex((line) => line.trim() && !isQuoted(line));
  return lines.slice(last + 1).some(isQuoted) ? last + 1 : -1;
}

/** What stands right in front of the quoted part and belongs to it. */
function withoutAttribution(head: readonly string[]): string[] {
  const left = [...head];
  const drop = () => {
    while (left.length > 0 && !bare(left.at(-1) ?? '')) left.pop();
  };
  drop();
  while (
    left.length > 0 &&
    (HEADER.test(bare(left.at(-1) ?? '')) || isAttribution(bare(left.at(-1) ?? '')))
  ) {
    left.pop();
    drop();
  }
  for (let count = 2; count <= ATTRIBUTION_LINES; count += 1)
    if (isAttribution(left.slice(-count).map(bare).join(' '))) return left.slice(0, -count);
  return left;
}

/** How many lines the heading has that begins here; 0: none does. */
function lengthOfAttribution(lines: readonly string[], index: number): number {
  const counts = Array.from({ length: ATTRIBUTION_LINES }, (_, count) => count + 1);
  const found = counts.find((count) =>
    isAttribution(
      lines
        .slice(index, index + count)
        .map(bare)
        .join(' '),
    ),
  );
  return found ?? 0;
}

/** A line somebody drew between their own words is none: below a mail's stands its header. */
function isRule(lines: readonly string[], index: number): boolean {
  const line = bare(lines[index] ?? '');
  const isNamed = line.startsWith('-') && isAttribution(line);
  const below = lines.slice(index + 1, index + 1 + QUOTED_WITHIN);
  return RULE.test(line) && (isNamed || below.some((each) => HEADER.test(bare(each))));
}

function isHeaderBlock(lines: readonly string[], index: number): boolean {
  return [0, 1, 2].every((step) => HEADER.test(bare(lines[index + step] ?? '')));
}

function isAttribution(line: string): boolean {
  return ATTRIBUTIONS.some((pattern) => pattern.test(line.slice(0, ATTRIBUTION_LINES * LOOKED_AT).trim()));
}

function isQuoted(line: string): boolean {
  return /^\s*>/u.test(line);
}

/** Without the marks of quoting. */
function bare(line: string): string {
  return line
    .slice(0, LOOKED_AT)
    .replace(/^[\s>]+/u, '')
    .trim();
}

/** https://www.rfc-editor.org/rfc/rfc3676#section-4.3 */
function signatureOff(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => /^-- ?$/u.test(line));
  return at > 0 ? lines.slice(0, at) : [...lines];
}
