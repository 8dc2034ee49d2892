import { communities, emojiNames, followChanges } from './api.js';
import { el } from './dom.js';
import { createPane } from './pane.js';
import { watchReadiness } from './readiness.js';

const panesBox = document.getElementById('panes');
const switchBox = document.querySelector('.switch');

/** On a phone one community is shown at a time. */
function showOnly(platform, panes) {
  for (const pane of panes) pane.element.classList.toggle('front', pane.platform === platform);
  for (const button of switchBox.children)
    button.setAttribute('aria-pressed', String(button.dataset.platform === platform));
}

/** Follows an address that names a message, as permalinks do that were opened in a window of their own. */
async function followAddress(panes) {
  const { platform, channel, message, thread } = Object.fromEntries(new URLSearchParams(location.search));
  const pane = panes.find((one) => one.platform === platform);
  if (!pane || !channel) return;
  history.replaceState(null, '', '/');
  showOnly(platform, panes);
  await pane.refresh();
  await pane.follow({ channel, message, thread });
}

async function start() {
  const [list, emoji] = await Promise.all([communities(), emojiNames()]);
  const panes = list.map((community) => createPane(community, emoji));
  switchBox.replaceChildren(
    ...panes.map((pane) =>
      el(
        'button',
        {
          type: 'button',
          data: { platform: pane.platform },
          on: { click: () => showOnly(pane.platform, panes) },
        },
        pane.name,
      ),
    ),
  );
  panesBox.replaceChildren(...panes.map(({ element }) => element));
  showOnly(panes[0].platform, panes);
  await followAddress(panes);
  followChanges((platform) => {
    for (const pane of panes) if (platform === null || pane.platform === platform) void pane.refresh();
  });
}

watchReadiness(document.getElementById('readiness'));
start().catch((error) => {
  panesBox.replaceChildren(el('p', { className: 'loading' }, `The page could not start: ${error.message}`));
});
