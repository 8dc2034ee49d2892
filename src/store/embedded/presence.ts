import pg from 'pg';

/**
 * The advisory lock of everybody who uses an embedded server, the program and the operator's commands beside it. They share
 * it; whoever leaves takes it alone if nobody else is left, and only then ends the server. Spells `here`.
 */
const PRESENCE = 0x68657265;

/**
 * A connection that says "somebody uses this server" for as long as it lives: the server itself notices when we are killed.
 * While the last one is ending the server, newcomers wait here, until they lose their connection with it.
 */
export async function arrive(connection: pg.ClientConfig, name: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: name });
  client.on('error', () => {});
  await client.connect();
  await client.query('select pg_advisory_lock_shared($1)', [PRESENCE]);
  return client;
}

/**
 * Gives the presence back, and calls `onLast` when nobody else is left. Until it resolves nobody can come.
 * @param client null when its connection was lost
 */
export async function depart(
  client: pg.Client | null,
  connection: pg.ClientConfig,
  onLast: () => Promise<void>,
): Promise<void> {
  const present = client ?? (await arrive(connection, 'hearback-leaving').catch(() => null));
  try {
    if (await isAlone(present)) await onLast();
  } finally {
    await present?.end().catch(() => {});
  }
}

/** A server that does not answer any more has nobody. */
async function isAlone(present: pg.Client | null): Promise<boolean> {
  try {
    if (!present) return true;
    await present.query('select pg_advisory_unlock_shared($1)', [PRESENCE]);
    const { rows } = await present.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
      PRESENCE,
    ]);
    return rows[0]?.alone === true;
  } catch {
    return true;
  }
}
