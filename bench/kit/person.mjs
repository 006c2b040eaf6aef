import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

/** Somebody with the rights of several desks, signed in. */
export async function person(house) {
  const args = [
    '--no-warnings',
    CLI,
    'users',
    'add',
    '--email',
    'bench@lachan.bench',
    '--name',
    'Người đo',
    '--roles',
    'inspector,chief,auditor',
    '--json',
  ];
  const added = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, LACHAN_DATA: house.dataDir } });
  const { staffId, email, password } = JSON.parse(added.stdout);
  await house.ask('UPDATE core.accounts SET password_given = false');
  const answer = await fetch(`${house.base}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 204) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  const me = await fetch(`${house.base}/api/me`, { headers: { cookie } });
  return { staffId, headers: { cookie, 'content-type': 'application/json', 'x-csrf': (await me.json()).csrf } };
}
