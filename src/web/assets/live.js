// Looks now and then whether what the page shows has changed. Without it the page works the same: reload it by hand.
(() => {
  const { body } = document;
  const words = body.dataset;
  const EVERY_MS = 30000;
  // Of a page that is slow to make, looking takes a twentieth of the time at most.
  const SHARE = 20;
  const KEPT = 'hearback-live';
  let version = words.version;
  let isStale = false;

  const status = document.createElement('p');
  status.className = 'live';
  status.setAttribute('role', 'status');
  const toggle = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = localStorage.getItem(KEPT) !== 'off';
  box.addEventListener('change', () => localStorage.setItem(KEPT, box.checked ? 'on' : 'off'));
  toggle.append(box, ` ${words.live}`);
  const print = document.createElement('button');
  print.type = 'button';
  print.className = 'quiet';
  print.textContent = words.print;
  print.addEventListener('click', () => window.print());
  const tools = document.createElement('p');
  tools.className = 'tools';
  tools.append(toggle, print);
  const footer = document.querySelector('footer');
  footer?.prepend(tools);
  footer?.before(status);

  // Paper has nothing to click: all of a long text is on it.
  const closed = [];
  addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('main details:not(.filter):not([open])')) {
      each.open = true;
      closed.push(each);
    }
  });
  addEventListener('afterprint', () => {
    for (const each of closed.splice(0)) each.open = false;
  });

  const isBusy = () => {
    const main = document.getElementById('main');
    const focused = document.activeElement;
    return (
      main.querySelector('details[open]:not(.filter)') !== null ||
      (focused !== null && focused !== main && main.contains(focused)) ||
      !document.getSelection()?.isCollapsed
    );
  };

  const show = (html, next) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    document.getElementById('main').innerHTML = fresh.getElementById('main').innerHTML;
    version = next;
    status.replaceChildren(words.updated);
  };

  const offer = (html, next) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words.show;
    button.addEventListener('click', () => {
      show(html, next);
      document.getElementById('main').focus();
    });
    status.replaceChildren(`${words.news} `, button);
  };

  // Nobody takes an old page for a fresh one.
  const tell = (problem) => {
    if (isStale === (problem !== null)) return;
    isStale = problem !== null;
    status.replaceChildren(problem ?? '');
  };

  const look = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      const answer = await fetch(location.href, {
        headers: { 'if-none-match': `"${version}"` },
        cache: 'no-store',
      });
      // Signed out, not there any more, or trouble with the program: whoever reloads learns why.
      tell(answer.status === 200 || answer.status === 304 ? null : words.stale);
      if (answer.status !== 200) return;
      const html = await answer.text();
      // Read from the page: servers on the way may leave out the header, or write it another way.
      const next = new DOMParser().parseFromString(html, 'text/html').body.dataset.version;
      if (!next || next === version) return;
      if (box.checked && !isBusy()) show(html, next);
      else offer(html, next);
    } catch {
      // Offline for a moment; the next look comes.
      tell(words.stale);
    }
  };
  const goOn = async () => {
    const began = performance.now();
    await look();
    setTimeout(goOn, Math.max(EVERY_MS, SHARE * (performance.now() - began)));
  };
  setTimeout(goOn, EVERY_MS);
  // Whoever comes back to the page wants to know at once.
  document.addEventListener('visibilitychange', look);
})();
