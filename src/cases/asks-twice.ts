import { NotPossible } from '../errors.ts';
import type { CaseFile, Reply } from './case.ts';
import { asksIn } from './details/asks-in.ts';
import { detailsToAsk, type Said } from './details.ts';

/** An answer would ask the member for what they were asked for before, or have said. A person can send it all the same. */
export class AsksTwice extends NotPossible {
  readonly replyId: number;
  /** The details, as keys or in words. */
  readonly details: readonly string[];

  constructor(replyId: number, details: readonly string[]) {
    super(({ rules }) => rules.answers.asksTwice);
    this.replyId = replyId;
    this.details = details;
  }
}

/** @throws {AsksTwice} */
export function assertAsksOnce(file: Pick<CaseFile, 'replies'>, { replyId, asks }: Reply, said: Said): void {
  const worthIt = detailsToAsk(asks, file, said);
  const again = asks.filter((key) => !worthIt.includes(key));
  if (again.length > 0) throw new AsksTwice(replyId, again);
}

/**
 * What words that a person typed ask for.
 * @param before the draft they changed
 */
export function asksOf(markdown: string, before: Reply | null): string[] {
  return [...new Set([...(before ? asksKept(before, markdown) : []), ...asksIn(markdown)])];
}

/** What an answer still asks for after a person has changed its words: a question is gone when its line is. */
function asksKept({ asks, markdown }: Pick<Reply, 'asks' | 'markdown'>, edited: string): string[] {
  const items = markdown.split('\n').flatMap((line) => /^[-*] +(.+)$/.exec(line)?.[1]?.trim() ?? []);
  // Only where each line of the list is one of the questions is it known which.
  return items.length === asks.length ? asks.filter((_, index) => edited.includes(items[index]!)) : asks;
}
