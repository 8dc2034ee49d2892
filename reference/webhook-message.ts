import { z } from 'zod';
import { ISSUE_STATES, LEVELS, STATES } from '../src/cases/case.ts';
import { WEBHOOK_VERSION } from '../src/cases/programs/webhook-payload.ts';
import { NEWS } from '../src/policy/news.ts';
import { SEVERITIES } from '../src/policy/values.ts';

const issue = z.object({
  tracker: z.string().describe('Its key in hearback.yaml.'),
  name: z.string().describe('As people call it, such as riverside/tools#7.'),
  url: z.string().nullable(),
  state: z.enum(ISSUE_STATES),
});

const theCase = z.object({
  name: z.string().describe('As people call it, such as FB-12.'),
  number: z.int(),
  version: z.int().describe('Counts up: of two messages the highest is the newest.'),
  state: z.enum(STATES),
  kind: z.string().describe('A key of kinds in hearback.yaml.'),
  severity: z.enum(SEVERITIES),
  level: z.literal([...LEVELS]),
  language: z.string(),
  member: z.string().describe("The platform's id; empty for feedback that came by mail or phone."),
  handler: z.string().nullable().describe('Null while nobody has it.'),
  departments: z.array(z.string()).describe('Keys of departments in hearback.yaml.'),
  issues: z.array(issue),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});

const text = z
  .strictObject({ memberName: z.string(), quote: z.string(), permalink: z.string().nullable() })
  .describe('Only where the webhook says include: text.');

const change = z.object({
  action: z.string().describe('What was done. Every change has one; new ones may come.'),
  by: z.string().nullable().describe("The platform's id of whoever did it; null for Hearback itself."),
  detail: z.record(z.string(), z.string()),
});

/** What a receiver of webhooks is sent, as docs/webhooks.md promises it; tests compare it with what is really sent. */
export const webhookMessage = z.object({
  type: z.enum(NEWS),
  version: z.literal(WEBHOOK_VERSION).describe('Raised when a field goes or changes its meaning.'),
  timestamp: z.iso.datetime().describe('When it happened.'),
  data: z.object({
    community: z.object({ id: z.string(), name: z.string() }),
    case: theCase.describe('How it stands when the message is sent.'),
    change,
    text: text.optional(),
  }),
});

/** What `hearback webhooks test` sends. */
export const pingMessage = z.object({
  type: z.literal('ping'),
  version: z.literal(WEBHOOK_VERSION),
  timestamp: z.iso.datetime(),
  data: z.object({}),
});
