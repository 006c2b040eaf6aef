// A drafted decision on its way: signed, numbered, served; each step is photographed at the coordinator's.
import { Secret, TOTP } from 'otpauth';
import { ISSUED } from './scenes.mjs';

/** `scene` takes the picture of one screen. */
export async function issue(office, darkroom, at, id, scene) {
  const [chief, coordinator] = [await office.as('chief'), await office.as('coordinator')];
  const path = `/api/penalties/${id}`;
  const now = async () => (await coordinator.get(path)).body;
  const visitor = await darkroom.visitor({ ...at, screen: 'decision' }, coordinator.cookie);
  const picture = (screen, how) => scene(office, darkroom, visitor, { ...at, screen: `coordinator-${screen}` }, `/penalties/${id}`, how);
  const { secret } = await chief.must('/api/me/second-factor', {});
  await chief.must('/api/me/second-factor/confirm', { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
  const acts = [
    async ({ version, contentHash }) => chief.must(`${path}/sign`, { version, contentHash }),
    async ({ version }) => coordinator.must(`${path}/number`, { version }),
    async ({ version, caseId, issuedOn }) => {
      const { exhibits } = (await coordinator.get(`/api/cases/${caseId}`)).body;
      return coordinator.must(`${path}/services`, { how: 'in-person', served: true, on: issuedOn, exhibitId: exhibits[0].id, version });
    },
  ];
  for (const [i, act] of acts.entries()) {
    await act(await now());
    const [screen, dialog] = ISSUED[i];
    await picture(screen, {});
    await picture(`${screen}-next`, { act: dialog });
  }
  await visitor.leave();
}
