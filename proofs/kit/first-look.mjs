// What the first start left on the desks of a fresh machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..');

/** The queue as an inspector sees it, and one package of it under the command line's eye. */
export async function look(newcomer) {
  const { password, people } = parse(readFileSync(join(root, 'config/demo/accounts.yaml'), 'utf8'));
  const { get, askFor } = await newcomer.signIn(people.find((p) => p.roles.includes('inspector')).email, password);
  const json = async (path) => (await get(path)).json();
  const { items } = await json('/api/triage?limit=100');
  const captured = items.filter((item) => item.capture?.state === 'sealed');
  const failed = items.filter((item) => item.capture && item.capture.state === 'failed').length;
  const complete = captured.find((item) => item.capture.outcome === 'complete' && item.topClaim);
  const cases = (await json('/api/cases')).items.length;
  if (!complete) return { waiting: items.length, captured: captured.length, failed, cases, holds: false };
  const bytes = Buffer.from(
    await (await askFor(`/api/captures/${complete.captureId}/package`, 'Kiểm chứng gói trên máy mới')).arrayBuffer(),
  );
  const picture = await get(`/api/captures/${complete.captureId}/parts/view`);
  const file = `${newcomer.who.home}/bằng chứng.wacz`;
  writeFileSync(join(newcomer.machine.dir, file), bytes);
  const verified = newcomer.lachan('verify', file, '--json');
  const bundled =
    existsSync(join(newcomer.machine.dir, newcomer.folder, 'data/browser')) ||
    existsSync(join(newcomer.machine.dir, 'var/tmp/lachan-browser'));
  const holds = failed === 0 && verified.status === 0 && picture.ok && bundled;
  return {
    waiting: items.length,
    captured: captured.length,
    failed,
    cases,
    line: complete.firstLine,
    claim: complete.topClaim.text,
    kilobytes: Math.round(bytes.length / 1_000),
    holds,
  };
}
