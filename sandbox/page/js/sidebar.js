import { icon } from './icons.js';
import { el, reconcile, signatureOf } from './dom.js';

/** Left of a pane: whom one plays, the channels they can see, and their direct messages. */
export function createSidebar(community, { playAs, open }) {
  const people = community.people.filter(({ isBot }) => !isBot);
  const titles = [...new Set(people.map(({ title }) => title))];
  const group = (title) =>
    el(
      'optgroup',
      { label: title },
      people.filter((one) => one.title === title).map(({ id, name }) => el('option', { value: id }, name)),
    );
  const select = el('select', { on: { change: () => playAs(select.value) } }, titles.map(group));
  const role = el('small');
  const channels = el('ul', {});
  const direct = el('ul', {});
  const pages = el('ul', {});
  const pagesPart = el('nav', { 'aria-label': 'Apps' }, el('h4', {}, 'Apps'), pages);
  const directPart = el('nav', { 'aria-label': 'Direct messages' }, el('h4', {}, 'Direct messages'), direct);
  const element = el(
    'aside',
    { className: 'sidebar', 'aria-label': `${community.name}: person and channels` },
    el(
      'div',
      { className: 'community' },
      el('h2', {}, community.name),
      el('p', {}, community.platform === 'slack' ? 'Slack-like' : 'Discord-like'),
    ),
    el('label', { className: 'act-as' }, el('span', {}, 'Act as'), select, role),
    el('nav', { 'aria-label': 'Channels' }, el('h4', {}, 'Channels'), channels),
    directPart,
    pagesPart,
  );

  function show(list, entries, current) {
    reconcile(
      list,
      entries.map((entry) => ({
        key: entry.channel,
        signature: signatureOf([entry, current]),
        build: () => el('li', {}, entryButton(entry, entry.channel === current)),
      })),
    );
  }

  function entryButton({ channel, name, sign, unread, hint }, isCurrent) {
    return el(
      'button',
      {
        type: 'button',
        className: unread ? 'entry unread' : 'entry',
        'aria-current': isCurrent ? 'true' : null,
        data: { focus: 'entry' },
        on: { click: () => open(channel) },
      },
      icon(sign),
      el('span', { className: 'entry-name' }, name),
      hint && el('span', { className: 'hidden-words' }, hint),
      unread && el('span', { className: 'dot' }, el('span', { className: 'hidden-words' }, 'new messages')),
    );
  }

  return {
    element,
    /** @param channelEntries, directEntries, pageEntries `{ channel, name, sign, unread, hint }`. */
    show({ as, current, channelEntries, directEntries, pageEntries }) {
      select.value = as;
      role.textContent = people.find(({ id }) => id === as)?.title ?? '';
      show(channels, channelEntries, current);
      directPart.hidden = directEntries.length === 0;
      show(direct, directEntries, current);
      pagesPart.hidden = pageEntries.length === 0;
      show(pages, pageEntries, current);
    },
  };
}
