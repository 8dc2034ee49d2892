import { isStaff, maySee } from '../../cases/access.ts';
import { caseName, type CaseFile, type HistoryRow } from '../../cases/case.ts';
import { nextWords } from '../../cases/cards/clock-words.ts';
import { originWords } from '../../cases/origin.ts';
import { isOpen } from '../../cases/states.ts';
import { stepTarget, type StepNames } from '../../cases/step-target.ts';
import { typedAs } from '../../cases/typed-as.ts';
import { departmentName, kindName } from '../../policy/lookup.ts';
import type { Names } from '../names.ts';
import type { Texts } from '../../texts/index.ts';
import type { Page, Rooms, Visitor } from '../page.ts';
import { lengthy } from '../long-text.ts';
import { timelineOf } from '../timeline.ts';
import { clockIn, type Shown } from '../times.ts';
import { versionOf } from '../version.ts';

/** How much of each kind one page shows; the newest. */
const SHOWN = 200;

/** One case with its whole story, to read. One that may not be seen does not exist. */
export const showCase: Page = {
  name: 'case',
  method: 'GET',
  path: '/cases/:number',
  allow: 'departments',
  async handle({ visitor, rooms, names, params, known }) {
    const typed = params['number'] ?? '';
    if (!/^[1-9]\d{0,8}$/.test(typed)) return { type: 'missing' };
    const { workspace, userId, standing } = visitor;
    const key = { workspaceId: workspace.id, number: Number(typed) };
    // Asked before anything else of it is read, so that one that may not be seen takes as long as none.
    const guard = await rooms.store.guard(key);
    const file = guard && maySee(standing, guard) ? await rooms.store.read(key) : null;
    if (!file || !maySee(standing, file)) return { type: 'missing' };
    const { caseId } = file.case;
    const story = await storyOf(file, visitor, rooms);
    // Words of others are erased in it, and files are copied, without a step of its own.
    const version = versionOf([caseId, file.case.version, file.departments, file.clocks, story]);
    if (known === version) return { type: 'same' };
    // Written down before anything of it is shown.
    await rooms.audit.note({ workspaceId: workspace.id, actorId: userId, action: 'case_shown', caseId });
    return { type: 'show', view: 'case', version, data: await view(file, story, visitor, names) };
  },
};

type Story = Awaited<ReturnType<typeof storyOf>>;

async function storyOf(file: CaseFile, { workspace, standing }: Visitor, { store, pages }: Rooms) {
  const key = { workspaceId: workspace.id, caseId: file.case.caseId };
  const [messages, replies, history, notes] = await Promise.all([
    pages.messages(key, SHOWN),
    pages.replies(key, SHOWN),
    store.history(key, SHOWN),
    store.notes(key, SHOWN),
  ]);
  // A department sees what the member was told, and no answers that are still being thought about.
  const told = isStaff(standing) ? replies : replies.filter(({ state }) => state === 'sent');
  const isCut = [messages, replies, history, notes].some(({ length }) => length === SHOWN);
  return { messages, replies: told, history, notes, isCut };
}

async function view(file: CaseFile, story: Story, visitor: Visitor, names: Names) {
  const { policy, workspace, timeZone, texts } = visitor;
  const { messages, replies, history, notes, isCut } = story;
  const { code } = texts.common;
  const words = {
    kind: (key: string) => kindName(policy, { ...file.case, kind: key }, code),
    department: (key: string) => departmentName(workspace, key, code),
    texts,
  };
  const nameOf = await names(workspace.id, [
    ...peopleIn(history, words),
    ...[...replies, ...notes].flatMap(({ authorId }) => authorId ?? []),
    ...file.reporters,
    ...(file.case.handlerId === null ? [] : [file.case.handlerId]),
  ]);
  const clock = clockIn(timeZone, code);
  return {
    facts: factsOf(file, visitor, nameOf),
    nextLabel: texts.cards.facts.next,
    timeline: timelineOf(
      { number: file.case.number, messages, replies, history },
      { ...words, person: nameOf },
      clock,
    ),
    cut: isCut
      ? texts.dashboard.case.cut(
          typedAs(`transcript ${caseName(policy.prefix, file.case.number)}`, workspace.id),
        )
      : null,
    notes: notes.map(({ authorId, text, at }) => ({
      who: nameOf(authorId),
      at: clock(at),
      text: lengthy(text),
    })),
  };
}

function peopleIn(history: readonly HistoryRow[], words: StepNames): string[] {
  return history.flatMap((step) => {
    const target = stepTarget(step, words);
    return [
      ...(step.actorId === null ? [] : [step.actorId]),
      ...(target && 'person' in target ? [target.person] : []),
    ];
  });
}

function factsOf(file: CaseFile, visitor: Visitor, nameOf: (userId: string) => string) {
  const { policy, workspace, timeZone, texts } = visitor;
  const { states, severities } = texts.dashboard;
  const found = file.case;
  const clock = clockIn(timeZone, texts.common.code);
  return {
    name: caseName(policy.prefix, found.number),
    kind: kindName(policy, found, texts.common.code),
    state: states[found.state],
    isOpen: isOpen(found),
    severity: { key: found.severity, label: severities[found.severity] },
    member: found.member.name,
    handler: found.handlerId === null ? null : nameOf(found.handlerId),
    departments: file.departments.map((key) => departmentName(workspace, key, texts.common.code)).join(', '),
    reporters: file.reporters.map(nameOf),
    // What is due by staff is theirs to know.
    next: isOpen(found) && isStaff(visitor.standing) ? nextOf(file, clock, texts) : null,
    opened: clock(found.openedAt),
    origin: found.origin === null ? null : originWords(found.origin, texts),
    permalink: webAddress(found.permalink),
    language: found.language,
    quote: lengthy(found.quote),
  };
}

/** What comes next of a case, in a line. */
function nextOf(file: CaseFile, clock: (at: Date) => Shown, texts: Texts): string {
  return nextWords(file, texts)
    .map((each) => (each.type === 'time' ? clock(each.at).text : 'text' in each ? each.text : ''))
    .join('');
}

/** The platform's address of the message, unless it is something else than an address. */
function webAddress(permalink: string | null): string | null {
  return permalink !== null && URL.canParse(permalink) && /^https?:$/.test(new URL(permalink).protocol)
    ? permalink
    : null;
}
