import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CONFIG, type Config } from '../../core/config.js';
import { CoreModule } from '../../core/core.module.js';
import { Db } from '../../core/database/db.js';
import { AddUser } from '../../core/identity/add-user.use-case.js';
import { ChangeTitle } from '../../core/identity/change-title.use-case.js';
import { Problem } from '../../core/problem/problem.js';
import { Desk } from './desk.js';
import { seedCorrections } from './corrections.js';
import { seedDesks } from './desks.js';
import { seedClaims, seedReports } from './steps.js';
import { demoAccounts, demoClaims, demoReports } from './tables.js';

/** Fills the demo office once, by the product's own use-cases and API; after a kill in the middle it goes on where it stopped. */
if (process.env.NODE_ENV === 'production') throw new Error('Nothing is seeded when NODE_ENV=production.');
/** of those that RFC 5737 keeps for examples */
const INVENTED_NETWORK = '192.0.2.1';
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const app = await NestFactory.createApplicationContext(CoreModule, { logger: ['error'], abortOnError: false });
try {
  const db = app.get(Db);
  const [house] = await db.once<{ demo: boolean; seeded: boolean }[]>(
    'SELECT demo, seeded_at IS NOT NULL AS seeded FROM core.installation',
  );
  if (house.demo && !house.seeded) {
    await seed();
    await db.once('UPDATE core.installation SET seeded_at = clock_timestamp()');
    say('The demo office is filled: there is work on every desk.');
  }
} finally {
  await app.close();
}

async function seed(): Promise<void> {
  const config = app.get<Config>(CONFIG);
  const base = `http://localhost:${config.port}`;
  const { password, people } = demoAccounts();
  say('Filling the demo office: people…');
  for (const { signs, ...person } of people)
    await app
      .get(AddUser)
      .run('command-line', { ...person, password, ownPassword: true })
      .then(({ staffId }) => signs && app.get(ChangeTitle).propose('command-line', staffId, signs))
      .catch((error: unknown) => {
        if (!(error instanceof Problem && error.code === 'email-taken')) throw error;
      });
  const staff = async (role: string) => new Desk(base).signIn(people.find((p) => p.roles.includes(role))!.email, password);
  const [inspector, chief, operator] = [await staff('inspector'), await staff('chief'), await staff('operator')];
  say('Filling the demo office: known false claims…');
  const worldUrl = config.worldUrl!;
  await seedClaims(demoClaims(), { timeZone: config.timeZone, worldUrl, inspector, chief });
  const legal = await staff('legal');
  await seedCorrections(demoClaims(), inspector, legal);
  say('Filling the demo office: reports…');
  const sent = await seedReports(demoReports(), {
    worldUrl,
    citizen: new Desk(base, INVENTED_NETWORK),
    operator,
    secret: config.secret,
  });
  say(`Filling the demo office: ${sent} reports are in; the posts are being captured and matched…`);
  await seedDesks({ inspector, chief, coordinator: await staff('coordinator'), legal, timeZone: config.timeZone, say });
}
