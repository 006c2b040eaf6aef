import pg from 'pg';

export interface Urls {
  owner: string;
  app: string;
  reader: string;
  purger: string;
  queue: string;
}

/** Each process signs in as a user of its own, a member of the group role that the migrations grant to. */
export async function makeLogins(ownerUrl: string, passwords: Record<string, string>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const [name, password] of Object.entries(passwords)) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [`lachan_${name}_login`]);
      if (rowCount) continue;
      await client.query(`DO $$ BEGIN CREATE ROLE lachan_${name} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
      await client.query(`CREATE ROLE lachan_${name}_login LOGIN PASSWORD ${client.escapeLiteral(password)} IN ROLE lachan_${name}`);
    }
  } finally {
    await client.end();
  }
}

/** Makes the database if it is not there yet. */
export async function makeDatabase(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
