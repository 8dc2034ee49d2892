import { bold, link, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { kindName } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { caseName } from '../case.ts';
import type { DigestCase, Listed } from './facts.ts';

/** A heading, a line each, and how many there are besides; nothing where there is nothing. */
export function section<T>(
  heading: string,
  { total, first }: Listed<T>,
  line: (each: T) => Inline[],
  { says }: Texts,
): Block[] {
  if (total === 0) return [];
  const more = total - first.length;
  return [
    paragraph(bold(total === 1 ? heading : `${heading} (${total})`)),
    {
      type: 'list',
      ordered: false,
      items: [...first.map(line), ...(more > 0 ? [[text(says.digest.more(more))]] : [])],
    },
  ];
}

/** A case with its kind and who handles it; nobody's words. */
export function caseWords(
  found: DigestCase,
  { policy, workspace, texts }: { policy: Policy; workspace: Pick<WorkspacePolicy, 'id'>; texts: Texts },
): Inline[] {
  const { handlerId } = found;
  return [
    caseLink(found, policy),
    text(` ${kindName(policy, { kind: found.kind, workspaceId: workspace.id }, texts.common.code)}`),
    ...(handlerId === null ? [] : [text(' · '), person(handlerId)]),
  ];
}

/** Its number, which leads to its message. */
export function caseLink({ number, permalink }: DigestCase, policy: Policy): Inline {
  const name = caseName(policy.prefix, number);
  return permalink ? link(name, permalink) : bold(name);
}

/** With commas between. */
export function joined(parts: readonly Inline[][]): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text(', '), ...part]));
}

/** Without line breaks. */
export function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
