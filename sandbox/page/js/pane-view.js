import { createConversation } from './conversation.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { createSidebar } from './sidebar.js';

/**
 * What is on the screen of one community: side bar, conversation, thread.
 * @param on what the person can do: `names`, `acts`, `memory`, `playAs`, `openChannel`, `closeThread`, `follow`.
 */
export function createPaneView(community, on) {
  const { platform, name } = community;
  const { names, acts, memory, follow } = on;
  let root = null;
  const main = createConversation(`Messages, ${name}`, (text, files) => acts.send(text, files, null));
  const side = createConversation(`Thread, ${name}`, (text, files) => acts.send(text, files, root));
  const sidebar = createSidebar(community, {
    playAs: on.playAs,
    async open(channel) {
      showDrawer(false);
      await on.openChannel(channel);
      toComposer(main);
    },
  });
  const title = el('h3', {});
  const about = el('p', { className: 'about' });
  const threadAbout = el('p', { className: 'about' });
  const drawer = iconButton('list', 'Person and channels', () =>
    showDrawer(!pane.classList.contains('drawn')),
  );
  drawer.classList.add('drawer');
  const thread = el(
    'aside',
    {
      className: 'thread',
      'aria-label': 'Thread',
      hidden: true,
      on: { keydown: (event) => event.key === 'Escape' && on.closeThread() },
    },
    el(
      'header',
      {},
      el('div', {}, el('h3', {}, 'Thread'), threadAbout),
      iconButton('close', 'Close the thread', on.closeThread),
    ),
    side.elements,
  );
  const header = el('header', {}, drawer, el('div', {}, title, about));
  const conversation = el('div', { className: 'conversation' }, header, main.elements);
  const likeness = platform === 'slack' ? 'Slack-like' : 'Discord-like';
  const pane = el(
    'section',
    { className: `pane ${platform}`, 'aria-label': `${name}, ${likeness}` },
    el('div', { className: 'pane-inner' }, sidebar.element, conversation, thread),
  );
  showDrawer(false);

  function showDrawer(open) {
    pane.classList.toggle('drawn', open);
    drawer.setAttribute('aria-expanded', String(open));
  }

  function showConversation(state, messages, place, context) {
    const { as, channel } = state;
    main.composer.describe(`Message ${place} as ${names.person(as)}`);
    if (messages.refused) {
      main.refuse(channel, messages.refused);
      return;
    }
    main.show(`${as} ${channel}`, messages, context);
    if (document.visibilityState === 'visible') memory.markRead(as, channel, messages.at(-1));
  }

  function showThread({ as, thread: id }, messages, replies, context) {
    thread.hidden = id === null;
    root = id;
    if (id === null) return;
    side.composer.describe(`Reply as ${names.person(as)}`);
    const first = messages.refused ? undefined : messages.find((message) => message.id === id);
    // On Discord a thread does not exist before its first message; that is no reason to refuse.
    const rest = replies.refused ? [] : replies.filter((message) => message.id !== id);
    if (!first && replies.refused) side.refuse(id, replies.refused);
    else if (!first) side.show(`${as} ${id}`, replies, context);
    else side.show(`${as} ${id}`, [first, ...rest], context);
  }

  return {
    element: pane,
    focusChannel: () => toComposer(main),
    focusThread: () => toComposer(side),
    /**
     * @param read `{ messages, replies, channels }`: lists, or `{ refused }` with the reason; each channel with its `last` message.
     * @returns whether `state.target` is on the screen and was pointed at.
     */
    show(state, { messages, replies, channels }) {
      const { as, channel, inbox, target } = state;
      const direct = inbox.directMessages.find((one) => one.channel === channel);
      const info = channels.find(({ id }) => id === channel);
      const isHome = channel === 'home';
      const app = community.people.find(({ isBot }) => isBot);
      const place = isHome ? app.name : direct ? direct.with.name : `#${info.name}`;
      const sign = ({ isPrivate, isForum }) => (isPrivate ? 'lock' : isForum ? 'chat' : 'hash');
      const picture = isHome ? 'home' : direct ? 'person' : sign(info);
      title.replaceChildren(icon(picture), direct || isHome ? place : info.name);
      main.composer.element.hidden = isHome;
      const open = info?.isForum ? 'Public forum: every message is a post of its own' : 'Public channel';
      const size = info?.isPrivate ? `Private · ${info.members.length} members` : open;
      about.textContent = isHome ? 'Home tab of the app' : direct ? 'Direct messages' : size;
      threadAbout.textContent = place;

      const context = { platform, names, as, acts, follow };
      const canThread = !direct || platform === 'slack';
      showConversation(state, messages, place, { ...context, inThread: false, canThread });
      showThread(state, messages, replies, { ...context, inThread: true, canThread: false });
      const unread = (id, last) => id !== channel && memory.isUnread(as, id, last);
      sidebar.show({
        as,
        current: channel,
        channelEntries: channels.map((each) => ({
          channel: each.id,
          name: each.name,
          sign: sign(each),
          hint: each.isPrivate ? 'private' : each.isForum ? 'forum' : null,
          unread: unread(each.id, each.last),
        })),
        directEntries: inbox.directMessages.map((one) => ({
          channel: one.channel,
          name: one.with.name,
          sign: 'person',
          hint: null,
          unread: unread(one.channel, one.messages.at(-1)),
        })),
        pageEntries:
          platform === 'slack' && app
            ? [{ channel: 'home', name: `${app.name} · Home`, sign: 'home', hint: 'page', unread: false }]
            : [],
      });
      return target !== null && (side.point(target) || main.point(target));
    },
  };
}

function iconButton(picture, label, click) {
  const properties = { type: 'button', className: 'icon', 'aria-label': label, title: label, on: { click } };
  return el('button', properties, icon(picture));
}

/** On a touch screen the keyboard would jump up. */
function toComposer({ composer }) {
  if (!matchMedia('(hover: none)').matches) composer.focus();
}
