import { openReceiver, type Answered, type Received } from './receiver.ts';

interface FakeIssue {
  number: number;
  title: string;
  body: string;
  labels: string[];
  state: 'open' | 'closed';
  state_reason: string | null;
  /** Raised by every change: what its ETag is made of. */
  version: number;
  fate: 'here' | 'deleted' | { movedTo: string };
}

/**
 * As much of GitHub as cases need, by its documentation: issues of one repository, ETags, what was deleted or transferred, limits.
 * https://docs.github.com/en/rest/issues/issues
 */
export async function openGithub(repository = 'riverside/tools', token = 'gh-token') {
  const issues: FakeIssue[] = [];
  /** What the next calls meet instead of an answer; `lost-after` does what was asked first. */
  const faults: ('lost-before' | 'lost-after' | Answered)[] = [];
  let isHidden = false;
  /** The name it has now; under the older one everything is a redirect. */
  let called = repository;
  const receiver = await openReceiver((received) => {
    const fault = faults.shift();
    if (fault === 'lost-before') return { status: 500, lost: true };
    if (fault !== undefined && fault !== 'lost-after') return fault;
    const answer = answerTo(received);
    return fault === 'lost-after' ? { ...answer, lost: true } : answer;
  });

  function answerTo({ method, path, headers, body }: Received): Answered {
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    const { pathname } = new URL(path, 'http://x');
    const home = `/repos/${called}`;
    const before = `/repos/${repository}`;
    if (called !== repository && pathname.startsWith(before))
      return {
        status: 301,
        headers: { location: `https://api.github.com/repositories/1296269${pathname.slice(before.length)}` },
      };
    if (isHidden || !pathname.startsWith(home)) return { status: 404, body: { message: 'Not Found' } };
    if (pathname === home) return { status: 200, body: { full_name: called, id: 1_296_269 } };
    if (pathname === `${home}/issues` && method === 'POST') return made(body);
    if (pathname === `${home}/issues`) return { status: 200, body: issues.toReversed().map(shown) };
    const found = issues.find(({ number }) => pathname === `${home}/issues/${number}`);
    if (!found) return { status: 404, body: { message: 'Not Found' } };
    if (found.fate === 'deleted') return { status: 410, body: { message: 'This issue was deleted' } };
    if (found.fate !== 'here') return { status: 301, headers: { location: found.fate.movedTo } };
    const etag = `W/"${found.number}-${found.version}"`;
    if (headers['if-none-match'] === etag) return { status: 304 };
    return { status: 200, headers: { etag }, body: shown(found) };
  }

  function made(body: string): Answered {
    const { title, body: text = '', labels = [] } = JSON.parse(body) as Partial<FakeIssue>;
    if (!title) return { status: 422, body: { message: 'Validation Failed' } };
    const number = issues.length + 1;
    const issue: FakeIssue = {
      number,
      title,
      body: text,
      labels,
      state: 'open',
      state_reason: null,
      version: 1,
      fate: 'here',
    };
    issues.push(issue);
    return { status: 201, body: shown(issue) };
  }

  const shown = ({ number, title, body, state, state_reason }: FakeIssue) => ({
    number,
    title,
    body,
    state,
    state_reason,
    html_url: `https://github.example/${called}/issues/${number}`,
  });

  return {
    url: receiver.url,
    received: receiver.received,
    issues,
    faults,
    hide: (hidden: boolean) => {
      isHidden = hidden;
    },
    rename: (name: string) => {
      called = name;
    },
    change: (number: number, change: Partial<Pick<FakeIssue, 'state' | 'state_reason' | 'fate'>>) => {
      const issue = issues.find((each) => each.number === number);
      if (issue) Object.assign(issue, { ...change, version: issue.version + 1 });
    },
    close: receiver.close,
  };
}
