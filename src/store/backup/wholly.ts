import type { Pool, PoolClient } from 'pg';

/**
 * One transaction with a connection of its own, which ends with it when something goes wrong: a COPY that was stopped in the
 * middle leaves nothing behind that a rollback would have to wait for.
 */
export async function wholly<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // Without a listener a connection lost between two queries would end the process.
  const onError = (): void => {};
  client.on('error', onError);
  let isWhole = false;
  // A COPY is no query: nothing else may be under way on its connection.
  setPipeline(client, false);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    isWhole = true;
    return result;
  } finally {
    // One that is not whole is ended, which in a pipeline would wait for the COPY.
    if (isWhole) {
      setPipeline(client, true);
      client.off('error', onError);
    }
    client.release(!isWhole);
  }
}

/** As `pipeline` of its options did: `pg` looks at it before each query, and has no other way to change it. */
function setPipeline(client: PoolClient, pipeline: boolean): void {
  Object.assign(client, { pipeline });
}
