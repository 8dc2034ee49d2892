import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { HeatLimits } from './heat-of.ts';

/** When a thread of this channel is hot: the nearest that the policy says; null: nothing is counted there. */
export function heatLimits(policy: Policy, workspace: WorkspacePolicy, channelId: string): HeatLimits | null {
  const { hotThreads: all } = policy;
  const { hotThreads: own = { channels: {} } } = workspace;
  if (all === false || own === false) return null;
  const here = Object.hasOwn(own.channels, channelId) ? own.channels[channelId] : {};
  if (here === undefined || here === false) return null;
  const limit = (name: keyof HeatLimits) => here[name] ?? own[name] ?? all[name];
  return { replies: limit('replies'), people: limit('people'), upset: limit('upset') };
}
