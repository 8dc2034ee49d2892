import { resolve } from 'node:path';
import { lookAtRedis } from '../../queue/look-at-redis.ts';
import { hasDatabase } from '../../store/embedded/start-postgres.ts';
import { lookAtDatabase } from '../../store/look-at-database.ts';
import { aside, type Check, type Finding, type Looked } from './finding.ts';
import { soundSettings } from './settings.ts';

/** The database and the queue, where they are servers of their own. The embedded database is left alone. */
export const servers: Check = {
  name: 'servers',
  run: async (looked, { env }) => {
    const config = looked.isOnline ? soundSettings(env) : null;
    if (!config) return [];
    const { databaseUrl, queueUrl, dataDir } = config;
    if (databaseUrl === null && hasDatabase(resolve(dataDir)))
      looked.say(`Database: embedded, in ${dataDir}.`);
    return [
      ...(databaseUrl === null ? [] : await database(databaseUrl, 'DATABASE_URL', looked)),
      ...(queueUrl === null || queueUrl === databaseUrl ? [] : await queue(queueUrl, looked)),
    ];
  },
};

const RECORDS = {
  none: 'The record is made in it at the first start.',
  older: 'Its record is brought up to date at the next start.',
  current: 'Its record is up to date.',
  newer: 'Its record is of a newer Hearback.',
} as const;

async function database(url: string, setting: string, { say }: Looked): Promise<Finding[]> {
  const { version, record, problem, unheardShards } = await lookAtDatabase(url, setting);
  if (version !== null)
    say(`Database: PostgreSQL ${version} answers. ${record ? RECORDS[record] : ''}`.trim());
  return [
    ...(problem === null ? [] : [aside('database', { level: 'fault', message: problem })]),
    ...(unheardShards.length === 0
      ? []
      : [aside('discord', { level: 'fault', message: deaf(unheardShards) })]),
  ];
}

function deaf(shards: readonly number[]): string {
  return `nobody hears shard ${shards.join(', ')}: the servers on it are not listened to; see /readyz of the processes with the role gateway, and start one more if none is well`;
}

async function queue(url: string, looked: Looked): Promise<Finding[]> {
  if (url.startsWith('postgres')) return queueInDatabase(url, looked);
  const { version, problem, notes } = await lookAtRedis(url);
  if (version !== null) looked.say(`Queue: Redis ${version} answers.`);
  return [
    ...(problem === null ? [] : [aside('queue', { level: 'fault', message: problem })]),
    ...notes.map((message) => aside('queue', { level: 'note', message })),
  ];
}

/** A server of the queue's own holds no record. */
async function queueInDatabase(url: string, { say }: Looked): Promise<Finding[]> {
  const { version, problem } = await lookAtDatabase(url, 'QUEUE_URL');
  if (version !== null) say(`Queue: PostgreSQL ${version} answers.`);
  return problem === null ? [] : [aside('queue', { level: 'fault', message: problem })];
}
