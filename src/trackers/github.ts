import { z } from 'zod';
import { PermissionMissing, PlatformRefused } from '../errors.ts';
import type { IssueText, Looked, TrackedIssue, Tracker } from '../cases/programs/tracker.ts';
import { createAskTracker, type AskTracker, type TrackerAnswer } from './ask-tracker.ts';

/** https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const API_VERSION = '2022-11-28';
/** Issues on a page, and pages that are looked through for one with our mark: five hundred issues made since an hour before. */
const PAGE_SIZE = 100;
const PAGES_MAX = 5;
/** GitHub takes 256 characters of a title and 65,536 of a text. */
const TITLE_MAX = 256;
const BODY_MAX = 65_000;

const issueShape = z.object({
  number: z.int(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  body: z.string().nullish(),
});

export interface GithubOptions {
  apiUrl: string;
  /** `owner/name`. */
  repository: string;
  token: string;
  now(): Date;
}

/** Issues of one repository. https://docs.github.com/en/rest/issues/issues */
export function createGithub({ apiUrl, repository, token, now }: GithubOptions): Tracker {
  const headers = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': API_VERSION,
    authorization: `Bearer ${token}`,
  };
  const ask = createAskTracker('GitHub', apiUrl, headers, now);
  return {
    make: (issue) => make(ask, repository, issue),
    find: (mark, since) => find(ask, repository, mark, since),
    look: (name, etag) => look(ask, repository, name, etag),
  };
}

function issueOf(repository: string, answer: TrackerAnswer): TrackedIssue {
  return tracked(repository, answer.read(issueShape), answer.header('etag'));
}

function tracked(repository: string, issue: z.infer<typeof issueShape>, etag: string | null): TrackedIssue {
  const { number, html_url: url, state, state_reason: reason } = issue;
  return {
    name: `${repository}#${number}`,
    url,
    state,
    status: state === 'closed' && reason ? `closed, ${reason.replaceAll('_', ' ')}` : state,
    etag,
  };
}

/** Not shown by GitHub, but kept in the text. */
function markIn(mark: string): string {
  return `<!-- hearback ${mark} -->`;
}

async function make(
  ask: AskTracker,
  repository: string,
  { title, body, labels, mark }: IssueText,
): Promise<TrackedIssue> {
  const answer = await ask({
    method: 'POST',
    path: `/repos/${repository}/issues`,
    body: {
      title: title.slice(0, TITLE_MAX).toWellFormed(),
      body: `${body.slice(0, BODY_MAX).toWellFormed()}\n\n${markIn(mark)}`,
      ...(labels.length > 0 && { labels }),
    },
    accept: [301, 307, 308, 404, 410],
  });
  if (answer.status === 404) throw noAccess(repository);
  if (answer.status === 410)
    throw new PlatformRefused('GitHub', ({ says }) => says.advice.issuesOff(repository), null);
  if (answer.status >= 300)
    throw new PlatformRefused('GitHub', ({ says }) => says.advice.renamed(repository), null);
  return { ...issueOf(repository, answer), etag: null };
}

/** Lists are up to date at once, while GitHub's search is not. */
async function find(
  ask: AskTracker,
  repository: string,
  mark: string,
  since: Date,
): Promise<TrackedIssue | null> {
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const query = new URLSearchParams({
      state: 'all',
      sort: 'created',
      direction: 'desc',
      since: since.toISOString(),
      per_page: String(PAGE_SIZE),
      page: String(page),
    });
    const answer = await ask({ path: `/repos/${repository}/issues?${query.toString()}`, accept: [404] });
    if (answer.status === 404) throw noAccess(repository);
    const issues = answer.read(z.array(issueShape));
    const found = issues.find(({ body }) => body?.includes(markIn(mark)));
    if (found) return tracked(repository, found, null);
    if (issues.length < PAGE_SIZE) return null;
  }
  throw new PlatformRefused('GitHub', ({ says }) => says.advice.tooManyIssues, null);
}

async function look(ask: AskTracker, repository: string, name: string, etag: string | null): Promise<Looked> {
  const number = /#(\d+)$/.exec(name)?.[1];
  const [of = repository] = name.split('#');
  const answer = await ask({
    path: `/repos/${of}/issues/${number ?? 0}`,
    ...(etag !== null && { headers: { 'if-none-match': etag } }),
    accept: [301, 304, 307, 308, 404, 410],
  });
  if (answer.status === 304) return { type: 'unchanged' };
  if (isRedirect(answer)) return moved(ask, repository, name, answer.header('location'));
  if (answer.status === 410) return { type: 'gone', why: 'deleted', to: null };
  if (answer.status === 404) {
    // Gone, or hidden from us? Who may not see the repository sees none of its issues.
    const home = await ask({ path: `/repos/${of}`, accept: [404] });
    if (home.status === 404) throw noAccess(of);
    return { type: 'gone', why: 'deleted', to: null };
  }
  return { type: 'there', issue: issueOf(of, answer) };
}

const homeShape = z.object({ id: z.int() });

/**
 * The issues of a repository that was renamed answer like one that was transferred. Under the new name, once hearback.yaml has it,
 * they have the numbers they had.
 */
async function moved(
  ask: AskTracker,
  repository: string,
  name: string,
  location: string | null,
): Promise<Looked> {
  const [of = repository, number] = name.split('#');
  const home = await ask({ path: `/repos/${of}`, accept: [301, 307, 308, 404] });
  if (!isRedirect(home)) return movedTo(location);
  const now = await ask({ path: `/repos/${repository}`, accept: [301, 307, 308, 404] });
  const isSame =
    now.status === 200 && home.header('location')?.endsWith(`/repositories/${now.read(homeShape).id}`);
  if (!isSame) throw new PlatformRefused('GitHub', ({ says }) => says.advice.renamed(of), null);
  return look(ask, repository, `${repository}#${number}`, null);
}

function isRedirect({ status }: TrackerAnswer): boolean {
  return status === 301 || status === 307 || status === 308;
}

/** An issue that was transferred: GitHub gives its new address by numbers, which says nothing to people. */
function movedTo(location: string | null): Looked {
  const named = /\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)$/.exec(location ?? '');
  return { type: 'gone', why: 'moved', to: named ? `${named[1]}#${named[2]}` : null };
}

function noAccess(repository: string): PermissionMissing {
  return new PermissionMissing('GitHub', ({ says }) => says.advice.noRepository(repository), null);
}
