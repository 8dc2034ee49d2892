import type { ErrorCode } from './errors.ts';

/** What to do about each error, for the operator's terminal. docs/errors.md is checked against this table. */
export const REMEDIES: Readonly<Record<ErrorCode, string>> = {
  CONFIG_INVALID: 'Go through the list. See docs/configuration.md.',
  RATE_LIMITED: 'Nothing. If it comes often, run fewer programs with the same token.',
  TARGET_GONE: "Nothing, or correct the channel's id in hearback.yaml.",
  PERMISSION_MISSING: 'Give it what the message names, then replay the job: see docs/cli.md.',
  PERSON_UNREACHABLE: 'Nothing: it is said in the triage channel instead.',
  OUTCOME_UNKNOWN: 'Nothing.',
  PLATFORM_REFUSED: "Look up the platform's own code in the message. Tell us if it is our doing.",
  PLATFORM_UNAVAILABLE: "Look at the platform's status page and at your network.",
  NOT_POSSIBLE: 'Nothing: the person has been told.',
  TEMPLATE_INVALID: 'Correct the template the message names. See docs/templates.md.',
  WOULD_LEAK: 'Make the channel private, or name another one in hearback.yaml.',
  STORE_UNAVAILABLE:
    'Start it, make room on its disk, or correct DATABASE_URL. Nothing is lost: what came meanwhile is looked for.',
  HANDLER_UNKNOWN: 'Run one version everywhere, then replay the job: see docs/cli.md.',
  JOB_DATA_INVALID: 'Run one version everywhere, then replay the job: see docs/cli.md.',
  DATABASE_NOT_FOUND: 'Do what the message says, or set DATABASE_URL.',
  DATABASE_MISMATCH: 'Run the version that set it up, or a newer one.',
  KEY_MISSING: 'Add the key it names to HEARBACK_KEYS and restart. See docs/configuration.md#keys.',
  KEYS_DIFFER: 'Give every machine the same HEARBACK_KEYS. See docs/configuration.md#keys.',
  SEAL_BROKEN: 'Restore them from a backup. Find out who writes to the database.',
  PROGRAM_FAILED:
    'See hearback webhooks list, put the receiver right, then hearback webhooks replay. See docs/webhooks.md.',
  WORKSPACE_GONE:
    'Install the app again at /slack/install of your server, or take the workspace out of hearback.yaml. See docs/connect.md#several-workspaces.',
  FILES_FULL:
    'Raise files.maxTotalBytes in hearback.yaml, or let retention.files remove old ones. See docs/operating.md#what-grows-and-what-bounds-it.',
  NOT_YET: 'Nothing.',
};
