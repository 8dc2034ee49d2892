import { describe, expect, it } from '@jest/globals';
import { faultsInBlocks } from '../../sandbox/slack/block-kit.ts';
import { render as onDiscord } from '../../src/adapters/discord/render.ts';
import { render as onSlack } from '../../src/adapters/slack/render.ts';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { evidenceCard } from '../../src/cases/cards/evidence.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import type { View } from '../../src/cases/cards/view.ts';
import type { DepartmentWork } from '../../src/cases/case.ts';
import type { Card } from '../../src/chat/card.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { aFile, aReply, NOW, policy, workspace } from '../support/factories.ts';

const long = (what: string, length: number) => `${what} `.repeat(length).slice(0, length).trim();
const NAMES = ['Quality', 'Support', 'Legal', 'Payments'];
const work = (department: string): DepartmentWork => ({
  department,
  state: 'elsewhere',
  question: long('Why', 1_000),
  by: 'U0QUINN',
  at: NOW,
  words: long('words', 3_000),
  link: `https://tracker.example/${department}/1`,
});
const departments = Object.fromEntries(
  NAMES.map((name) => [name.toLowerCase(), { ...workspace.departments['qa']!, name }]),
);
const view: View = {
  file: aFile({
    departments: Object.keys(departments),
    departmentWork: Object.keys(departments).map(work),
    replies: Array.from({ length: 9 }, (_, index) =>
      aReply({ replyId: index, state: 'sent', queuedAt: NOW, markdown: long('answered', 10_000) }),
    ),
    fileCount: 12,
    case: {
      quote: long('quoted', 4_000),
      member: { userId: 'U0ALMA', name: long('Alma', 80) },
      state: 'waiting_on_team',
    },
  }),
  workspace: { ...workspace, departments },
  policy,
  earlier: [],
  topic: null,
};
const left = Array.from({ length: 120 }, (_, index) => ({
  name: long(`file-${index}`, 200),
  why: 'one message takes 10 files',
}));
const states = Object.keys(departments).map((key) => `tracker.example/${key}/1`);

describe.each<[string, Card, string[]]>([
  ['of a department', escalationCard(view, 'quality', false), ['Question', 'Why Why', states[0]!, 'Handler']],
  ['of the moderators', triageCard(view, createComposer(loadTemplates('templates'))), [...NAMES, ...states]],
  ['of files', evidenceCard(view, { files: [], left }), ['Not here', 'file-0']],
])('a card %s with long words in every field', (_of, card, told) => {
  it('is one that Slack takes, with all that has to be known', () => {
    const { blocks } = onSlack({ type: 'card', card }, (id) => id);

    expect(faultsInBlocks(blocks, 'message')).toEqual([]);
    for (const each of told) expect(JSON.stringify(blocks)).toContain(each);
  });

  it('is one that Discord takes, with all that has to be known', () => {
    const { embeds } = onDiscord({ type: 'card', card });

    for (const each of told) expect(JSON.stringify(embeds)).toContain(each);
  });
});
