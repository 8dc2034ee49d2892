import { channel, person, text, type Inline } from '../../chat/rich.ts';
import { inLanguage } from '../../policy/localized-text.ts';
import { homeOf } from '../../policy/lookup.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import type { Cc } from '../case.ts';

/** Who reads a case along, as people of its community read it: a channel elsewhere is called by the department that lives there. */
export function ccInline(cc: Cc, workspace: WorkspacePolicy, { cards: { facts }, common }: Texts): Inline {
  if ('userId' in cc) return person(cc.userId);
  if (cc.workspaceId === workspace.id) return channel(cc.channelId);
  const department = Object.values(workspace.departments).find(
    (each) => each.channel === cc.channelId && homeOf(workspace, each) === cc.workspaceId,
  );
  return text(
    department
      ? facts.channelOf(inLanguage(department.name, common.code, workspace))
      : facts.channelElsewhere,
  );
}
