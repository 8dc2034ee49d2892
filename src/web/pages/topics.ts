import { isStaff } from '../../cases/access.ts';
import { caseName } from '../../cases/case.ts';
import { isOpen } from '../../cases/states.ts';
import { membersOf, seenFrom, titleOf, topicName, type Topic } from '../../cases/topics/topic.ts';
import { Reading } from '../filters.ts';
import { sayIn } from '../figure-words.ts';
import type { Page, Rooms, Visitor } from '../page.ts';
import { clockIn } from '../times.ts';
import { versionOf } from '../version.ts';

/** Topics of a page, and cases that are named of each. */
const LISTED = 40;
const NAMED = 25;

/** What several members say about the same thing, as far as this person may see; departments those that were brought to them. */
export const topics: Page = {
  name: 'topics',
  method: 'GET',
  path: '/topics',
  allow: 'departments',
  async handle({ visitor, rooms, query, known }) {
    const { workspace, userId, texts } = visitor;
    const faults = new Reading(query, visitor).done();
    if (faults.length > 0)
      return { type: 'show', status: 400, view: 'topics', data: { faults, path: '/topics', topics: [] } };
    const found = await topicsFor(visitor, rooms);
    const version = versionOf(
      found.map((topic) => [
        topic.topicId,
        titleOf(topic, texts),
        topic.fixedAt,
        topic.mentions.map(({ caseId, state, member }) => [caseId, state, member.name]),
      ]),
    );
    if (known === version) return { type: 'same' };
    await rooms.audit.note({ workspaceId: workspace.id, actorId: userId, action: 'topics_listed' });
    return {
      type: 'show',
      view: 'topics',
      version,
      data: { faults, path: '/topics', topics: found.map((topic) => shown(topic, visitor)) },
    };
  },
};

/**
 * The topics with those of their cases that this very person may see: what a channel may be told (`topics.list`) and what of
 * that they are kept out of, or said themselves, is not the same.
 */
async function topicsFor({ workspace, standing, policy }: Visitor, rooms: Rooms): Promise<Topic[]> {
  const all = await rooms.topics.list([workspace.id], LISTED, standing);
  const known = isStaff(standing) ? all : all.filter(({ raisedAt }) => raisedAt !== null);
  return (
    known
      .map((topic) => seenFrom(topic, workspace.id, policy))
      // One case alone is no topic.
      .filter(({ mentions }) => mentions.length > 1)
  );
}

function shown(topic: Topic, { texts, policy, workspace, timeZone }: Visitor) {
  const words = texts.figures.topics;
  const clock = clockIn(timeZone, texts.common.code);
  const { mentions, fixedAt } = topic;
  const [latest] = mentions;
  return {
    name: topicName(topic),
    title: titleOf(topic, texts),
    counts: `${words.members(membersOf(mentions))}, ${words.cases(mentions.length)}`,
    latest: latest ? clock(latest.openedAt) : null,
    fixed: fixedAt && clock(fixedAt),
    open: sayIn(texts).number(mentions.filter(({ state }) => isOpen({ state })).length),
    cases: mentions.slice(0, NAMED).map(({ number, workspaceId, state, member, openedAt }) => ({
      name: caseName(policy.prefix, number),
      url: workspaceId === workspace.id ? `/cases/${number}` : null,
      state: texts.dashboard.states[state],
      member: member.name,
      opened: clock(openedAt),
    })),
    more: mentions.length > NAMED ? words.more(mentions.length - NAMED) : null,
  };
}
