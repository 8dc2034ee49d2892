import { describe, expect, it } from '@jest/globals';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { issueButton, issueFacts } from '../../src/cases/cards/issue-facts.ts';
import { issuePreviewCard } from '../../src/cases/cards/issue-preview.ts';
import { restrictedCard } from '../../src/cases/cards/restricted.ts';
import {
  assertSomeTracker,
  discardIssue,
  issueTemplate,
  proposeIssue,
  sendIssue,
  trackersFor,
  withQuote,
} from '../../src/cases/programs/issues.ts';
import { issueWaitMs } from '../../src/cases/programs/issue-waits.ts';
import { webhookWaitMs } from '../../src/cases/programs/webhook-waits.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { aFile, anIssue, HANDLER, policy as usual, workspace } from '../support/factories.ts';
import { textsIn } from '../../src/texts/index.ts';

const shared = { tokenEnv: 'TOKEN', labels: [], restricted: false };
const tools = {
  ...shared,
  type: 'github' as const,
  repository: 'riverside/tools',
  apiUrl: 'https://api.github.com',
};
const policy: Policy = {
  ...usual,
  issues: {
    tools,
    open: { ...tools, restricted: true, name: 'Inside' },
    other: { ...tools, workspaces: ['slack:elsewhere'] },
  },
};
const wish = { tracker: 'tools', title: 'It breaks', body: 'Each Monday.', by: HANDLER };
const excluded = [{ userId: 'U1', reason: 'accused' as const }];
const keys = (file: ReturnType<typeof aFile>) => trackersFor(file, policy).map(({ key }) => key);
const viewOf = (file: ReturnType<typeof aFile>) => ({ file, earlier: [], workspace, policy });

describe('where a case can be taken', () => {
  it('is every tracker of its community, and only those that say so once not all of the staff may see it', () => {
    expect(keys(aFile())).toEqual(['tools', 'open']);
    expect(keys(aFile({ excluded }))).toEqual(['open']);
    expect(keys(aFile({ case: { audience: 'leads' } }))).toEqual(['open']);
    expect(() => proposeIssue(aFile({ excluded }), wish, policy)).toThrow(/no other program/);
  });

  it('is nowhere but where it is not yet; what is gone or failed makes room', () => {
    const there = anIssue({ state: 'open', url: 'https://github.com/riverside/tools/issues/1' });
    expect(() => proposeIssue(aFile({ issues: [there] }), wish, policy)).toThrow(/issues\/1/);
    expect(() =>
      assertSomeTracker(aFile({ issues: [anIssue({ state: 'making' })] }), 'tools', policy),
    ).toThrow(/on its way/);
    expect(proposeIssue(aFile({ issues: [anIssue({ state: 'gone' })] }), wish, policy).issue).toMatchObject({
      tracker: 'tools',
    });
  });

  it('is said in a sentence where there is none, or none of that name', () => {
    expect(() => assertSomeTracker(aFile(), undefined, usual)).toThrow(/hearback\.yaml/);
    expect(() => assertSomeTracker(aFile(), 'constructor', policy)).toThrow(/tools \(tools\)/);
    expect(() => assertSomeTracker(aFile(), undefined, policy)).not.toThrow();
  });
});

describe('what an issue says', () => {
  it('is nothing of the member, unless somebody adds their words', () => {
    const file = aFile({
      case: { quote: 'It crashed\nthree times', member: { userId: 'U0ALMA', name: 'Alma Berg' } },
    });
    const template = issueTemplate(file, policy, textsIn('en'));

    expect(JSON.stringify(template)).not.toMatch(/Alma|crashed/);
    expect(withQuote('Look at this.\n', file)).toBe('Look at this.\n\n> It crashed\n> three times');
  });

  it('needs a title, and goes out only when somebody says yes to exactly that', () => {
    expect(() => proposeIssue(aFile(), { ...wish, title: ' \n ' }, policy)).toThrow(/title/);
    expect(proposeIssue(aFile(), wish, policy).history).toEqual([]);
    const file = aFile({ issues: [anIssue()] });
    expect(sendIssue(file, 5, HANDLER, policy)).toMatchObject({
      issueTurns: [{ issueId: 5, state: 'making' }],
      history: [{ action: 'issue_asked', actorId: HANDLER }],
    });
    expect(discardIssue(file, 5, HANDLER).issueTurns).toEqual([{ issueId: 5, state: 'discarded' }]);
    expect(() => sendIssue(aFile({ issues: [anIssue({ state: 'making' })] }), 5, HANDLER, policy)).toThrow(
      /on its way/,
    );
    expect(() => sendIssue(aFile(), 5, HANDLER, policy)).toThrow(/discarded/);
    // Whoever has not seen it says yes to nothing, whatever a button says.
    expect(() => sendIssue(file, 5, 'U0OTHER', policy)).toThrow(/discarded/);
    expect(() => discardIssue(file, 5, 'U0OTHER')).toThrow(/discarded/);
  });

  it('is shown whole before it is made, with where it goes, and no markup of its own', () => {
    const card = JSON.stringify(
      issuePreviewCard(viewOf(aFile()), anIssue({ body: 'See **this**\nand `that`' })),
    );

    expect(card).toContain('riverside/tools on GitHub');
    expect(card).toContain('See **this**');
    expect(card).not.toContain('"type":"code"');
  });
});

describe('the cards of a case', () => {
  it('show each issue with its link and how it stands, and offer one while there is a tracker without', () => {
    const made = anIssue({
      state: 'closed',
      name: 'riverside/tools#7',
      url: 'https://x/7',
      status: 'closed, completed',
    });
    const one = viewOf(aFile({ issues: [made], departments: ['qa'] }));

    expect(JSON.stringify(issueFacts(one))).toMatch(/riverside\/tools#7.*closed, completed/);
    expect(JSON.stringify(escalationCard(one, 'qa', false))).toContain('riverside/tools#7');
    expect(issueButton(one)).toHaveLength(1);
    const both = viewOf(aFile({ issues: [made, anIssue({ issueId: 6, tracker: 'open', state: 'making' })] }));
    expect(issueButton(both)).toEqual([]);
    expect(issueButton({ ...one, policy: usual })).toEqual([]);
  });

  it('tell a channel nothing of an issue once somebody is kept out', () => {
    const view = viewOf(
      aFile({
        excluded,
        issues: [anIssue({ state: 'open', name: 'riverside/tools#7', url: 'https://x/7' })],
      }),
    );

    expect(JSON.stringify(restrictedCard(view))).not.toContain('tools');
  });
});

it('an issue is looked at often while it changes, then less, and not for ever', () => {
  const day = 86_400_000;

  expect(issueWaitMs('open', 0)).toBe(300_000);
  expect(issueWaitMs('open', day)).toBe(day / 20);
  expect(issueWaitMs('open', 400 * day)).toBe(6 * 3_600_000);
  expect(issueWaitMs('closed', 31 * day)).toBeNull();
});

it('a webhook’s waits grow to four hours, and are never shorter than it asks', () => {
  expect([1, 2, 3, 20].map((attempts) => webhookWaitMs(attempts, null))).toEqual([
    5_000, 30_000, 120_000, 14_400_000,
  ]);
  expect(webhookWaitMs(1, 60_000)).toBe(60_000);
});
