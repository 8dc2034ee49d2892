import pg from 'pg';

/** The rows a query on a connection of its own brings. */
export async function ask(
  { connection }: { connection: pg.ClientConfig },
  query: string,
): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
