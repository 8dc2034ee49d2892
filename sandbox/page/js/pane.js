import { platformApi } from './api.js';
import { createActs } from './acts.js';
import { createMemory } from './memory.js';
import { createNames } from './names.js';
import { createPaneView } from './pane-view.js';
import { toast } from './toast.js';

/** Where the control API shows the app's page of one's own, which Slack has. */
const HOME = 'home';

/** How many messages of a channel or thread are shown. */
const SHOWN = 200;

/** One community: who one plays in it and where one is, kept true to what the sandbox says. */
export function createPane(community, emoji) {
  const { platform } = community;
  const api = platformApi(platform);
  const memory = createMemory(platform);
  const names = createNames(community, emoji);
  const isPerson = (id) => community.people.some((person) => person.id === id && !person.isBot);
  const state = {
    as: isPerson(memory.get('as')) ? memory.get('as') : community.people.find(({ isBot }) => !isBot).id,
    channel: memory.get('channel') ?? community.channels[0].id,
    /** Id of the root of the open thread. */
    thread: null,
    inbox: { directMessages: [], forms: [] },
    /** A message to point at once it is on the screen. */
    target: null,
  };
  const acts = createActs({ platform, api, names, state, memory, refresh, openThread });
  const view = createPaneView(community, { names, acts, memory, playAs, openChannel, closeThread, follow });

  function playAs(id) {
    state.as = id;
    state.thread = null;
    memory.set('as', id);
    return state.channel === HOME ? openHome() : refresh();
  }

  function openChannel(channel) {
    state.channel = channel;
    state.thread = null;
    memory.set('channel', channel);
    return channel === HOME ? openHome() : refresh();
  }

  /** The app hears of it, and draws the page. */
  async function openHome() {
    await api.openHome(state.as).catch((error) => toast(error.message));
    return refresh();
  }

  async function openThread(message) {
    state.thread = message.thread ?? message.id;
    await refresh();
    view.focusThread();
  }

  async function closeThread() {
    state.thread = null;
    await refresh();
    view.focusChannel();
  }

  /** Shows the channel or message a link of this community points at. */
  async function follow({ channel, message = null, thread = null }) {
    const isDirect = state.inbox.directMessages.some((direct) => direct.channel === channel);
    const known = names.hasChannel(channel) || isDirect;
    // A Discord link to a message in a thread names the thread, whose id is that of its root.
    const home = known ? channel : await parentOf(channel);
    if (home === null || (!isDirect && !visibleChannels().some(({ id }) => id === home))) {
      toast(`${names.person(state.as)} cannot see where this leads.`);
      return;
    }
    const root = thread ?? (known ? null : channel);
    state.channel = home;
    memory.set('channel', home);
    state.thread = root !== message ? root : null;
    state.target = message ?? root;
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
    state.inbox = await api.inbox(as);
    const visible = visibleChannels();
    const open = [
      ...visible.map(({ id }) => id),
      ...state.inbox.directMessages.map(({ channel }) => channel),
      ...(platform === 'slack' ? [HOME] : []),
    ];
    if (!open.includes(state.channel)) {
      state.channel = open[0];
      state.thread = null;
    }
    const { channel, thread } = state;
    const read = (query) => api.messages({ as, ...query });
    const refusal = (error) => ({ refused: error.message });
    const [messages, replies, newest] = await Promise.all([
      read({ channel, limit: SHOWN }).catch(refusal),
      thread && read({ channel, thread, limit: SHOWN }).catch(refusal),
      Promise.all(visible.map(({ id }) => read({ channel: id, limit: 1 }).catch(() => []))),
    ]);
    if (as !== state.as || channel !== state.channel || thread !== state.thread) {
      again = true;
      return;
    }
    const pointed = view.show(state, {
      messages,
      replies,
      channels: visible.map((info, index) => ({ ...info, last: newest[index].at(-1) })),
    });
    if (pointed) state.target = null;
    for (const form of state.inbox.forms) void acts.showForm(form);
  }

  return { element: view.element, platform, refresh, follow, name: community.name };
}
