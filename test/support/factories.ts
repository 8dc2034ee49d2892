import { readFileSync } from 'node:fs';
import type { Case, CaseFile, Clock, Gift, Reply } from '../../src/cases/case.ts';
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
    language: 'en',
    languageFrom: 'workspace',
    audience: 'staff',
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
    clocks: [],
    replies: [],
    ticks: [],
    recommendation: null,
    gifts: [],
    praised: [],
    consent: null,
    help: null,
    noteCount: 0,
    fileCount: 0,
    ...over,
    case: aCase(over.case),
  };
}

export function aClock(over: Partial<Clock> = {}): Clock {
  return { clockId: 7, kind: 'follow_up', dueAt: NOW, generation: 0, step: 0, ...over };
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
    giftId: null,
    ...over,
  };
}
