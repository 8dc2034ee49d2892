import type { Fault, PolicyDocument } from './document.ts';
import { durationMs } from './duration.ts';
import { asMap } from './loose.ts';

const DAY_MS = 86_400_000;
/** What counts when `catchUp.days` is left out, as in the schema. */
const CATCH_UP_DAYS = 7;

/** What is removed must not be found again by a look back, and files cannot outlive their case. */
export function retentionFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const retention = asMap(policy['retention']);
  const closed = lengthOf(retention['closed']);
  const files = lengthOf(retention['files']);
  const days = asMap(policy['catchUp'])['days'] ?? CATCH_UP_DAYS;
  const isTooShort = closed !== null && typeof days === 'number' && closed < days * DAY_MS;
  return [
    ...(isTooShort
      ? [
          document.at(
            ['retention', 'closed'],
            `retention.closed is shorter than catchUp.days, so a removed case could be found again by its old flag; write at least ${days}d, or a smaller catchUp.days`,
          ),
        ]
      : []),
    ...(closed !== null && files !== null && files >= closed
      ? [
          document.at(
            ['retention', 'files'],
            'retention.files is not shorter than retention.closed, and files go with their case at the latest; write a shorter time, or leave it out',
          ),
        ]
      : []),
  ];
}

function lengthOf(written: unknown): number | null {
  return typeof written === 'string' ? durationMs(written) : null;
}
