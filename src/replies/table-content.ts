import type { DeliveryBody } from '../cases/delivery.ts';
import { EACH_MAX, inMb } from '../cases/evidence.ts';
import { wishIn } from '../cases/search/search-wish.ts';
import { typedAs } from '../cases/typed-as.ts';
import { readerOf, type Account } from '../chat/account.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content } from '../chat/card.ts';
import type { Place } from '../chat/ref.ts';
import { code, paragraph, type Block } from '../chat/rich.ts';
import { AppError } from '../errors.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { textsIn } from '../texts/index.ts';
import { localeAgain } from './reader.ts';

/**
 * The cases a search finds for somebody, as CSV, with what they may see at this moment.
 * @param wish as `wishOf` writes it
 * @param maxBytes no more is read
 * @returns null for whoever may not read cases there (any more), and for what is no search any more
 */
export type TableOf = (
  reader: Account,
  wish: string,
  maxBytes: number,
) => Promise<{ name: string; bytes: Uint8Array } | 'too_large' | null>;

export interface TableRoom {
  tableOf: TableOf;
  policy: Policy;
  workspace: WorkspacePolicy;
  chat: Pick<ChatAdapter, 'fetchPerson'>;
}

/** The table somebody asked for, for them alone. @throws {AppError} WOULD_LEAK for a place that is not one person */
export async function tableContent(
  { wish }: Extract<DeliveryBody, { type: 'table' }>,
  place: Place,
  { tableOf, policy, workspace, chat }: TableRoom,
): Promise<Content> {
  const userId = readerOf(place, workspace.id);
  if (userId === null) throw new AppError('WOULD_LEAK', 'A table of cases goes to one person.', 'never');
  const table = await tableOf({ workspaceId: workspace.id, userId }, wish, EACH_MAX);
  if (!table)
    throw new AppError('TARGET_GONE', 'Whoever asked for a table may not read cases any more.', 'never');
  const locale = await localeAgain(place, { workspace, policy }, chat);
  const texts = textsIn(locale, workspace.language, policy.language);
  const { message } = texts.record.table;
  const typed = wishIn(wish) ?? '';
  const asked: Block[] = typed === '' ? [] : [paragraph(message.asked, code(typed))];
  const isTooLarge = table === 'too_large';
  const said: Block = isTooLarge
    ? paragraph(
        message.tooLarge(inMb(EACH_MAX, texts)),
        code(typedAs(`export ${typed} newer:30d`.replace('  ', ' '), workspace.id)),
      )
    : paragraph(message.keep);
  return {
    type: 'card',
    card: {
      title: isTooLarge ? message.notSent : message.title,
      tone: 'neutral',
      summary: isTooLarge ? message.notSent : message.title,
      body: [...asked, said],
      facts: [],
      ...(!isTooLarge && { files: [table], language: texts.common.code }),
      footer: [],
      actions: [],
    },
  };
}
