import type { Span } from './spared.ts';
import type { Word } from './words.ts';

/** So many words in capitals are several: fewer stress something. */
const SEVERAL = 3;
/** Shorter words in capitals are taken for acronyms unless the language knows them (letters). */
const LONG = 4;
/** `!!!`, `?!?!`, also with the space French puts in front. Two are common in friendly texts. */
const MARKS = /[!?‼⁉❗❓！？]\uFE0F?(?:\s?[!?‼⁉❗❓！？]\uFE0F?){2,}/g;
/** Acronyms, and words that are written in capitals, of four letters and more. */
const ACRONYMS = new Set(
  `HTML HTTP HTTPS JSON YAML TOML CORS REST SOAP CRUD SMTP IMAP DKIM DMARC OAUTH OIDC SAML GDPR RGPD LGPD JPEG WEBP HEIC
  HEVC MPEG FLAC MIDI ASCII UTF UNICODE NASA UNESCO UNICEF IBAN SWIFT VISA MIFARE WIFI VOIP VLAN DHCP NTFS EXFAT NVME SATA
  DDOS CAPTCHA HDMI USBC RAID BIOS UEFI NVIDIA GEFORCE INTEL SLACK README TODO FIXME CHANGELOG LICENSE NULL TRUE FALSE GET
  POST HEAD PATCH DELETE SELECT INSERT UPDATE CREATE ROFL LMAO AFAIK FYIW OFFLINE ONLINE ISO ANSI
  SEPA PSD2 EULA SAAS PAAS KUBE AJAX IKEA LEGO MOBA MMORPG RTFM NSFW SFTP HTTPD SQLITE MYSQL MONGODB`.split(
    /\s+/,
  ),
);

/** What reads as shouting: several words in capitals, and runs of exclamation and question marks. */
export function shoutingIn(
  text: string,
  words: readonly Word[],
  loud: ReadonlySet<string>,
  friendly: ReadonlySet<string>,
  spared: readonly Span[],
): Span[] {
  const marks = [...text.matchAll(MARKS)]
    .map(({ 0: run, index }) => ({ start: index, end: index + run.length }))
    .filter((mark) => !isSpared(mark, spared));
  return [...capitals(text, words, loud, friendly), ...marks].toSorted((a, b) => a.start - b.start);
}

function capitals(
  text: string,
  words: readonly Word[],
  loud: ReadonlySet<string>,
  friendly: ReadonlySet<string>,
): Span[] {
  const found: Span[] = [];
  let run: Word[] = [];
  const finish = () => {
    const counted = run.filter((word) => isLoud(text, word, loud));
    const [first, last] = [counted[0], counted.at(-1)];
    if (first && last && counted.length >= SEVERAL && !counted.some(({ folded }) => friendly.has(folded)))
      found.push({ start: first.start, end: last.end });
    run = [];
  };
  for (const word of words) {
    if (word.before !== 'space') finish();
    if (isCapital(text.slice(word.start, word.end))) run.push(word);
    else finish();
  }
  finish();
  return found;
}

/** A single letter neither counts nor ends a run: `I AM NOT A ROBOT`. */
function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{M}'’‘ʼ´`]+$/u.test(word);
}

function isLoud(text: string, { start, end, folded }: Word, loud: ReadonlySet<string>): boolean {
  if (loud.has(folded)) return true;
  const word = text.slice(start, end);
  return folded.length >= LONG && /[aeiouy]/.test(folded) && !ACRONYMS.has(word);
}

function isSpared(mark: Span, spared: readonly Span[]): boolean {
  return spared.some(({ start, end }) => mark.start < end && start < mark.end);
}
