/** Longest text that is looked through (characters): Slack's longest message is 40,000, and what matters comes early. */
const LOOKED_THROUGH = 20_000;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/g;
/** `shop.example.com/orders/12` as people type it; what stands behind an @ is a mail address. */
const BARE_ADDRESS =
  /(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|gg|tv|eu|dk|fr|be|ch|ca|pt|br|uk)(?:\/[^\s<>"]*)?(?![\p{L}\p{N}@.])/gu;
/** Moving pictures people answer with: they are no evidence of anything. */
const JOKE = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:tenor|giphy|gfycat)\.com\b/;

/** A text as recognisers compare it: small letters without accents, its addresses taken out and listed. */
export function plainWords(text: string): { words: string; links: string[] } {
  const folded = text
    .slice(0, LOOKED_THROUGH)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase();
  const links: string[] = [];
  const take = (link: string) => {
    if (!JOKE.test(link)) links.push(link);
    return ' ';
  };
  const words = folded.replace(ADDRESS, take).replace(BARE_ADDRESS, take);
  return { words: words.replace(/\s+/g, ' '), links };
}

/** Dates such as 22.11.2026 look like versions; `22.11.26` could be either, and is taken for neither. */
export function withoutDates(words: string): string {
  return words
    .replace(/(?<![\d.])\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?![\d.]*\d)/g, ' ')
    .replace(/(?<![\d.])(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}(?![\d.]*\d)/g, ' ')
    .replace(/(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.[234]\d(?![\d.]*\d)/g, ' ');
}
