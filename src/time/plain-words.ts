/** Small letters without accents, single spaces: `Après-demain` and `apres-demain` are the same. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[’`´]/g, "'")
    .replaceAll(/[−‐–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
