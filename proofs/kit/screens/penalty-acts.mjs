// A drafted decision on its way: signed, numbered, served, complained about; each step is photographed at the desk that takes it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colleague, enrol } from './colleagues.mjs';
import { complain } from './complaint-acts.mjs';
import { click, opened } from './hands.mjs';
import { ISSUED } from './scenes.mjs';

/** a picture of a paper stands for the scan that proves the service */
const PAPER = join(import.meta.dirname, '../../../docs/pictures/decision.png');

/** `scene` takes the picture of one screen. */
export async function issue(office, darkroom, at, id, scene) {
  const [chief, coordinator] = [await office.as('chief'), await office.as('coordinator')];
  const path = `/api/penalties/${id}`;
  const now = async () => (await coordinator.get(path)).body;
  const visitors = new Map();
  const picture = async (desk, screen, how) => {
    if (!visitors.has(desk)) visitors.set(desk, await darkroom.visitor({ ...at, screen: 'decision' }, desk.cookie));
    await scene(office, darkroom, visitors.get(desk), { ...at, screen }, `/penalties/${id}`, how);
  };
  const legal = await colleague(office, 'legal');
  const director = await colleague(office, 'chief');
  await enrol(chief);
  const acts = [
    async ({ version, contentHash }) => chief.must(`${path}/sign`, { version, contentHash }),
    async ({ version }) => coordinator.must(`${path}/number`, { version }),
    async ({ version, caseId, issuedOn }) => {
      const form = new FormData();
      form.set('why', 'Giấy giao nhận quyết định');
      form.set('paper', new Blob([readFileSync(PAPER)]), 'giao-nhan.png');
      const { id: exhibitId } = await coordinator.must(`/api/cases/${caseId}/papers`, form);
      return coordinator.must(`${path}/services`, { how: 'in-person', served: true, on: issuedOn, exhibitId, version });
    },
  ];
  for (const [i, act] of acts.entries()) {
    await act(await now());
    const [screen, dialog] = ISSUED[i];
    await picture(coordinator, `coordinator-${screen}`, {});
    await picture(coordinator, `coordinator-${screen}-next`, { act: dialog });
    if (i === 0) await picture(chief, 'chief-decision-void', { act: opened(click('Bỏ chữ ký để ký lại')) });
  }
  await complain(legal, director, id, picture);
  for (const visitor of visitors.values()) await visitor.leave();
}
