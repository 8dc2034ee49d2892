import { readFileSync } from 'node:fs';
import type { Case, CaseFile, Clock, DepartmentWork, Gift, Issue, Reply } from '../../src/cases/case.ts';
import type { CloseRequest } from '../../src/cases/close-request.ts';
import { parsePolicy } from '../../src/policy/load.ts';
import { playbookTexts, readPlaybooks } from '../../src/policy/playbooks.ts';
import type { Policy, WorkspacePolicy } from '../../src/policy/schema.ts';

/** A moment all rules are tried at. */
export const NOW = new Date('2026-11-22T10:00:00Z');

/** The sandbox's policy: real, and known to load. */
export const policy: Policy = parsePolicy(
  readFileSync('sandbox/hearback.yaml', 'utf8'),
  'sandbox/hearback.yaml',
  null,
  readPlaybooks(playbookTexts('playbooks'), null),
);
export const workspace: WorkspacePolicy = policy.workspaces.find(({ id }) => id.startsWith('slack:'))!;

export const HANDLER = workspace.handler!;
export const MEMBER = 'U0ALMA';

export function aCase(over: Partial<Case> = {}): Case {
  return {
    caseId: 1,
    workspaceId: workspace.id,
    number: 12,
    state: 'new',
    severity: 'normal',
    kind: 'feedback',
    member: { userId: MEMBER, name: 'Alma Berg' },
    source: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000100' },
    thread: { channelId: 'C0PRODUCT', messageId: '1700000000.000100' },
    permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000100',
    quote: 'The export has been broken since Tuesday',
    origin: null,
    handlerId: null,
    snoozedUntil: null,
    snoozedForMember: false,
    language: 'en',
    languageFrom: 'workspace',
    audience: 'staff',
    level: 1,
    version: 3,
    openedAt: NOW,
    closedAt: null,
    ...over,
  };
}

export function aFile(over: Partial<Omit<CaseFile, 'case'>> & { case?: Partial<Case> } = {}): CaseFile {
  return {
    reporters: [HANDLER],
    excluded: [],
    departments: [],
    departmentWork: (over.departments ?? []).map(asked),
    clocks: [],
    replies: [],
    ticks: [],
    recommendation: null,
    gifts: [],
    praised: [],
    closeRequests: [],
    help: null,
    issues: [],
    raised: [],
    cc: [],
    followers: [],
    isOptedOut: false,
    noteCount: 0,
    fileCount: 0,
    lastFileId: null,
    ...over,
    case: aCase(over.case),
  };
}

/** A department that has said nothing yet. */
export function asked(department: string): DepartmentWork {
  return { department, state: 'asked', question: '', by: null, at: null, words: '', link: null };
}

export function aClock(over: Partial<Clock> = {}): Clock {
  const { dueAt = NOW } = over;
  return {
    clockId: 7,
    kind: 'update_due',
    subject: '',
    startedAt: NOW,
    deadline: dueAt,
    setBy: 'policy',
    dueAt,
    generation: 0,
    step: 0,
    restedGeneration: 0,
    isPutOff: false,
    ...over,
  };
}

export function anIssue(over: Partial<Issue> = {}): Issue {
  return {
    issueId: 5,
    tracker: 'tools',
    state: 'draft',
    title: 'It breaks',
    body: 'Each Monday.',
    askedBy: HANDLER,
    name: null,
    url: null,
    status: null,
    failure: null,
    ...over,
  };
}

export function aCloseRequest(over: Partial<CloseRequest> = {}): CloseRequest {
  return { replyId: 5, answer: null, rating: null, comment: null, isOver: false, ...over };
}

export function aGift(over: Partial<Gift> = {}): Gift {
  return {
    giftId: 3,
    key: 'voucher',
    value: 10,
    state: 'approved',
    proposedBy: HANDLER,
    decidedBy: null,
    at: NOW,
    hasCode: true,
    isCodeLost: false,
    ...over,
  };
}

export function aReply(over: Partial<Reply> = {}): Reply {
  return {
    replyId: 5,
    state: 'draft',
    markdown: 'We are **on it**.',
    authorId: null,
    place: {
      type: 'thread',
      workspaceId: workspace.id,
      channelId: 'C0PRODUCT',
      messageId: '1700000000.000100',
    },
    purpose: 'answer',
    language: null,
    steps: [],
    asks: [],
    promises: null,
    queuedAt: null,
    giftId: null,
    consentFor: null,
    consent: null,
    ...over,
  };
}
