import type { Settings } from '../../core/config.js';
import { demoAccounts } from '../../demo/seed/tables.js';

/** What a newcomer reads when the house is open. */
export function greeting({ port, worldPort, demo }: Settings, data: string): string {
  const open = `
Lá Chắn is open: http://localhost:${port}/
Staff:           http://localhost:${port}/office/
Data:            ${data}`;
  if (!demo) return `${open}\nCtrl-C closes it.`;
  const { password, people } = demoAccounts();
  const width = Math.max(...people.map((p) => p.email.length));
  return `${open}
Demo world:      http://world.localhost:${worldPort}/ (its operator's desk: /operator)

Demo accounts, all with the password ${password}:
${people.map((p) => `  ${p.email.padEnd(width)}  ${p.name}, ${p.roles.join(', ')}`).join('\n')}

Try first: sign in as ${people[0].email}, press j on My work, and judge the first post. Ctrl-C closes the house.
`;
}
