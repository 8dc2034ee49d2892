import type { Fault, Path } from './document.ts';

/** A field as a kind has it: its own, or its playbook's; undefined where neither says it. */
export interface KindField {
  value: unknown;
  /** A fault about it, where it is written. */
  at(path: Path, message: string): Fault;
}
