// A drafted decision on its way: signed, numbered, served, complained about; each step is photographed at the desk that takes it.
import { Secret, TOTP } from 'otpauth';
import { complain } from './complaint-acts.mjs';
import { click, opened } from './hands.mjs';
import { ISSUED } from './scenes.mjs';

/** so long a shown second factor counts in these offices */
const STEP_UP_MS = 61_000;

/** `scene` takes the picture of one screen. */
export async function issue(office, darkroom, at, id, scene) {
  const [chief, coordinator] = [await office.as('chief'), await office.as('coordinator')];
  const path = `/api/penalties/${id}`;
  const now = async () => (await coordinator.get(path)).body;
  const visitors = {};
  const picture = async (role, screen, how) => {
    visitors[role] ??= await darkroom.visitor({ ...at, screen: 'decision' }, (await office.as(role)).cookie);
    await scene(office, darkroom, visitors[role], { ...at, screen: `${role}-${screen}` }, `/penalties/${id}`, how);
  };
  const { secret } = await chief.must('/api/me/second-factor', {});
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await chief.must('/api/me/second-factor/confirm', { code: code() });
  const expiry = Date.now() + STEP_UP_MS;
  const acts = [
    async ({ version, contentHash }) => chief.must(`${path}/sign`, { version, contentHash }),
    async ({ version }) => coordinator.must(`${path}/number`, { version }),
    async ({ version, caseId, issuedOn }) => {
      const { exhibits } = (await coordinator.get(`/api/cases/${caseId}`)).body;
      const paper = exhibits.find((x) => x.kind === 'document');
      return coordinator.must(`${path}/services`, { how: 'in-person', served: true, on: issuedOn, exhibitId: paper.id, version });
    },
  ];
  for (const [i, act] of acts.entries()) {
    await act(await now());
    const [screen, dialog] = ISSUED[i];
    await picture('coordinator', screen, {});
    await picture('coordinator', `${screen}-next`, { act: dialog });
    if (i === 0) await picture('chief', 'decision-void', { act: opened(click('Bỏ chữ ký để ký lại')) });
  }
  await complain(office, id, picture, { code, expiry });
  for (const visitor of Object.values(visitors)) await visitor.leave();
}
