import { isStaff } from '../../cases/access.ts';
import { STATE_WORDS } from '../../cases/search/filters.ts';
import { HAS } from '../../cases/search/search-query.ts';
import { suggestSearch } from '../../cases/search/suggest.ts';
import type { Choice } from '../../chat/card.ts';
import { departmentNames, kindNames } from '../../policy/lookup.ts';
import { SEVERITIES } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import type { CommandContext } from './command.ts';
import { topicsSeen } from './topic-shown.ts';

type Around = Pick<CommandContext, 'policy' | 'workspace' | 'standing' | 'topics'> & { texts: Texts };

/** What a search can go on with, in the words of the community and as far as whoever types may know of it. */
export async function searchChoices(typed: string, around: Around): Promise<Choice[]> {
  const { policy, workspace, standing, texts } = around;
  const { states, severities } = texts.dashboard;
  const reads = isStaff(standing) || standing.departments.size > 0;
  return suggestSearch(typed, {
    kind: named(kindNames(policy, workspace, texts.common.code)),
    state: STATE_WORDS.map((value) => ({ value, label: wordFor(states, value) })),
    severity: SEVERITIES.map((value) => ({ value, label: severities[value] })),
    handler: [
      { value: 'me', label: 'me' },
      { value: 'none', label: 'none' },
    ],
    dept: named(departmentNames(workspace, texts.common.code)),
    topic: reads && /(^|\s)topic:\S*$/i.test(typed) ? await topicChoices(around) : [],
    has: HAS.map((value) => ({ value, label: value })),
  });
}

function named(all: readonly [key: string, name: string][]): Choice[] {
  return all.map(([value, label]) => ({ value, label }));
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

/** Those that people have named: others are called by a case's own words. */
async function topicChoices(around: Around): Promise<Choice[]> {
  const titles = (await topicsSeen(around)).flatMap(({ title }) => (title === null ? [] : [title]));
  return titles.map((title) => ({ value: title, label: title }));
}
