import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { HomeItem, HomePage } from '../../chat/home.ts';
import type { Inline } from '../../chat/rich.ts';
import { NotYet } from '../../errors.ts';
import type { Texts } from '../../texts/index.ts';
import { actionBlocks, plain } from './actions.ts';
import type { Clients } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import type { Identities } from './identity.ts';
import type { People } from './people.ts';
import { inlinesAsSection, peopleInInlines, type Rendered } from './render.ts';
import type { NameOf } from './text.ts';

/** Slack's limits. https://docs.slack.dev/surfaces/app-home and https://docs.slack.dev/reference/views */
const BLOCKS_MAX = 100;
const HEADER_MAX = 150;
const TITLE_MAX = 24;
/** Ours, in characters: of a line of the page, and as JSON of the buttons below it. */
const LINE_MAX = 600;
const ACTIONS_ROOM = 3_000;
/** How soon a page is drawn anew that was refused as an old one (ms). */
const DRAW_ANEW_MS = 100;

/** What Slack says when another version stands there than we thought. https://docs.slack.dev/reference/methods/views.publish */
const OTHER_VERSION = 'hash_conflict';

/** The Home tab of the app, for one person. */
export function createHomes({
  clients,
  identities,
  people,
}: {
  clients: Clients;
  identities: Identities;
  people: People;
}): ChatAdapter['showHome'] {
  return async (workspaceId, userId, page, after) => {
    await identities.check(workspaceId);
    const view = homeView(page, await people.names(peopleInPage(page)));
    const published = await asking('write', async () => {
      try {
        return await clients.post.views.publish({
          user_id: userId,
          view,
          ...(after !== null && { hash: after }),
        });
      } catch (error) {
        // Whether this one is newer than what stands there, nobody knows here: it may have been drawn long ago.
        if (slackCode(error) !== OTHER_VERSION) throw error;
        throw new NotYet('Another version of this page stands there.', DRAW_ANEW_MS);
      }
    });
    return published.view?.hash ?? null;
  };
}

/** A page as blocks: never more than Slack takes. What does not fit is left out from the end, with its buttons. */
export function homeView(page: HomePage, nameOf: NameOf): HomeView {
  const blocks: KnownBlock[] = [
    { type: 'header', text: plain(page.title, HEADER_MAX) },
    ...page.lead.map((some) => inlinesAsSection(some, nameOf, LINE_MAX)),
    ...actionBlocks(page.actions, ACTIONS_ROOM),
  ];
  const footer: KnownBlock[] =
    page.footer.length > 0
      ? [{ type: 'context', elements: [{ type: 'plain_text', text: wordsOf(page.footer), emoji: true }] }]
      : [];
  for (const { title, items, more } of page.parts) {
    const groups = [
      [{ type: 'divider' as const }, { type: 'header' as const, text: plain(title, HEADER_MAX) }],
      ...items.map((item) => itemBlocks(item, nameOf)),
      ...(more ? [[inlinesAsSection([{ type: 'text', text: more }], nameOf, LINE_MAX)]] : []),
    ];
    for (const group of groups)
      if (blocks.length + group.length + footer.length <= BLOCKS_MAX) blocks.push(...group);
  }
  return { type: 'home', blocks: [...blocks, ...footer] };
}

function itemBlocks({ name, text, actions }: HomeItem, nameOf: NameOf): KnownBlock[] {
  const named: Inline = { type: 'bold', children: [{ type: 'text', text: name }] };
  return [
    inlinesAsSection([named, { type: 'text', text: ' ' }, ...text], nameOf, LINE_MAX),
    ...actionBlocks(actions, ACTIONS_ROOM),
  ];
}

function peopleInPage({ lead, parts, footer }: HomePage): string[] {
  return peopleInInlines([
    ...lead.flat(),
    ...parts.flatMap(({ items }) => items.flatMap(({ text }) => text)),
    ...footer,
  ]);
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((each) => (each.type === 'text' ? each.text : '')).join('') || ' ';
}

/** Mere words as a view that opens above the page; null for what has buttons. */
export function wordsView({ blocks }: Rendered): ModalView | null {
  const hasButtons = blocks.some((block) => block.type === 'actions' || 'accessory' in block);
  return hasButtons ? null : above(blocks);
}

/** Says where to look for what has buttons. */
export function pointerView({ says }: Texts): ModalView {
  const text = says.chat.inMessagesTab;
  return above([{ type: 'section', text: { type: 'mrkdwn', text } }]);
}

function above(blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: 'words',
    private_metadata: '',
    title: plain('Hearback', TITLE_MAX),
    close: plain('OK', TITLE_MAX),
    blocks,
  };
}
