import type { LocalizedText } from '../../policy/localized-text.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { SearchNames } from './filters.ts';

/** What filters can name in a community. @param userId whom `me` stands for */
export function searchNamesIn(policy: Policy, workspace: WorkspacePolicy, userId: string): SearchNames {
  const named = (all: Readonly<Record<string, { name: LocalizedText }>>) =>
    Object.fromEntries(Object.entries(all).map(([key, { name }]) => [key, name]));
  return {
    prefix: policy.prefix,
    kinds: named(policy.kinds),
    departments: named(workspace.departments),
    userId,
  };
}
