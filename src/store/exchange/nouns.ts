import type { Noun } from './noun.ts';
import { NOUNS_OF_WORDS } from './nouns-of-words.ts';
import { NOUNS_OF_WORK } from './nouns-of-work.ts';

const keyOf = (alias: string) => `${alias}.workspace_id || '/' || ${alias}.number`;

/** The case a topic is named after: the first of its cases. */
const FIRST_OF_TOPIC = `(select ${keyOf('c')} from hearback.topic_case f join hearback.cases c using (case_id)
  where f.topic_id = n.topic_id order by c.workspace_id, c.number limit 1)`;

const OTHER = '(case when n.case_id = $1 then n.other_id else n.case_id end)';

/** The case itself: what a line `case` says. Its workspace and number stand before all of this. */
export const CASE: Noun = {
  type: 'case',
  table: 'cases',
  order: 'n.case_id',
  columns: {
    kind: 'text',
    state: 'text',
    severity: 'text',
    memberId: 'text',
    memberName: 'text',
    sourceChannel: 'text?',
    sourceMessage: 'text?',
    threadChannel: 'text?',
    threadMessage: 'text?',
    permalink: 'text?',
    quote: 'text',
    origin: 'text?',
    handlerId: 'text?',
    snoozedUntil: 'time?',
    snoozedForMember: 'boolean',
    language: 'text',
    languageFrom: 'text',
    audience: 'text',
    level: 'number',
    version: 'number',
    openedAt: 'time',
    closedAt: 'time?',
    helpChannel: 'text?',
    helpMessage: 'text?',
    erasedAt: 'time?',
  },
};

/** What hangs on a case, in the order in which it is written and read: what others refer to first. */
export const NOUNS: readonly Noun[] = [
  ...NOUNS_OF_WORK,
  ...NOUNS_OF_WORDS,
  {
    type: 'topic',
    table: 'topic',
    order: 'n.topic_id',
    from: `hearback.topic_case tc join hearback.topic n using (topic_id) join hearback.cases own on own.case_id = tc.case_id
      where tc.case_id = $1 and ${FIRST_OF_TOPIC} = ${keyOf('own')}`,
    columns: {
      title: 'text?',
      madeAt: 'time',
      raisedAt: 'time?',
      fixedAt: 'time?',
      round: 'number',
    },
  },
  {
    type: 'subject',
    table: 'topic_case',
    order: 'n.case_id',
    columns: {
      terms: 'texts',
      language: 'text',
      topic: 'text?',
      how: 'text?',
      linkedBy: 'text?',
      linkedAt: 'time?',
    },
    read: { topic: FIRST_OF_TOPIC },
  },
  {
    type: 'apart',
    table: 'topic_apart',
    order: 'c.workspace_id, c.number',
    // With the later of the two, when the other one is known.
    from: `hearback.topic_apart n join hearback.cases c on c.case_id = ${OTHER} join hearback.cases own on own.case_id = $1
      where $1 in (n.case_id, n.other_id) and (c.workspace_id, c.number) < (own.workspace_id, own.number)`,
    columns: { other: 'text', saidBy: 'text?', at: 'time' },
    read: { other: keyOf('c') },
  },
  {
    type: 'history',
    table: 'history',
    order: 'n.history_id',
    columns: { actorId: 'text?', action: 'text', detail: 'json?', at: 'time' },
    isMany: true,
    seenBy: 'readers',
  },
];

/** Two accounts of one person: whoever is kept out of a case is so with both. They come before all cases. */
export const IDENTITY: Noun = {
  type: 'identity',
  table: 'identity_link',
  order: 'n.linked_at, n.workspace_id, n.user_id, n.other_workspace, n.other_user',
  columns: {
    userId: 'text',
    otherWorkspace: 'text',
    otherUser: 'text',
    linkedBy: 'text?',
    linkedAt: 'time',
  },
};
