import { z } from 'zod';
import { NEWS } from './news.ts';
import { key } from './values.ts';

/** The name of an environment variable that holds a secret. A fault never shows what stands there: it may be the secret itself. */
const secretName = z
  .string()
  .refine(
    (name) => /^[A-Z][A-Z0-9_]{2,60}$/.test(name),
    'is not the name of an environment variable; write for example BOARD_SECRET, and put the secret itself into .env',
  );

const address = (example: string) =>
  z
    .string()
    .refine(
      (url) =>
        URL.canParse(url) &&
        /^https?:$/.test(new URL(url).protocol) &&
        new URL(url).username === '' &&
        new URL(url).password === '' &&
        new URL(url).hash === '',
      `not an address of the web; write for example ${example}`,
    );

/** Programs that are told what happens. */
const webhook = z.strictObject({
  /** What people and the record call it. */
  name: key,
  url: address('https://board.example.org/hearback'),
  /** What its messages are signed with: `whsec_…` as Standard Webhooks writes them, or any text of 16 characters and more. */
  secretEnv: secretName,
  events: z
    .union([z.literal('all'), z.array(z.enum(NEWS)).min(1)], {
      error: `write all, or a list of ${NEWS.join(', ')}`,
    })
    .default('all'),
  /** Without it: all. */
  workspaces: z.array(z.string()).min(1).optional(),
  /** `ids`: nobody's words. `text`: the member's name and words too. */
  include: z.enum(['ids', 'text']).default('ids'),
  /** Also cases that not all of the staff may see. */
  restricted: z.boolean().default(false),
  /** It may be in the operator's own network, and without https. */
  private: z.boolean().default(false),
});

export const webhooksSchema = z.array(webhook).max(20).default([]);

const shared = {
  /** What people call it on buttons. Without it, its key. */
  name: z.string().min(1).max(60).optional(),
  tokenEnv: secretName,
  /** Whose own webhooks tell us at once when an issue changes; signed with this. */
  webhookSecretEnv: secretName.optional(),
  workspaces: z.array(z.string()).min(1).optional(),
  labels: z.array(z.string().min(1).max(50)).max(10).default([]),
  /** Also cases that not all of the staff may see. */
  restricted: z.boolean().default(false),
};

const github = z.strictObject({
  type: z.literal('github'),
  ...shared,
  repository: z
    .string()
    .regex(/^[\w.-]{1,39}\/[\w.-]{1,100}$/, 'write the owner, a slash and the name, such as riverside/tools'),
  /** For GitHub Enterprise Server. */
  apiUrl: address('https://github.example.org/api/v3').default('https://api.github.com'),
});

const jira = z.strictObject({
  type: z.literal('jira'),
  ...shared,
  site: address('https://riverside.atlassian.net'),
  /** The project's key. */
  project: z.string().regex(/^[A-Z][A-Z0-9_]{1,20}$/, 'write the key of the project, such as QA'),
  issueType: z.string().min(1).max(60).default('Bug'),
  /** The account the token is of, by its e-mail address. Without it the token is a personal one of Jira Data Center. */
  userEnv: secretName.optional(),
});

export const issuesSchema = z.record(key, z.discriminatedUnion('type', [github, jira])).default({});

export type WebhookPolicy = z.infer<typeof webhook>;
export type TrackerPolicy = z.infer<typeof issuesSchema>[string];
