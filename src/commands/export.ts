import { parseSearch } from '../cases/search/parse-search.ts';
import { searchNamesIn } from '../cases/search/names-in.ts';
import { TABLE_MAX, wishOf } from '../cases/search/search-wish.ts';
import type { Answer } from '../chat/command.ts';
import { bold, code, link, paragraph, time, type Block } from '../chat/rich.ts';
import type { Command, CommandContext } from './desk/command.ts';
import { findInTime } from './desk/find-in-time.ts';
import { localeOf } from '../texts/locale.ts';

/** Everything somebody may see, or what a search finds of it, as files: by links that work once, or a table by direct message. */
export const exportCommand: Command = {
  name: 'export',
  summary: ({ commands }) => commands.export.summary,
  options: [
    {
      name: 'query',
      summary: ({ commands }) => commands.export.options.query,
      required: false,
      type: 'text',
      isSuggested: true,
    },
  ],
  mayOpenForm: false,
  allow: 'departments',
  async run(context) {
    const { none, noneAdvice } = context.texts.search;
    const typed = (context.command.values['query'] ?? '').trim();
    if (typed === '' || (await findsAny(typed, context))) return linksTo(typed, context);
    return { type: 'say', blocks: [paragraph(bold(none)), paragraph(noneAdvice)] };
  },
};

/** @throws {NotPossible} with the place of what is no search, and where looking takes too long */
async function findsAny(typed: string, context: CommandContext): Promise<boolean> {
  const { policy, workspace, standing } = context;
  const names = searchNamesIn(policy, workspace, standing.userId);
  const query = parseSearch(typed, names);
  const { hits } = await findInTime(context, query, { limit: 1 });
  return hits.length > 0;
}

async function linksTo(typed: string, context: CommandContext): Promise<Answer> {
  const { links, workspace, command } = context;
  const { record: texts, common } = context.texts;
  const person = { workspaceId: workspace.id, userId: command.by.userId };
  const eyes = `--as-seen-by ${person.workspaceId}/${person.userId}`;
  const asTables = code(`hearback export --as csv ${eyes} tables`);
  const whole = typed === '' ? await links.createDownload({ ...person, what: 'record' }) : null;
  const table = await links.createDownload({ ...person, what: `cases:${wishOf(typed)}` });
  const most = new Intl.NumberFormat(localeOf(common.code)).format(TABLE_MAX);
  const restByHand = paragraph(texts.table.most(most), asTables);
  if (!table) {
    await sendTable(typed, context);
    const byHand = paragraph(texts.table.whole, code(`hearback export ${eyes} feedback.jsonl`));
    const sent = paragraph(texts.table.comesDirectly, texts.table.message.keep);
    return { type: 'say', blocks: [sent, restByHand, ...(typed === '' ? [byHand] : [])] };
  }
  const { until, keep } = texts.download;
  const blocks: Block[] = [
    ...(whole ? [paragraph(link(texts.download.record, whole.url), until, time(whole.expiresAt), keep)] : []),
    paragraph(
      link(whole ? texts.table.all : texts.table.found, table.url),
      until,
      time(table.expiresAt),
      keep,
    ),
    restByHand,
  ];
  return { type: 'say', blocks };
}

/** Where nothing can be downloaded the table comes as a file, made with what they may see when it is sent. */
async function sendTable(typed: string, { once, workspace, command }: CommandContext): Promise<void> {
  await once.say(workspace.id, {
    key: `table-${command.interactionId}`,
    place: { type: 'dm', workspaceId: workspace.id, userId: command.by.userId },
    body: { type: 'table', wish: wishOf(typed) },
  });
}
