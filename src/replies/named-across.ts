import { accountOf, idIn, isElsewhere, platformName } from '../chat/account.ts';
import { encodeAction } from '../chat/action-id.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import type { Content, Invocation } from '../chat/card.ts';
import type { Answer } from '../chat/command.ts';
import { withInlines, withParts, type Putting } from '../chat/each-inline.ts';
import { isMail } from '../chat/mail.ts';
import type { WorkspaceId } from '../chat/ref.ts';
import { text, type Inline } from '../chat/rich.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { Policy } from '../policy/schema.ts';
import { textsIn } from '../texts/index.ts';

/** Where the names come from. */
export interface Naming {
  chat(workspaceId: WorkspaceId): Pick<ChatAdapter, 'fetchPerson' | 'fetchChannel'>;
  policy: Policy;
}

/** Whose case it is, and in which workspace it is read. */
export interface Way {
  home: WorkspaceId;
  where: WorkspaceId;
}

/**
 * The same content as people of another workspace can read it: whom and what their platform does not know stands there by name,
 * who is one of them is named as usual, and the buttons say whose case it is. At home only people of elsewhere become names.
 */
export async function contentAcross(content: Content, way: Way, naming: Naming): Promise<Content> {
  if (content.type === 'reply') return content;
  return translated((put) => ({ ...content, card: withParts(content.card, put) }), way, naming);
}

/** The same for what only one person sees. */
export async function answerAcross(answer: Answer, way: Way, naming: Naming): Promise<Answer> {
  switch (answer.type) {
    case 'silent':
      return answer;
    case 'say':
      return translated(
        (put) => ({ ...answer, blocks: withInlines(answer.blocks, put.inline) }),
        way,
        naming,
      );
    case 'card':
      return translated((put) => ({ ...answer, card: withParts(answer.card, put) }), way, naming);
    case 'form': {
      if (way.where === way.home) return answer;
      const { form } = answer;
      const fields = form.fields.map((field) => {
        if (field.type !== 'person' || field.initial === undefined) return field;
        const { initial, ...rest } = field;
        const { workspaceId, userId } = accountOf(way.home, initial);
        return workspaceId === way.where ? { ...rest, initial: userId } : rest;
      });
      return { ...answer, form: { ...form, fields, invoke: comingHome(form.invoke, way) } };
    }
  }
}

/** Drawn twice: the first time says whose names are needed. */
async function translated<T>(draw: (put: Putting) => T, way: Way, naming: Naming): Promise<T> {
  const needed = new Map<string, () => Promise<string>>();
  const names = new Map<string, string>();
  const put: Putting = {
    invoke: (invoke) => fitting(comingHome(invoke, way)),
    inline: (inline) => {
      const key = keyOf(inline, way);
      if (key !== null && !needed.has(key)) needed.set(key, () => nameOf(inline, way, naming));
      return named(inline, key === null ? null : (names.get(key) ?? ''), way);
    },
  };
  const drawn = draw(put);
  if (needed.size === 0) return drawn;
  await Promise.all([...needed].map(async ([key, find]) => names.set(key, await find())));
  return draw(put);
}

/** What has to be looked up to name it there; null for what its readers' platform names itself. */
function keyOf(inline: Inline, { home, where }: Way): string | null {
  if (inline.type === 'channel') return where === home ? null : `channel ${inline.channelId}`;
  if (inline.type !== 'person') return null;
  if (where === home && !isElsewhere(inline.userId)) return null;
  return accountOf(home, inline.userId).workspaceId === where ? null : `person ${inline.userId}`;
}

function named(inline: Inline, name: string | null, { home, where }: Way): Inline {
  if (name !== null) return text(name);
  if (inline.type !== 'person') return inline;
  return { ...inline, userId: idIn(where, accountOf(home, inline.userId)) };
}

async function nameOf(inline: Inline, { home, where }: Way, { chat, policy }: Naming): Promise<string> {
  if (inline.type !== 'person' && inline.type !== 'channel') return '';
  const account =
    inline.type === 'person' ? accountOf(home, inline.userId) : { workspaceId: home, userId: '' };
  const { workspaceId, userId } = account;
  if (isMail(workspaceId)) return userId;
  const whose = workspaceOf(policy, workspaceId)?.name ?? platformName(workspaceId);
  try {
    return inline.type === 'person'
      ? `${(await chat(workspaceId).fetchPerson(workspaceId, userId)).name} (${whose})`
      : `#${(await chat(home).fetchChannel(home, inline.channelId)).name} (${whose})`;
  } catch {
    // A platform that does not answer costs the name, not the card.
    const { says } = textsIn(
      (workspaceOf(policy, where) ?? workspaceOf(policy, home))?.language,
      policy.language,
    );
    return inline.type === 'person' ? says.flags.somebodyOf(whose) : says.flags.channelOf(whose);
  }
}

/** A button says whose case it is where that is not the community it is pressed in. */
function comingHome(invoke: Invocation, { home, where }: Way): Invocation {
  return where === home ? invoke : { ...invoke, values: { in: home, ...invoke.values } };
}

/** One that would be too long for the platforms cannot be pressed there: the command is typed. */
function fitting(invoke: Invocation): Invocation | null {
  try {
    encodeAction(invoke);
    return invoke;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
