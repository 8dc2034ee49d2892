import { anyOf } from './any-of.ts';

/** What runs below has versions as well, and nobody asked for those. */
const BELOW = anyOf(
  String.raw`(?:ios|ipados|android|mac ?os(?: x)?|os ?x|windows|win|linux|ubuntu|debian|fedora|kernel|one ui|miui|chrome|chromium|firefox|safari|edge|opera|brave|node(?:\.?js)?|python|java|php)(?: (?:version|v))?[ :v]{0,2}\d+(?:\.\d+)*`,
);

/** "version 5", "v3", "build 1234", "updated to 2.4". */
const NAMED = anyOf(
  String.raw`version(?:en|s)?(?: (?:no|nr|number|nummer|numero|is|er|est|e))?[ :.=#-]{0,3}v?\d+(?:\.\d+)*`,
  String.raw`versao(?: (?:no|numero|e))?[ :.=#-]{0,3}v?\d+(?:\.\d+)*`,
  String.raw`(?:ver|vers)\. ?\d+(?:\.\d+)*`,
  String.raw`v\d{1,4}(?:\.\d+)*(?:[-.]?(?:alpha|beta|rc)[.-]?\d*)?`,
  String.raw`build(?: (?:no|nr|number|nummer|numero))?[ :.=#-]{0,3}\d{3,}`,
  String.raw`(?:updat(?:e|ed|ing)|upgrad(?:e|ed|ing)|patch|release|opdater(?:e|et|ede|ing|ingen)|mise? a jour|maj|atuali[sz](?:ei|ar|ado|ada|acao)|app(?:en)?)(?: (?:to|til|vers|en|para|on|pa|the|la|den|a)){0,2} v?\d+(?:\.\d+)+`,
);

/** 2.4.1 and 10.0.19045.3, standing by themselves. */
const NUMBERS =
  /(?<![\d.,:/\p{L}])(\d{1,4}(?:\.\d{1,6}){2,3})(?:[-+]?(?:alpha|beta|rc|a|b)[.-]?\d*)?(?![\d\p{L}]|[.,:]\d)/gu;

/** Whether a version of the product is named. @param words see `plainWords`; without dates */
export function saysVersion(words: string): boolean {
  const own = words.replace(new RegExp(BELOW.source, 'giu'), ' ');
  return NAMED.test(own) || [...own.matchAll(NUMBERS)].some(([, number = '']) => !isSomethingElse(number));
}

/** 1.234.567 is an amount, 192.168.0.1 an address in a network. */
function isSomethingElse(number: string): boolean {
  const parts = number.split('.');
  const isAmount = parts.slice(1).every((part) => part.length === 3);
  const isAddress = parts.length === 4 && parts.every((part) => Number(part) <= 255);
  return isAmount || isAddress;
}
