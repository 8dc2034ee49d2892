import { z } from 'zod';
import { NotYet, PermissionMissing } from '../errors.ts';
import type { IssueText, Looked, TrackedIssue, Tracker } from '../cases/programs/tracker.ts';
import { createAskTracker, type AskTracker } from './ask-tracker.ts';

/** Jira takes 255 characters of a summary, and by default 32,767 of a description. */
const TITLE_MAX = 255;
const BODY_MAX = 32_000;
/** Jira's search knows what was made some seconds later; sooner than this an empty answer says nothing (ms). */
const SEARCH_KNOWS_AFTER_MS = 120_000;

const issueShape = z.object({
  key: z.string(),
  fields: z.object({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
  }),
});

export interface JiraOptions {
  site: string;
  project: string;
  issueType: string;
  /** The account the token is of; null: a personal token of Jira Data Center. */
  user: string | null;
  token: string;
  now(): Date;
}

/** Issues of one project, by the second version of Jira's API: the same for Cloud and Data Center, with plain text. */
export function createJira(options: JiraOptions): Tracker {
  const { site, user, token, now } = options;
  const authorization =
    user === null ? `Bearer ${token}` : `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  const ask = createAskTracker('Jira', site, { accept: 'application/json', authorization }, now);
  return {
    make: (issue) => make(ask, options, issue),
    find: (mark, _since, tried) => find(ask, options, mark, tried),
    look: (name) => look(ask, options, name),
  };
}

/** Labels are the one thing that is given when an issue is made, searched exactly, and harmless to people. */
function labelOf(mark: string): string {
  return `hearback-${mark}`;
}

function urlOf(site: string, key: string): string {
  return `${site.replace(/\/+$/, '')}/browse/${key}`;
}

function tracked(site: string, { key, fields: { status } }: z.infer<typeof issueShape>): TrackedIssue {
  return {
    name: key,
    url: urlOf(site, key),
    state: status.statusCategory.key === 'done' ? 'closed' : 'open',
    status: status.name,
    etag: null,
  };
}

async function make(
  ask: AskTracker,
  { site, project, issueType }: JiraOptions,
  { title, body, labels, mark }: IssueText,
): Promise<TrackedIssue> {
  const answer = await ask({
    method: 'POST',
    path: '/rest/api/2/issue',
    body: {
      fields: {
        project: { key: project },
        issuetype: { name: issueType },
        summary: title.replaceAll(/\s+/g, ' ').slice(0, TITLE_MAX).toWellFormed(),
        description: body.slice(0, BODY_MAX).toWellFormed(),
        // Jira's labels have no blanks.
        labels: [...labels.map((label) => label.replaceAll(/\s+/g, '-')), labelOf(mark)],
      },
    },
  });
  const { key } = answer.read(z.object({ key: z.string() }));
  return { name: key, url: urlOf(site, key), state: 'open', status: 'new', etag: null };
}

/** Cloud has taken the older search away, and Data Center does not have the newer one. */
async function find(
  ask: AskTracker,
  { site, now }: JiraOptions,
  mark: string,
  tried: Date,
): Promise<TrackedIssue | null> {
  const query = new URLSearchParams({
    jql: `labels = "${labelOf(mark)}"`,
    fields: 'status',
    maxResults: '1',
  });
  const newer = await ask({ path: `/rest/api/2/search/jql?${query.toString()}`, accept: [404, 405] });
  const answer = newer.status < 300 ? newer : await ask({ path: `/rest/api/2/search?${query.toString()}` });
  const [found] = answer.read(z.object({ issues: z.array(issueShape) })).issues;
  if (found) return tracked(site, found);
  const waitMs = tried.getTime() + SEARCH_KNOWS_AFTER_MS - now().getTime();
  if (waitMs > 0) throw new NotYet("Jira's search may not know it yet.", waitMs);
  return null;
}

/** Who asks for an issue that was moved to another project gets it under its new key. */
async function look(ask: AskTracker, { site, project }: JiraOptions, name: string): Promise<Looked> {
  const answer = await ask({
    path: `/rest/api/2/issue/${encodeURIComponent(name)}?fields=status`,
    accept: [404],
  });
  if (answer.status !== 404) return { type: 'there', issue: tracked(site, answer.read(issueShape)) };
  const home = await ask({ path: `/rest/api/2/project/${encodeURIComponent(project)}`, accept: [404] });
  if (home.status === 404)
    throw new PermissionMissing('Jira', ({ says }) => says.advice.noProject(project), null);
  return { type: 'gone', why: 'deleted', to: null };
}
