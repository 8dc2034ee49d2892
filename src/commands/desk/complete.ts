import type { Standing } from '../../cases/access.ts';
import { answerChoices } from '../../cases/cards/answer-choices.ts';
import { languageChoices } from '../../cases/cards/language-words.ts';
import { AUDIENCES, caseName } from '../../cases/case.ts';
import { RATINGS } from '../../cases/close-request.ts';
import { personZone } from '../../cases/person-zone.ts';
import { OPEN_STATES } from '../../cases/states.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Choice } from '../../chat/card.ts';
import type { Completion } from '../../chat/command.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { shorten } from '../../chat/text.ts';
import { departmentNames, giftName, kindNames } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import type { People } from '../../store/people-port.ts';
import type { Topics } from '../../store/topics-port.ts';
import type { Store } from '../../store/store.ts';
import type { Texts, Wording } from '../../texts/index.ts';
import { departmentChoices } from './department-choices.ts';
import { identityChoices } from './identity-steps.ts';
import { copyChoices, copyStepChoices } from './copy-channels.ts';
import { topicStepChoices } from './topic-choices.ts';
import { wishChoices } from './next-wishes.ts';
import { originChoices } from './origin-choices.ts';
import { meetingChoices } from './meeting-steps.ts';
import { severityChoices } from './picks.ts';
import { searchChoices } from './search-choices.ts';
import { privacyChoices } from './privacy-steps.ts';
import { untilMember, waitChoices } from './waits.ts';
import { reasonChoices } from './why.ts';
import { zoneChoices } from './zone-choices.ts';

/** How many open cases are looked through for a suggestion. */
const CASES = 200;

/** Longest label Discord shows for a suggestion (characters). https://docs.discord.com/developers/interactions/application-commands */
const LABEL_MAX = 100;

/** What the choices come from. */
interface Around {
  store: Store;
  policy: Policy;
  workspace: WorkspacePolicy;
  standing: Standing;
  compose: Composer;
  people: People;
  topics: Topics;
  chat: ChatAdapter;
  /** In the language of whoever types. */
  texts: Texts;
  now: Date;
}

/** What is chosen from, in the language of whoever types. */
type Fixed = Readonly<Record<string, Wording<readonly Choice[]>>>;

/** Options whose choices are those of one command. */
const OF_COMMAND: Fixed = {
  'privacy do': privacyChoices,
  'meeting do': meetingChoices,
  'department do': departmentChoices,
  'identity do': identityChoices,
  'topic do': topicStepChoices,
  'cc do': copyStepChoices,
  'transcript as': () => ['html', 'md', 'json'].map((value) => ({ value, label: value })),
  'transcript for': ({ commands: { picked } }) => [
    { value: 'staff', label: picked.choices.forStaff },
    { value: 'member', label: picked.choices.forMember },
  ],
  'send wait': ({ commands: { picked } }) => [
    { value: 'yes', label: picked.choices.wait },
    { value: 'no', label: picked.choices.noWait },
  ],
};

/** Options whose choices are the same everywhere. */
const FIXED: Fixed = {
  severity: severityChoices,
  level: ({ rules }) => [
    { value: 'L2', label: rules.words.levels[2] },
    { value: 'L3', label: rules.words.levels[3] },
  ],
  wish: wishChoices,
  origin: originChoices,
  who: ({ rules }) => AUDIENCES.map((value) => ({ value, label: rules.words.audiences[value] })),
  why: reasonChoices,
  say: ({ common }) => [
    { value: 'yes', label: common.yes },
    { value: 'no', label: common.no },
  ],
  rating: () => RATINGS.map((rating) => ({ value: String(rating), label: String(rating) })),
  tell: ({ commands: { picked } }) => [
    { value: 'yes', label: picked.choices.tell },
    { value: 'no', label: picked.choices.tellNot },
  ],
};

/** Everything that could be meant by an option, before what was typed narrows it. */
export async function choicesFor(
  { command, option, workspaceId, typed, by }: Completion,
  around: Around,
): Promise<Choice[]> {
  const { store, policy, workspace, standing, compose, people, chat, texts, now } = around;
  switch (option) {
    case 'case':
      return caseChoices(workspaceId, store, policy, standing);
    case 'department':
      return departmentNames(workspace, texts.common.code).map(([value, label]) => ({ value, label }));
    case 'language':
      return languageChoices(compose.languages(), null, texts);
    case 'kind':
      return kindNames(policy, workspace, texts.common.code).map(([value, label]) => ({ value, label }));
    case 'gift':
      return Object.keys(policy.gifts).map((value) => ({
        value,
        label: shorten(giftName(policy, workspace, value, texts.common.code), LABEL_MAX),
      }));
    case 'for':
    case 'when': {
      const { zone } = await personZone(by.userId, { people, chat, workspace, policy });
      const choices = waitChoices(typed, now, zone, texts);
      return command === 'snooze' ? [untilMember(texts), ...choices] : choices;
    }
    case 'zone':
      return zoneChoices(workspace.timeZone ?? policy.timeZone, now);
    case 'channel':
      return copyChoices(workspace, texts);
    case 'query':
      return searchChoices(typed, around);
    case 'tracker':
      return Object.entries(policy.issues).map(([value, { name = value }]) => ({ value, label: name }));
    case 'template':
      return answerChoices(policy, workspace, null, compose.answers(), texts);
    default:
      return [
        ...(choicesIn(OF_COMMAND, `${command} ${option}`, texts) ?? choicesIn(FIXED, option, texts) ?? []),
      ];
  }
}

function choicesIn(fixed: Fixed, name: string, texts: Texts): readonly Choice[] | undefined {
  return Object.hasOwn(fixed, name) ? fixed[name]?.(texts) : undefined;
}

async function caseChoices(
  workspaceId: WorkspaceId,
  store: Store,
  policy: Policy,
  eyes: Standing,
): Promise<Choice[]> {
  const states = [...OPEN_STATES, 'solved', 'closed_unconfirmed', 'dismissed'] as const;
  const cases = await store.list(workspaceId, { states, eyes, limit: CASES });
  return cases.map(({ number, member, quote }) => {
    const name = caseName(policy.prefix, number);
    return { value: name, label: shorten(`${name} · ${member.name}: ${quote}`, LABEL_MAX) };
  });
}
