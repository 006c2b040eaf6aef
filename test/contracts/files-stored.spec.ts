import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { KeepRetention } from '../../src/retention/index.js';
import { madePdf } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { S3UnderTest } from '../kit/s3.js';
import { until } from '../kit/until.js';
import { confirmedCase, stepCase } from './enforcement-setup.js';
import { bringFile } from './retention-setup.js';

const keyOf = (bytes: Buffer) => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `${digest.slice(0, 2)}/${digest}`;
};

describe('a file that goes to a slow bucket', () => {
  let s3: S3UnderTest;
  let office: Office;
  let inspector: Caller;
  let n = 0;
  let env: Record<string, string>;
  const paper = () => madePdf(`/Title (so ${++n})`);
  const putting = (bytes: Buffer) => until(async () => s3.asked.includes(`PUT /${s3.bucket}/${keyOf(bytes)}`));
  /** What is being put waits until it is let through. */
  const slowly = () => {
    let goOn!: () => void;
    s3.slow = new Promise((done) => (goOn = done));
    return () => ((s3.slow = null), goOn());
  };
  const unsealed = async () => (await office.database.owner<{ digest: string }>('SELECT digest FROM core.unsealed_bytes')).map((r) => r.digest); // prettier-ignore
  const turn = (graceMinutes?: number) => office.app.get(KeepRetention).run(graceMinutes);

  beforeAll(async () => {
    s3 = await S3UnderTest.open();
    const { endpoint, region, bucket, accessKey, secretKey } = s3.settings;
    env = {
      EVIDENCE_S3_ENDPOINT: endpoint,
      EVIDENCE_S3_REGION: region,
      EVIDENCE_S3_BUCKET: bucket,
      EVIDENCE_S3_ACCESS_KEY: accessKey,
      EVIDENCE_S3_SECRET_KEY: secretKey,
    };
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', ...env });
    inspector = await office.as('inspector');
  }, 60_000);
  afterEach(() => void (s3.slow = null));
  afterAll(async () => {
    await office.close();
    await s3.close();
    for (const name of Object.keys(env)) delete process.env[name];
  });

  test('keeps nobody from working on its case meanwhile', async () => {
    const { caseId } = await confirmedCase(office, inspector);
    const [bytes, goOn] = [paper(), slowly()];
    const sent = bringFile(office, inspector, caseId, bytes, 'công văn.pdf');
    await putting(bytes);
    const note = await inspector.call('POST', `/api/cases/${caseId}/notes`, { text: 'Ghi chú trong lúc tệp đang lên kho' });
    expect([note.status, s3.objects.has(keyOf(bytes))]).toEqual([201, false]);
    goOn();
    expect((await sent).status).toBe(201);
    expect([s3.objects.has(keyOf(bytes)), await unsealed()]).toEqual([true, []]);
  });

  test('and then into a case that was closed meanwhile is refused, and its bytes are taken away when their time is over', async () => {
    const { caseId } = await confirmedCase(office, inspector);
    const [bytes, goOn] = [paper(), slowly()];
    const sent = bringFile(office, inspector, caseId, bytes, 'công văn.pdf');
    await putting(bytes);
    await stepCase(inspector, caseId, 'closed');
    goOn();
    expect((await sent).body.code).toBe('case-not-open');
    await turn();
    expect([s3.objects.has(keyOf(bytes)), await unsealed()]).toEqual([true, [keyOf(bytes).slice(3)]]); // somebody may be about to name it
    await turn(0);
    expect([s3.objects.has(keyOf(bytes)), await unsealed()]).toEqual([false, []]);
  });

  test('and is refused takes nothing from the same file that another case takes at that moment', async () => {
    const [closes, takes] = [await confirmedCase(office, inspector), await confirmedCase(office, inspector)];
    const [bytes, goOn] = [paper(), slowly()];
    const refused = bringFile(office, inspector, closes.caseId, bytes, 'a.pdf');
    await putting(bytes);
    const taken = bringFile(office, inspector, takes.caseId, bytes, 'b.pdf');
    await until(async () => s3.asked.filter((line) => line === `PUT /${s3.bucket}/${keyOf(bytes)}`).length === 2);
    await stepCase(inspector, closes.caseId, 'closed');
    goOn();
    expect([(await refused).body.code, (await taken).status]).toEqual(['case-not-open', 201]);
    // as when the refused one was announced last
    await office.database.owner('INSERT INTO core.unsealed_bytes (digest) VALUES ($1) ON CONFLICT DO NOTHING', [keyOf(bytes).slice(3)]);
    await turn(0);
    expect([s3.objects.has(keyOf(bytes)), await unsealed()]).toEqual([true, []]);
    const { id } = (await taken).body;
    const headers = { 'content-type': 'application/json', cookie: inspector.cookie, 'x-csrf': inspector.csrf };
    const body = JSON.stringify({ reason: 'Chuyển giám định theo công văn 7' });
    const answer = await fetch(`${office.base}/api/cases/${takes.caseId}/files/${id}/original`, { method: 'POST', headers, body });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });
});
