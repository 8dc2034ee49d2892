import type { Journal } from '../journal.ts';
import type { MessageView } from '../platform.ts';
import { actionsOf, shownAction } from './actions.ts';
import type { Directory } from './directory.ts';
import { checkView } from './forms.ts';
import { dateOf, type Mint } from './mint.ts';
import { ApiRefusal, type Json, type StoredMessage } from './types.ts';
import { withBlockIds } from './wire.ts';

/** What the control API calls somebody's Home tab, where it asks for a channel. */
export const HOME = 'home';

/** The app's Home tab as one person has it. */
export interface HomeTab {
  id: string;
  owner: string;
  /** When it was published, as a message's ts. */
  ts: string;
  /** The view as Slack gives it back: as sent, with ids. */
  view: Json;
}

/** Home tabs by person. Slack keeps what was published last. */
export interface Homes {
  /** @param hash of the version that should stand there; absent: whichever. @throws {ApiRefusal} */
  publish(owner: string, view: unknown, hash: string | undefined): Json;
  of(owner: string): HomeTab | undefined;
}

export function createHomes(journal: Journal, directory: Directory, mint: Mint, changed: () => void): Homes {
  const homes = journal.table<HomeTab>('slack.homes');
  const { teamId, bot } = directory;
  return {
    publish: (owner, view, hash) => {
      const checked = checkView(view, 'home');
      const person = directory.person(owner);
      if (!person || person.isBot) throw new ApiRefusal('user_not_found');
      const before = homes.get(owner);
      if (hash !== undefined && before && hash !== before.view['hash']) throw new ApiRefusal('hash_conflict');
      const ts = mint.ts();
      const id = before?.id ?? mint.id('V');
      const published: Json = {
        private_metadata: '',
        callback_id: '',
        external_id: '',
        ...checked,
        blocks: withBlockIds(checked['blocks'] as Json[]),
        id,
        team_id: teamId,
        app_id: bot.appId,
        bot_id: bot.botId,
        app_installed_team_id: teamId,
        root_view_id: id,
        previous_view_id: null,
        title: { type: 'plain_text', text: 'View Title', emoji: true },
        close: null,
        submit: null,
        clear_on_close: false,
        notify_on_close: false,
        hash: `${ts.replace('.', '')}.${mint.id('').toLowerCase().slice(0, 8)}`,
        state: { values: {} },
      };
      homes.set(owner, { id, owner, ts, view: published });
      changed();
      return published;
    },
    of: (owner) => homes.get(owner),
  };
}

/** The tab as a message, which is how the control API and the page show everything. */
export function asMessage(
  { id, owner, ts, view }: HomeTab,
  { bot }: Directory,
): StoredMessage & { ts: string } {
  return {
    channel: HOME,
    ts: id,
    thread: null,
    user: bot.id,
    text: '',
    blocks: view['blocks'] as Json[],
    reactions: [],
    files: [],
    ephemeralFor: owner,
    edited: { user: bot.id, ts },
  };
}

export function shownHome(home: HomeTab, directory: Directory): MessageView {
  const message = asMessage(home, directory);
  return {
    id: home.id,
    channel: HOME,
    thread: null,
    author: { id: directory.bot.id, name: directory.person(directory.bot.id)?.name ?? 'app', isBot: true },
    at: dateOf(home.ts).toISOString(),
    text: '',
    edited: false,
    ephemeral: false,
    native: { blocks: message.blocks ?? [] },
    actions: actionsOf(message).map(shownAction),
    reactions: [],
    files: [],
    replies: 0,
  };
}
