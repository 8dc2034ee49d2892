/** How often the bot is asked whether it is ready (ms): while it is not, and once it is. */
const WHILE_WAITING_MS = 1_500;
const ONCE_READY_MS = 10_000;

/** Keeps the sign at the top of the page true: whether flags are being captured, and if not, why. */
export function watchReadiness(element) {
  const words = element.querySelector('.words');
  const say = (state, text) => {
    element.dataset.state = state;
    if (words.textContent !== text) words.textContent = text;
  };
  const ask = async () => {
    let isReady = false;
    try {
      const answer = await fetch('/readyz', { headers: { accept: 'application/json' }, cache: 'no-store' });
      isReady = answer.ok;
      if (isReady) say('ready', 'The bot is ready');
      else say('waiting', reasonIn(await answer.json().catch(() => null)));
    } catch {
      say('gone', 'The sandbox is not running');
    }
    setTimeout(ask, isReady ? ONCE_READY_MS : WHILE_WAITING_MS);
  };
  void ask();
}

/** While the bot has no server of its own the sandbox answers with `problem`, later the bot itself with `problems`. */
function reasonIn(answer) {
  const reasons = [answer?.problem, ...(Array.isArray(answer?.problems) ? answer.problems : [])];
  const words = reasons.filter((reason) => typeof reason === 'string').join('; ');
  return words ? `Not ready: ${words}` : 'The bot is not ready yet';
}
