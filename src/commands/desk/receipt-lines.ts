import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { countedIn, type ErasureReceipt } from '../../store/privacy-port.ts';

/** What an erasure did, one line a kind; kinds of which there was nothing are left out. */
export function receiptLines({ counts }: ErasureReceipt): Block[] {
  const items = countedIn(counts).map(({ count, words }): Inline[] => [
    bold(String(count)),
    text(` ${words}`),
  ]);
  return items.length > 0
    ? [{ type: 'list', ordered: false, items }]
    : [paragraph('Nothing of theirs was there.')];
}
