import { caseName } from '../cases/case.ts';
import { searchNamesIn } from '../cases/search/names-in.ts';
import { parseSearch } from '../cases/search/parse-search.ts';
import type { Excerpt } from '../cases/search/excerpt.ts';
import type { Answer } from '../chat/command.ts';
import { bold, link, paragraph, text, type Block, type Inline } from '../chat/rich.ts';
import { typedAs } from '../cases/typed-as.ts';
import { kindName } from '../policy/lookup.ts';
import type { Hit } from '../store/search-port.ts';
import type { Texts } from '../texts/index.ts';
import type { Command, CommandContext } from './desk/command.ts';
import { findInTime } from './desk/find-in-time.ts';
import { noteListed } from './desk/note-seen.ts';

/** How many cases one answer lists; more would not fit into one message on Discord. */
const LISTED = 10;
/** What a button can carry besides its name (characters). See action-id. */
const BUTTON_MAX = 85;

/** `/feedback search <words and filters>`: cases one may see, by what one may read in them. Only whoever asks sees the answer. */
export const search: Command = {
  name: 'search',
  summary: (texts) => texts.commands.search.summary,
  options: [
    {
      name: 'query',
      summary: (texts) => texts.commands.search.options.query,
      required: true,
      type: 'text',
      isSuggested: true,
    },
  ],
  mayOpenForm: false,
  allow: 'readers',
  async run(context) {
    const { command, workspace, policy, standing } = context;
    const words = context.texts;
    const typed = command.values['query'] ?? '';
    const query = parseSearch(typed, searchNamesIn(policy, workspace, standing.userId));
    const after = command.values['after'];
    const page = await findInTime(context, query, { limit: LISTED, ...(after !== undefined && { after }) });
    await noteListed(
      context,
      page.hits.map((hit) => hit.case),
    );
    return answerOf(page, { typed, isFirst: after === undefined }, words, context);
  },
};

function answerOf(
  { hits, next }: { hits: readonly Hit[]; next: string | null },
  { typed, isFirst }: { typed: string; isFirst: boolean },
  words: Texts,
  context: CommandContext,
): Answer {
  const { search: said } = words;
  if (hits.length === 0)
    return { type: 'say', blocks: [paragraph(bold(said.none)), paragraph(said.noneAdvice)] };
  const head = isFirst
    ? next === null
      ? said.found(hits.length)
      : said.foundMore(hits.length)
    : said.foundFurther(hits.length);
  const values = { query: typed, after: next ?? '' };
  const fits = new URLSearchParams(values).toString().length <= BUTTON_MAX;
  const blocks: Block[] = [
    paragraph(bold(head)),
    { type: 'list', ordered: false, items: hits.map((hit) => line(hit, words, context)) },
    ...(next !== null && !fits
      ? [paragraph(said.moreByDashboard, typedAs('dashboard', context.command.workspaceId))]
      : []),
  ];
  if (next === null || !fits) return { type: 'say', blocks };
  return {
    type: 'say',
    blocks,
    actions: [{ type: 'button', label: said.more, style: 'plain', invoke: { command: 'search', values } }],
  };
}

function line(
  { case: found, excerpt, foundIn, permalink }: Hit,
  words: Texts,
  { policy }: CommandContext,
): Inline[] {
  const name = caseName(policy.prefix, found.number);
  const facts = [
    kindName(policy, found, words.common.code),
    words.dashboard.states[found.state],
    found.member.name,
    ...(foundIn === 'answer' ? [words.search.inAnswer] : foundIn === 'note' ? [words.search.inNote] : []),
  ].join(' · ');
  return [permalink ? link(name, permalink) : bold(name), text(` ${facts}: `), ...marked(excerpt)];
}

/** What was found stands out. */
function marked({ text: said, marks }: Excerpt): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) parts.push(text(said.slice(at, from)));
    parts.push(bold(said.slice(from, to)));
    at = to;
  }
  return [...parts, text(said.slice(at))];
}
