import type { Standing } from '../../cases/access.ts';
import { answerChoices } from '../../cases/cards/answer-choices.ts';
import { languageChoices } from '../../cases/cards/language-words.ts';
import { AUDIENCE_WORDS } from '../../cases/audience.ts';
import { AUDIENCES, caseName } from '../../cases/case.ts';
import { RATINGS } from '../../cases/close-request.ts';
import { LEVEL_WORDS } from '../../cases/level.ts';
import { personZone } from '../../cases/person-zone.ts';
import { OPEN_STATES } from '../../cases/states.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Choice } from '../../chat/card.ts';
import type { Completion } from '../../chat/command.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { shorten } from '../../chat/text.ts';
import { giftName } from '../../policy/lookup.ts';
import { SEVERITIES, type Policy, type WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import type { People } from '../../store/people-port.ts';
import type { Store } from '../../store/store.ts';
import { DEPARTMENT_CHOICES } from './department-choices.ts';
import { IDENTITY_STEPS } from './identity-steps.ts';
import { CC_STEPS, copyChoices } from './copy-channels.ts';
import { TOPIC_STEPS } from './topic-choices.ts';
import { NEXT_WISHES } from './next-wishes.ts';
import { ORIGIN_CHOICES } from './origin-choices.ts';
import { MEETING_STEPS } from './meeting-steps.ts';
import { PRIVACY_STEPS } from './privacy-steps.ts';
import { UNTIL_MEMBER, waitChoices } from './waits.ts';
import { WHY } from './why.ts';
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
  chat: ChatAdapter;
  now: Date;
}

/** Options whose choices are those of one command. */
const OF_COMMAND: Readonly<Record<string, readonly Choice[]>> = {
  'privacy do': PRIVACY_STEPS,
  'meeting do': MEETING_STEPS,
  'department do': DEPARTMENT_CHOICES,
  'identity do': IDENTITY_STEPS,
  'topic do': TOPIC_STEPS,
  'cc do': CC_STEPS,
  'transcript as': ['html', 'md', 'json'].map((value) => ({ value, label: value })),
  'transcript for': [
    { value: 'staff', label: 'staff: with internal notes' },
    { value: 'member', label: 'member: only what they said and saw' },
  ],
  'send wait': [
    { value: 'yes', label: 'Yes, wait for the member then' },
    { value: 'no', label: 'No, do not wait' },
  ],
};

/** Options whose choices are the same everywhere. */
const FIXED: Readonly<Record<string, readonly Choice[]>> = {
  severity: SEVERITIES.map((value) => ({ value, label: value })),
  level: [
    { value: 'L2', label: LEVEL_WORDS[2] },
    { value: 'L3', label: LEVEL_WORDS[3] },
  ],
  wish: NEXT_WISHES,
  origin: ORIGIN_CHOICES,
  who: AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] })),
  why: WHY,
  say: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  rating: RATINGS.map((rating) => ({ value: String(rating), label: String(rating) })),
  tell: [
    { value: 'yes', label: 'Yes, tell the member' },
    { value: 'no', label: 'No, say nothing' },
  ],
};

/** Everything that could be meant by an option, before what was typed narrows it. */
export async function choicesFor(
  { command, option, workspaceId, typed, by }: Completion,
  { store, policy, workspace, standing, compose, people, chat, now }: Around,
): Promise<Choice[]> {
  switch (option) {
    case 'case':
      return caseChoices(workspaceId, store, policy, standing);
    case 'department':
      return Object.entries(workspace.departments).map(([value, { name }]) => ({ value, label: name }));
    case 'language':
      return languageChoices(compose.languages(), null);
    case 'kind':
      return Object.entries(policy.kinds).map(([value, { name }]) => ({ value, label: name }));
    case 'gift':
      return Object.keys(policy.gifts).map((value) => ({
        value,
        label: shorten(giftName(policy, value, workspace.language ?? policy.language), LABEL_MAX),
      }));
    case 'for':
    case 'when': {
      const { zone } = await personZone(by.userId, { people, chat, workspace, policy });
      const choices = waitChoices(typed, now, zone);
      return command === 'snooze' ? [UNTIL_MEMBER, ...choices] : choices;
    }
    case 'zone':
      return zoneChoices(workspace.timeZone ?? policy.timeZone, now);
    case 'channel':
      return copyChoices(workspace);
    case 'tracker':
      return Object.entries(policy.issues).map(([value, { name = value }]) => ({ value, label: name }));
    case 'template':
      return answerChoices(policy, null, compose.answers());
    default:
      return [...(choicesIn(OF_COMMAND, `${command} ${option}`) ?? choicesIn(FIXED, option) ?? [])];
  }
}

function choicesIn(
  fixed: Readonly<Record<string, readonly Choice[]>>,
  name: string,
): readonly Choice[] | undefined {
  return Object.hasOwn(fixed, name) ? fixed[name] : undefined;
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
