/** What the sandbox or the platform refused, in words for people. */
export class Refused extends Error {}

async function request(method, path, body) {
  let answer;
  try {
    answer = await fetch(`/sandbox/api/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused('The sandbox does not answer. Is it still running?');
  }
  const given = await answer.json();
  if (!answer.ok) throw new Refused(given.error?.message ?? 'The sandbox refused.');
  return given;
}

export const communities = () => request('GET', 'communities');
export const emojiNames = () => request('GET', 'emoji');

/** The control API of one platform; see docs/sandbox.md. */
export function platformApi(platform) {
  const query = (path, values) => request('GET', `${platform}/${path}?${new URLSearchParams(values)}`);
  const send = (method, path) => (body) => request(method, `${platform}/${path}`, body);
  return {
    messages: (values) => query('messages', values),
    inbox: (as) => query('inbox', { as }),
    createMessage: send('POST', 'messages'),
    editMessage: send('PATCH', 'messages'),
    deleteMessage: send('DELETE', 'messages'),
    react: ({ present, ...body }) => request(present ? 'POST' : 'DELETE', `${platform}/reactions`, body),
    command: send('POST', 'commands'),
    menu: send('POST', 'menu'),
    press: send('POST', 'press'),
    submit: send('POST', 'submit'),
    openHome: (as) => request('POST', `${platform}/home`, { as }),
  };
}

/** Calls `changed` with a platform's name whenever something in it changed, and with null after a reconnection. */
export function followChanges(changed) {
  const source = new EventSource('/sandbox/api/changes');
  source.addEventListener('changed', (event) => changed(event.data));
  source.addEventListener('open', () => changed(null));
}
