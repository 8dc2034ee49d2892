import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  ID_COLUMNS,
  INTERACTION_COLUMN,
  JSON_COLUMNS,
  KEY_COLUMNS,
  LIST_COLUMNS,
} from '../../src/store/erase-traces.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

/** What erase-words takes away: rows that go, and columns that get another name, nothing, or a sentence of ours. */
const WORDS = [
  'cases.member_id',
  'cases.member_name',
  'cases.thread_channel',
  'cases.thread_message',
  'cases.permalink',
  'cases.help_channel',
  'cases.help_message',
  'cases.quote',
  'cases.origin',
  'message.author_id',
  'message.author_name',
  'message.permalink',
  'message_version.text',
  'file.name',
  'file.mime',
  'file.url',
  'file.bytes',
  'file.problem',
  'file.file_id',
  'note.text',
  'reply.markdown',
  'reply.consent',
  'close_request.reason',
  'close_request.comment',
  'recommendation.choice',
  'recommendation.reason',
  'meeting_item.text',
  'meeting_item.decision',
  'delivery.failure_message',
  'delivery.posted_channel',
  'delivery.posted_message',
  'gift.member_id',
  'gift_code.code',
];

/** Emptied by the audit log's own rule, which keeps the chain. */
const AUDIT = ['audit.actor_id', 'audit.detail', 'audit.salt'];

/** Why a column stays as it is. */
const STAYS: Record<string, string[]> = {
  'the place of a message, so that it is not recorded anew': [
    'cases.source_channel',
    'cases.source_message',
    'message.channel_id',
    'message.message_id',
    'message.thread_channel',
    'message.thread_message',
    'intake.channel_id',
    'intake.message_id',
    'scan.channel_id',
    'scan.thread_message',
    'scan.cursor',
  ],
  'somebody a case is kept from stays kept from it: docs/privacy.md': ['case_exclusion.user_id'],
  'a tag, which finds nobody': ['erasure.tag', 'opted_out.tag', 'erasure.request', 'privacy_salt.salt'],
  'keys and words of ours': [
    'access_link.purpose',
    'access_link.what',
    'access_link.token_hash',
    'audit.action',
    'audit.facts',
    'audit.commitment',
    'audit.hash',
    'audit_head.hash',
    'case_department.department',
    'case_exclusion.reason',
    'case_message.role',
    'cases.audience',
    'cases.kind',
    'cases.language',
    'cases.language_from',
    'cases.severity',
    'cases.state',
    'close_request.answer',
    'clock.kind',
    'clock.set_by',
    'clock.state',
    'clock.subject',
    'person.time_zone',
    'policy_seen.fingerprint',
    'person.to_do_at',
    'daily.kind',
    'digest.cases',
    'to_do.cases',
    'digest.key',
    'digest.state',
    'delivery.failure_code',
    'delivery.mark',
    'delivery.state',
    'erasure.asked_by',
    'erasure.counts',
    'file.sealed_with',
    'gift.gift',
    'gift.month',
    'gift.state',
    'gift_code.fingerprint',
    'gift_code.gift',
    'gift_code.lost',
    'gift_code.sealed_with',
    'gift_secret.bytes',
    'gift_secret.lost',
    'gift_secret.sealed_with',
    'file.state',
    'history.action',
    'intake.emoji',
    'intake.event_id',
    'intake.kind',
    'intake.meaning',
    'migration.name',
    'migration.sha256',
    'outbox.data',
    'outbox.failure_code',
    'outbox.failure_message',
    'outbox.key',
    'outbox.kind',
    'pace.key',
    'pace_limit.bucket',
    'pace_limit.name',
    'pace_turn.key',
    'pace_turn.ticket',
    'reminder.rung',
    'reply.asks',
    'reply.consent_for',
    'reply.language',
    'reply.purpose',
    'reply.state',
    'reply.steps',
    'tick.item',
    'scan.problem',
    'seal_key.key_id',
    'seal_key.proof',
    'session.token_hash',
    'trouble.about',
    'trouble.reason',
  ],
  "the operator's own words about a job": ['delivery.drop_reason', 'outbox.drop_reason'],
};

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

it('every column that could hold something about a person has its fate: erased, or kept for a reason', async () => {
  const { rows } = await record.pool.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'hearback' and column_name <> 'workspace_id'
       and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY') order by 1`,
  );
  const erased = [
    ...[...ID_COLUMNS, ...LIST_COLUMNS, ...JSON_COLUMNS, ...KEY_COLUMNS].map(({ column }) => column),
    INTERACTION_COLUMN,
    ...WORDS,
    ...AUDIT,
  ];
  const known = [...erased, ...Object.values(STAYS).flat()];

  expect(known.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});
