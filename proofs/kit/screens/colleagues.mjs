// A second person of a role: nobody answers a complaint about what they wrote or signed.
import { Secret, TOTP } from 'otpauth';
import { Desk } from '../../../dist/src/demo/seed/desk.js';

const GIVEN = 'một mật khẩu được cho';
const OWN = 'một mật khẩu đủ dài';
const TITLE = { title: 'department-director', body: 'Sở Văn hóa và Thể thao', from: '2026-07-01' };
/** so long a shown second factor counts in these offices */
const STEP_UP_MS = 61_000;

const NAMES = { legal: 'Lê Thu Nguyệt', chief: 'Đinh Công Minh' };
const hired = new WeakMap();
const secrets = new WeakMap();

/** The second person of a role in this office, taken on when first asked for. */
export function colleague(office, role) {
  const there = hired.get(office) ?? {};
  hired.set(office, there);
  return (there[role] ??= hire(office, role, NAMES[role]));
}

async function hire(office, role, name) {
  const [administrator, chief] = [await office.as('administrator'), await office.as('chief')];
  const email = `${role}-2@lachan.demo`;
  const { staffId } = await administrator.must('/api/users', { email, name, title: '', password: GIVEN, roles: [role] });
  if (role === 'chief') await administrator.must(`/api/users/${staffId}/titles`, TITLE);
  const { roles, titles } = (await chief.get('/api/work')).body.approvals;
  for (const [kind, proposals] of Object.entries({ role: roles, title: titles }))
    for (const { proposalId } of proposals.filter((p) => p.name === name))
      await chief.must(`/api/${kind}-proposals/${proposalId}/approve`, {});
  const desk = await new Desk(office.base).signIn(email, GIVEN);
  await desk.must('/api/me/password', { present: GIVEN, next: OWN });
  return desk;
}

/** Somebody's second factor, just shown: its codes, and until when it need not be shown again. */
export async function enrol(desk) {
  const known = secrets.get(desk);
  const secret = known ?? (await desk.must('/api/me/second-factor', {})).secret;
  secrets.set(desk, secret);
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await desk.must(known ? '/api/session/step-up' : '/api/me/second-factor/confirm', { code: code() });
  return { code, expiry: Date.now() + STEP_UP_MS };
}
