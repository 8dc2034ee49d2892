/** A message as people read it, found by reading the dialect's rules again, independently of what wrote it. */
export interface Reading {
  /** What is seen, without markup. */
  visible: string;
  /** What would notify somebody, or stand for somebody or something of the platform. */
  active: string[];
  /** Characters of markup that belong to nothing: something was left open, or was not meant as markup. */
  leftOver: string[];
}

export function merged(readings: readonly Reading[]): Reading {
  return {
    visible: readings.map(({ visible }) => visible).join(''),
    active: readings.flatMap(({ active }) => active),
    leftOver: readings.flatMap(({ leftOver }) => leftOver),
  };
}

export const seen = (visible: string): Reading => ({ visible, active: [], leftOver: [] });

const LIKENESSES: Readonly<Record<string, string>> = {
  '∗': '*',
  ˍ: '_',
  '∼': '~',
  ˋ: '`',
  '›': '>',
  '∣': '|',
};

/**
 * The same for texts that people would call the same: space and what nobody sees do not count, nor does which of two alike
 * characters it is, nor how an address writes its signs.
 */
export function comparable(visible: string): string {
  return visible
    .replaceAll(/[\s\u200B\u0085]/gu, '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/%[2-7][0-9A-F]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replaceAll(/[∗ˍ∼ˋ›∣]/g, (likeness) => LIKENESSES[likeness] ?? likeness)
    .replaceAll(/[\s\u200B]/gu, '');
}
