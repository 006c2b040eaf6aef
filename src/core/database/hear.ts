import pg from 'pg';

const CONNECT_MS = 5_000;

/** Hears the notices of a channel on a connection of its own. `lost` is said once, when that connection ends by itself. */
export async function hear(
  databaseUrl: string,
  channel: 'lachan_deliveries' | 'lachan_office',
  { heard, lost }: { heard: (text: string) => void; lost: () => void },
): Promise<{ close: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: CONNECT_MS });
  let open = true;
  const end = (): void => {
    if (open) lost();
    open = false;
  };
  client.on('error', end);
  client.on('end', end);
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  const close = async (): Promise<void> => {
    open = false;
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
