// Workers killed with SIGKILL at each moment of a capture and of its sealing, and browsers killed under one capture in five.
// `-- kills-capture` does both; `workers [moments…]` or `browsers COUNT` one of them. It takes dist/ as it stands.
import { browsers } from './kit/kill-browsers.mjs';
import { workers } from './kit/kill-workers.mjs';

export default async function prove([part = 'both', ...rest]) {
  const done = [];
  if (part !== 'browsers') done.push(await workers(rest.map(Number)));
  if (part !== 'workers') done.push(await browsers(Number(rest[0] ?? 500)));
  return {
    title: 'Captures whose worker or browser is killed',
    holds: done.every((d) => d.holds),
    says: done.map((d) => d.says).join(' '),
    tables: done.map((d) => d.table),
  };
}
