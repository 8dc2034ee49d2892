import { decodeAction, encodeAction } from '../../chat/action-id.ts';
import type { Invocation } from '../../chat/card.ts';

/** Between the invocation and a select's option. An encoded invocation has no such character. */
const OPTION = '#';

/** `claim?case=FB-12` */
export function buttonId(invoke: Invocation): string {
  return encodeAction(invoke);
}

/** `severity?case=FB-12#severity`: the option is filled by what is chosen. */
export function selectId(invoke: Invocation, option: string): string {
  return `${encodeAction(invoke)}${OPTION}${option}`;
}

/** @returns null for an id that is not one of ours, such as a link's. */
export function invocationOf(actionId: string, chosen: string | null): Invocation | null {
  const [id = '', option] = actionId.split(OPTION, 2);
  const invoke = decodeAction(id);
  if (!invoke || option === undefined) return invoke;
  return chosen === null ? null : { command: invoke.command, values: { ...invoke.values, [option]: chosen } };
}
