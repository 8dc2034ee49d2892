import type { LocalizedText } from '../../policy/localized-text.ts';
import type { ReplyValues } from '../../replies/composer.ts';

const DAY_MS = 86_400_000;

/** What a preview fills in: everything a template can use, so that each can be seen. */
export function exampleValues(memberName: string, details: readonly LocalizedText[], now: Date): ReplyValues {
  return {
    member: { name: memberName },
    community: { name: 'Riverside Makers' },
    case: { name: 'FB-12' },
    details,
    nextUpdate: { at: new Date(now.getTime() + 2 * DAY_MS), timeZone: 'Europe/Copenhagen' },
    gift: { name: 'a 10% voucher', code: 'EXAMPLE-7Q2M' },
    message: {
      text: 'Does anybody know how to export a map?',
      link: 'https://riverside.slack.com/archives/C0PRODUCT/p1700000000000100',
    },
    helper: { name: 'Jonas Holm' },
    department: { name: 'Marketing' },
  };
}
