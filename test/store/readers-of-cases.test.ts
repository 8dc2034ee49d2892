import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

// Whoever reads cases for people asks who they are. A file that reads cases has to be in one of these lists, with its reason: a new
// one that forgets to ask is noticed here.

/** Lists and sums for people: only what `visibleTo` lets them see. */
const ASK = [
  'case-parts',
  'cases',
  'create-gifts',
  'digest-scope',
  'exports',
  'eyes',
  'figure-scope',
  'figure-sight',
  'hot-threads',
  'meeting-items',
  'member-export',
  'offers',
  'praise',
  'promises',
  'redraw-lists',
  'satisfaction',
  'search',
  'tasks',
  'to-do-cases',
  'topic-counts',
  'topic-likeness',
  'topic-reading',
];

/** For digests and the dashboard, with the condition that `digest-scope` or `figure-scope` has made of `visibleTo`. */
const ASK_BY_SCOPE = ['digest-cases', 'digest-facts', 'digest-points', 'figures-of-work'];

/** Nobody is shown what these read by their reading it. */
const NEED_NOT: Record<string, string[]> = {
  'of one case, or of a part of it: whoever asks has seen by maySee that they may': [
    'case-key',
    'case-lists',
    'case-pages',
    'case-row',
    'close-requests',
    'copies',
    'department-work',
    'evidence',
    'flagged-message',
    'followers',
    'issue-turns',
    'issues',
    'levels',
    'member-said',
    'transcripts',
  ],
  'asks with the condition that `search` has made of visibleTo; a test of the search looks for what is kept out':
    ['search-filters'],
  'changes a case that a rule has decided about, and shows it to nobody': [
    'change-case',
    'clocks',
    'files',
    'identities',
    'messages',
    'role-lost',
    'say',
    'thread-notes',
    'topic-links',
    'withdraw-handler',
  ],
  'finds out where something that came in belongs': [
    'case-of-message',
    'direct',
    'intake',
    'internal-cards',
    'jobs',
    'mail',
    'open-case',
    'scans',
    'threads',
  ],
  'who is told is decided when it is sent: assertInternal, contentOf, or what a webhook may hear': [
    'follow-cards',
    'reminders',
    'stale-news',
    'tell-programs',
  ],
  'which people or cases are to be looked at; each is asked for by itself afterwards': [
    'home-turns',
    'past-handlers',
    'search-backlog',
    'people-who-matter',
    'policy-seen',
    'roles',
  ],
  'counts what there is of a member, for themselves and for whoever erases it': ['privacy'],
  'whoever has the machine has the database as well': ['dead-letters', 'letters', 'replayable'],
  'takes away, or keeps the log': [
    'audit-chain',
    'erase',
    'erase-gifts',
    'erase-links',
    'erase-praise',
    'erase-traces',
    'erase-words',
    'tidy-cases',
    'tidy-files',
    'tidy-mail-files',
  ],
};

const text = (name: string) => readFileSync(`src/store/${name}.ts`, 'utf8');
const readers = readdirSync('src/store')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => text(name).includes('hearback.cases'));
const exempt = Object.values(NEED_NOT).flat();

describe('what reads cases', () => {
  it('asks for whom, or is named here with why it need not', () => {
    expect(readers.toSorted()).toEqual([...ASK, ...ASK_BY_SCOPE, ...exempt].toSorted());
  });

  it.each(ASK)('%s asks visibleTo', (name) => {
    expect(text(name)).toMatch(/visibleTo\(/);
  });

  it.each(ASK_BY_SCOPE)('%s has its condition from the scope', (name) => {
    const statements = text(name).match(/(?:from|join) hearback\.cases c\b[^`]*`/gs) ?? [];
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(statement).toContain('${where}');
  });

  it('reads what is kept for figures by what `figure-sight` or visibleTo lets somebody see, and nowhere else', () => {
    const kept = readers.filter((name) => /hearback\.figure(?:_group)?\b/.test(text(name)));
    expect(kept.toSorted()).toEqual(['figure-sight', 'figures-of-work', 'topic-reading']);
  });
});
