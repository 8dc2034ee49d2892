import { platformApi } from './api.js';
import { createActs } from './acts.js';
import { createConversation } from './conversation.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { createMemory } from './memory.js';
import { createNames } from './names.js';
import { createSidebar } from './sidebar.js';
import { toast } from './toast.js';

/** How many messages of a channel or thread are shown. */
const SHOWN = 200;

/** One community: its state, and what is on the screen of it. */
export function createPane(community, emoji) {
  const { platform } = community;
  const api = platformApi(platform);
  const memory = createMemory(platform);
  const names = createNames(community, emoji);
  const isPerson = (id) => community.people.some((person) => person.id === id && !person.isBot);
  const state = {
    as: isPerson(memory.get('as')) ? memory.get('as') : community.people.find(({ isBot }) => !isBot).id,
    channel: memory.get('channel') ?? community.channels[0].id,
    thread: null,
    inbox: { directMessages: [], forms: [] },
    /** A message to point at once it is on the screen. */
    target: null,
  };

  const acts = createActs({ platform, api, names, state, memory, refresh, openThread });
  const main = createConversation(`Messages, ${community.name}`, (text, files) =>
    acts.send(text, files, null),
  );
  const side = createConversation(`Thread, ${community.name}`, (text, files) =>
    acts.send(text, files, state.thread),
  );
  const sidebar = createSidebar(community, {
    playAs,
    open: (channel) => {
      openChannel(channel);
      toComposer(main);
    },
  });
  const title = el('h3', {});
  const about = el('p', { className: 'about' });
  const drawer = el(
    'button',
    {
      type: 'button',
      className: 'icon drawer',
      'aria-label': 'Person and channels',
      'aria-expanded': 'false',
      on: { click: () => showDrawer(!pane.classList.contains('drawn')) },
    },
    icon('list'),
  );
  const threadTitle = el('p', { className: 'about' });
  const closeThreadButton = el(
    'button',
    {
      type: 'button',
      className: 'icon',
      'aria-label': 'Close the thread',
      title: 'Close the thread',
      on: { click: closeThread },
    },
    icon('close'),
  );
  const thread = el(
    'aside',
    {
      className: 'thread',
      'aria-label': 'Thread',
      hidden: true,
      on: { keydown: (event) => event.key === 'Escape' && closeThread() },
    },
    el('header', {}, el('div', {}, el('h3', {}, 'Thread'), threadTitle), closeThreadButton),
    side.elements,
  );
  const pane = el(
    'section',
    {
      className: `pane ${platform}`,
      'aria-label': `${community.name}, ${platform === 'slack' ? 'Slack-like' : 'Discord-like'}`,
    },
    el(
      'div',
      { className: 'pane-inner' },
      sidebar.element,
      el(
        'div',
        { className: 'conversation' },
        el('header', {}, drawer, el('div', {}, title, about)),
        main.elements,
      ),
      thread,
    ),
  );

  /** On a touch screen the keyboard would jump up. */
  function toComposer({ composer }) {
    if (!matchMedia('(hover: none)').matches) composer.focus();
  }

  function showDrawer(open) {
    pane.classList.toggle('drawn', open);
    drawer.setAttribute('aria-expanded', String(open));
  }

  function playAs(id) {
    state.as = id;
    state.thread = null;
    memory.set('as', id);
    void refresh();
  }

  function openChannel(channel) {
    showDrawer(false);
    state.channel = channel;
    state.thread = null;
    memory.set('channel', channel);
    void refresh();
  }

  function openThread(message) {
    state.thread = { channel: state.channel, root: message.thread ?? message.id };
    void refresh().then(() => toComposer(side));
  }

  function closeThread() {
    state.thread = null;
    void refresh().then(() => toComposer(main));
  }

  /** Shows the channel or message a link of this community points at. */
  async function follow({ channel, message = null, thread: root = null }) {
    // A Discord link to a message in a thread names the thread, whose id is that of its root.
    const known =
      names.hasChannel(channel) || state.inbox.directMessages.some((direct) => direct.channel === channel);
    const home = known ? channel : await parentOf(channel);
    if (home === null) {
      toast(`${names.person(state.as)} cannot see where this leads.`);
      return;
    }
    if (home !== state.channel) openChannel(home);
    const threadRoot = root ?? (known ? null : channel);
    state.thread = threadRoot && threadRoot !== message ? { channel: home, root: threadRoot } : null;
    state.target = message ?? threadRoot;
    await refresh();
  }

  /** The channel of which a thread with this id hangs. */
  async function parentOf(threadId) {
    for (const { id } of visibleChannels()) {
      const messages = await api.messages({ as: state.as, channel: id }).catch(() => []);
      if (messages.some((message) => message.id === threadId)) return id;
    }
    return null;
  }

  /** Public channels are open to all on Slack; on Discord only to those let in. */
  function visibleChannels() {
    return community.channels.filter(
      ({ isPrivate, members }) => members.includes(state.as) || (platform === 'slack' && !isPrivate),
    );
  }

  let running = null;
  let again = false;
  /** Reads what `as` can see and shows it. Calls while it runs lead to one more run. */
  function refresh() {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await readAndShow().catch((error) => toast(error.message));
      }
      running = null;
    })();
    return running;
  }

  async function readAndShow() {
    const { as } = state;
    const visible = visibleChannels();
    const isOpen = (channel) =>
      visible.some(({ id }) => id === channel) ||
      state.inbox.directMessages.some((one) => one.channel === channel);
    state.inbox = await api.inbox(as);
    if (!isOpen(state.channel)) {
      state.channel = visible[0].id;
      state.thread = null;
    }
    const { channel, thread: openedThread } = state;
    const refusal = (error) => ({ refused: error.message });
    const [messages, replies, newest] = await Promise.all([
      api.messages({ as, channel, limit: SHOWN }).catch(refusal),
      openedThread
        ? api.messages({ as, channel, thread: openedThread.root, limit: SHOWN }).catch(refusal)
        : null,
      Promise.all(
        visible.map(async ({ id }) => [
          id,
          (await api.messages({ as, channel: id, limit: 1 }).catch(() => [])).at(-1),
        ]),
      ),
    ]);
    if (as !== state.as || channel !== state.channel || openedThread !== state.thread) {
      again = true;
      return;
    }
    show(messages, replies, visible, new Map(newest));
    for (const form of state.inbox.forms) void acts.showForm(form);
  }

  function show(messages, replies, visible, newest) {
    const { as, channel, inbox } = state;
    const direct = inbox.directMessages.find((one) => one.channel === channel);
    const info = visible.find(({ id }) => id === channel);
    const place = direct ? direct.with.name : `#${info.name}`;
    const context = {
      platform,
      names,
      as,
      acts,
      follow,
      version: names.version,
      inThread: false,
      canThread: !direct || platform === 'slack',
    };

    if (messages.refused) main.refuse(channel, messages.refused);
    else {
      main.show(`${as} ${channel}`, messages, context);
      if (document.visibilityState === 'visible') memory.markRead(as, channel, messages.at(-1));
    }
    title.replaceChildren(
      icon(direct ? 'person' : info.isPrivate ? 'lock' : 'hash'),
      direct ? direct.with.name : info.name,
    );
    about.textContent = direct
      ? 'Direct messages'
      : info.isPrivate
        ? `Private · ${info.members.length} members`
        : 'Public channel';
    main.composer.describe(`Message ${place} as ${names.person(as)}`);

    thread.hidden = replies === null;
    if (replies !== null) {
      threadTitle.textContent = place;
      const root = messages.refused ? undefined : messages.find(({ id }) => id === state.thread.root);
      const withRoot =
        root && !replies.some?.(({ id }) => id === root.id)
          ? [root, ...(replies.refused ? [] : replies)]
          : replies;
      // On Discord a thread does not exist before its first message; that is no reason to refuse.
      if (withRoot.refused) side.refuse(state.thread.root, withRoot.refused);
      else
        side.show(`${as} ${state.thread.root}`, withRoot, { ...context, inThread: true, canThread: false });
      side.composer.describe(`Reply as ${names.person(as)}`);
    }
    sidebar.show({
      as,
      current: channel,
      channelEntries: visible.map(({ id, name, isPrivate }) => ({
        channel: id,
        name,
        sign: isPrivate ? 'lock' : 'hash',
        hint: isPrivate ? 'private' : null,
        unread: id !== channel && memory.isUnread(as, id, newest.get(id)),
      })),
      directEntries: inbox.directMessages.map((one) => ({
        channel: one.channel,
        name: one.with.name,
        sign: 'person',
        hint: null,
        unread: one.channel !== channel && memory.isUnread(as, one.channel, one.messages.at(-1)),
      })),
    });
    if (state.target !== null && (side.point(state.target) || main.point(state.target))) state.target = null;
  }

  return { element: pane, platform, refresh, name: community.name };
}
