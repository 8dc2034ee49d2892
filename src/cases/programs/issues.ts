import { NotPossible } from '../../errors.ts';
import { kindName } from '../../policy/lookup.ts';
import type { Policy, TrackerPolicy } from '../../policy/schema.ts';
import { caseName, type CaseFile, type Issue } from '../case.ts';
import type { Change } from '../change.ts';
import { isRestricted } from '../exclude.ts';
import { type Texts, type Wording } from '../../texts/index.ts';

/** Longest a title and a text may be (characters): what a form takes, and what all trackers do. */
export const TITLE_MAX = 200;
export const TEXT_MAX = 3_000;

/** A tracker a case can be taken to. */
export interface TrackerOf {
  key: string;
  name: string;
  policy: TrackerPolicy;
}

/** A tracker of the policy by its key, which may be anything somebody typed. */
export function trackerNamed(policy: Policy, key: string): TrackerOf | undefined {
  const found = Object.hasOwn(policy.issues, key) ? policy.issues[key] : undefined;
  return found && { key, name: found.name ?? key, policy: found };
}

/** Where a case can be taken: nothing of what only some of the staff see goes to another program, unless the policy says so. */
export function trackersFor(file: Pick<CaseFile, 'case' | 'excluded'>, policy: Policy): TrackerOf[] {
  return Object.keys(policy.issues)
    .flatMap((key) => trackerNamed(policy, key) ?? [])
    .filter(({ policy: { workspaces, restricted } }) => {
      const isOfIt = !workspaces || workspaces.includes(file.case.workspaceId);
      return isOfIt && (restricted || !isRestricted(file));
    });
}

/** Whether an issue exists or is about to. */
function isThere({ state }: Issue): boolean {
  return state === 'making' || state === 'open' || state === 'closed';
}

/** @throws {NotPossible} */
function assertMayGo(file: CaseFile, key: string, policy: Policy): TrackerOf {
  const trackers = trackersFor(file, policy);
  const found = trackers.find((each) => each.key === key);
  if (!found) throw new NotPossible(whyNowhere(file, key, trackers, policy));
  const before = file.issues.find((issue) => issue.tracker === key && isThere(issue));
  if (before)
    throw new NotPossible(({ rules: { programs } }) =>
      before.url === null ? programs.onItsWay(found.name) : programs.isThere(found.name, before.url),
    );
  return found;
}

function whyNowhere(file: CaseFile, key: string, trackers: TrackerOf[], policy: Policy): Wording {
  if (Object.keys(policy.issues).length === 0) return ({ rules }) => rules.programs.noTrackers;
  if (isRestricted(file) && trackerNamed(policy, key)) return ({ rules }) => rules.programs.restricted;
  if (trackers.length === 0) return ({ rules }) => rules.programs.nowhere;
  const choices = trackers.map((each) => `${each.key} (${each.name})`).join(', ');
  return ({ rules }) => rules.programs.unknown(key.slice(0, 40), choices);
}

/** Asked before somebody writes anything. @throws {NotPossible} when there is no tracker, or the one they named cannot have it */
export function assertSomeTracker(file: CaseFile, typed: string | undefined, policy: Policy): void {
  const key = typed?.trim().toLowerCase();
  const trackers = trackersFor(file, policy);
  const [only, ...more] = trackers;
  const one = key ?? (more.length === 0 ? only?.key : undefined);
  if (one !== undefined) assertMayGo(file, one, policy);
  else if (!only)
    throw new NotPossible(whyNowhere(file, Object.keys(policy.issues)[0] ?? '', trackers, policy));
}

/**
 * What an issue says until somebody writes something else: nothing of the member, neither their name nor their words.
 * @param texts in the language of the community
 */
export function issueTemplate(
  file: CaseFile,
  policy: Policy,
  { rules: { programs }, dashboard, common }: Texts,
): { title: string; body: string } {
  const { number, severity } = file.case;
  const name = caseName(policy.prefix, number);
  return {
    title: programs.draftTitle(kindName(policy, file.case, common.code), name),
    body: programs.draftBody(dashboard.severities[severity], name),
  };
}

/** The member's words below what somebody wrote, because they ticked that. */
export function withQuote(body: string, file: CaseFile): string {
  const quoted = file.case.quote
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return `${body.trimEnd()}\n\n${quoted}`;
}

/** Keeps what somebody wrote, and takes back what they had written before. Nothing goes out until they say yes. @throws {NotPossible} */
export function proposeIssue(
  file: CaseFile,
  wish: { tracker: string; title: string; body: string; by: string },
  policy: Policy,
): Change {
  const { key } = assertMayGo(file, wish.tracker, policy);
  const title = wish.title.replaceAll(/\s+/g, ' ').trim();
  if (title === '') throw new NotPossible(({ rules }) => rules.programs.noTitle);
  const drafts = file.issues.filter(({ state, askedBy }) => state === 'draft' && askedBy === wish.by);
  return {
    issue: { tracker: key, title, body: wish.body.trim(), askedBy: wish.by },
    issueTurns: drafts.map(({ issueId }) => ({ issueId, state: 'discarded' })),
    history: [],
  };
}

/** What somebody wrote and has not sent is theirs: only who has seen the preview says yes to it. */
export function ownDraft(file: CaseFile, issueId: number | null, by: string): Issue | undefined {
  return file.issues.find((issue) => issue.issueId === issueId && issue.askedBy === by);
}

/** @throws {NotPossible} */
function draftNamed(file: CaseFile, issueId: number, by: string): Issue {
  const found = ownDraft(file, issueId, by);
  if (found?.state === 'draft') return found;
  throw new NotPossible(({ rules: { programs } }) => {
    if (!found || !isThere(found)) return programs.discarded;
    return found.url === null ? programs.sent : programs.made(found.url);
  });
}

/** Somebody has seen it, and says yes. @throws {NotPossible} */
export function sendIssue(file: CaseFile, issueId: number, by: string, policy: Policy): Change {
  const { tracker } = draftNamed(file, issueId, by);
  assertMayGo(file, tracker, policy);
  return {
    issueTurns: [{ issueId, state: 'making' }],
    history: [{ action: 'issue_asked', actorId: by, detail: { tracker } }],
  };
}

/** @throws {NotPossible} */
export function discardIssue(file: CaseFile, issueId: number, by: string): Change {
  draftNamed(file, issueId, by);
  return { issueTurns: [{ issueId, state: 'discarded' }], history: [] };
}
