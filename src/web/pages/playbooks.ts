import type { PageChart } from '../../cases/figures/page-chart.ts';
import { playbookName } from '../../policy/lookup.ts';
import type { PlaybookEffect } from '../../store/figures-port.ts';
import { figurePage } from '../figure-page.ts';
import { figureFrame, figureQuery } from '../figure-query.ts';
import { NONE, sayIn, type Table } from '../figure-words.ts';
import type { Page, Visitor } from '../page.ts';
import { pictures } from '../pictures.ts';

const FIELDS = ['department'] as const;

/** What each playbook came to: how many of its cases were solved, how satisfied the members were, how soon they were answered. */
export const playbooks: Page = {
  name: 'playbooks',
  method: 'GET',
  path: '/playbooks',
  allow: 'staff',
  async handle(parts) {
    const { visitor, rooms, query } = parts;
    const { texts, policy } = visitor;
    const asked = figureQuery(query, visitor, rooms.now(), FIELDS);
    const frame = {
      ...figureFrame('/playbooks', query, asked, visitor, FIELDS),
      title: texts.dashboard.pages.playbooks,
      intro: texts.figures.playbooks.intro,
    };
    const ofKind = new Map(Object.entries(policy.kinds).map(([key, { playbook }]) => [key, playbook]));
    return figurePage(parts, frame, {
      name: 'playbooks',
      read: () => rooms.figures.playbooks(asked.scope, asked.time, ofKind),
      draw: async (found) => {
        const effects = found.map((each) => ({ ...each, name: nameOf(each, visitor) }));
        return {
          pictures: effects.length > 0 ? await pictures([chartOf(effects, visitor)], rooms) : [],
          tables: effects.length > 0 ? [tableOf(effects, visitor)] : [],
          note: effects.length > 0 ? texts.figures.playbooks.satisfiedNote : null,
          isEmpty: effects.length === 0,
        };
      },
    });
  },
};

type Named = PlaybookEffect & { name: string };

function nameOf({ playbook }: PlaybookEffect, { policy, workspace, texts }: Visitor): string {
  if (playbook === null) return texts.figures.playbooks.without;
  return playbookName(policy, workspace, playbook, texts.common.code);
}

function chartOf(effects: readonly Named[], { texts }: Visitor): PageChart {
  const words = texts.figures.playbooks;
  const share = (part: number, all: number) => (all === 0 ? null : Math.floor((100 * part) / all));
  return {
    title: words.shares,
    labels: effects.map(({ name }) => name),
    isOfNames: true,
    form: 'bars',
    domain: [0, 100],
    series: [
      { name: words.solved, values: effects.map(({ solved, cases }) => share(solved, cases)) },
      {
        name: words.satisfied,
        values: effects.map(({ satisfied, ratings }) => share(satisfied, ratings)),
      },
    ],
  };
}

function tableOf(effects: readonly Named[], { texts }: Visitor): Table {
  const words = texts.figures.playbooks;
  const say = sayIn(texts);
  const shared = (part: number, all: number) =>
    all === 0 ? NONE : `${say.percent(part, all)} (${say.number(part)})`;
  return {
    caption: texts.figures.numbers,
    head: [words.playbook, words.cases, words.solved, words.satisfied, words.firstAnswer, words.reopened],
    rows: effects.map(({ name, cases, solved, satisfied, ratings, waitedS, reopened }) => ({
      cells: [
        name,
        say.number(cases),
        shared(solved, cases),
        shared(satisfied, ratings),
        say.length(waitedS),
        shared(reopened, cases),
      ],
      url: null,
    })),
  };
}
