import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { countedIn, type ErasureReceipt } from '../../store/privacy-port.ts';
import type { Texts } from '../../texts/index.ts';

/** What an erasure did, one line a kind; kinds of which there was nothing are left out. */
export function receiptLines({ counts }: ErasureReceipt, texts: Texts): Block[] {
  const items = countedIn(counts, texts).map(({ count, words }): Inline[] => [
    bold(String(count)),
    text(` ${words}`),
  ]);
  return items.length > 0
    ? [{ type: 'list', ordered: false, items }]
    : [paragraph(texts.commands.kept.nothingThere)];
}
