import type { Standing } from '../../cases/access.ts';
import { answerChoices } from '../../cases/cards/answer-choices.ts';
import { languageChoices } from '../../cases/cards/language-words.ts';
import { AUDIENCE_WORDS } from '../../cases/audience.ts';
import { AUDIENCES, caseName } from '../../cases/case.ts';
import { OPEN_STATES } from '../../cases/states.ts';
import type { Choice } from '../../chat/card.ts';
import type { Completion } from '../../chat/command.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { shorten } from '../../chat/text.ts';
import { giftName } from '../../policy/lookup.ts';
import { SEVERITIES, type Policy, type WorkspacePolicy } from '../../policy/schema.ts';
import type { Composer } from '../../replies/composer.ts';
import type { Store } from '../../store/store.ts';
import { PRIVACY_STEPS } from './privacy-steps.ts';
import { WAITS } from './waits.ts';
import { WHY } from './why.ts';

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
}

/** Everything that could be meant by an option, before what was typed narrows it. */
export async function choicesFor(
  { option, workspaceId }: Completion,
  { store, policy, workspace, standing, compose }: Around,
): Promise<Choice[]> {
  switch (option) {
    case 'case':
      return caseChoices(workspaceId, store, policy, standing);
    case 'department':
      return Object.entries(workspace.departments).map(([value, { name }]) => ({ value, label: name }));
    case 'do':
      return [...PRIVACY_STEPS];
    case 'language':
      return languageChoices(compose.languages(), null);
    case 'severity':
      return SEVERITIES.map((value) => ({ value, label: value }));
    case 'kind':
      return Object.entries(policy.kinds).map(([value, { name }]) => ({ value, label: name }));
    case 'gift':
      return Object.keys(policy.gifts).map((value) => ({
        value,
        label: shorten(giftName(policy, value, workspace.language ?? policy.language), LABEL_MAX),
      }));
    case 'for':
    case 'when':
      return WAITS;
    case 'template':
      return answerChoices(policy, null, compose.answers());
    case 'who':
      return AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] }));
    case 'why':
      return WHY;
    case 'say':
      return [
        { value: 'yes', label: 'Yes, go ahead' },
        { value: 'no', label: "I'd rather not" },
      ];
    case 'tell':
      return [
        { value: 'yes', label: 'Yes, tell the member' },
        { value: 'no', label: 'No, say nothing' },
      ];
    default:
      return [];
  }
}

async function caseChoices(
  workspaceId: WorkspaceId,
  store: Store,
  policy: Policy,
  eyes: Standing,
): Promise<Choice[]> {
  const states = [...OPEN_STATES, 'solved', 'dismissed'] as const;
  const cases = await store.list(workspaceId, { states, eyes, limit: CASES });
  return cases.map(({ number, member, quote }) => {
    const name = caseName(policy.prefix, number);
    return { value: name, label: shorten(`${name} · ${member.name}: ${quote}`, LABEL_MAX) };
  });
}
