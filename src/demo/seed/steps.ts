import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../../core/clock/office-day.js';
import { projectRoot } from '../../core/config.js';
import { keyedHash } from '../../core/identity/secrets.js';
import { sourcePath } from '../world/source.page.js';
import type { Desk } from './desk.js';
import type { DemoClaim, DemoReport } from './tables.js';

const DAY = 86_400_000;

interface Known {
  state: string;
  versionId: string;
  wordings: { text: string }[];
}

/** An inspector drafts what is known to be false, and the chief puts it in force; the claims marked so wait on the chief's desk. */
export async function seedClaims(
  claims: DemoClaim[],
  { timeZone, worldUrl, inspector, chief }: { timeZone: string; worldUrl: string; inspector: Desk; chief: Desk },
): Promise<void> {
  const dayAgo = (n: number): string => dayOf(new Date(Date.now() - n * DAY), timeZone);
  const { body } = await inspector.get<{ items: Known[] }>('/api/claims?limit=100');
  for (const claim of claims) {
    const known = body.items.find((c) => c.wordings[0].text === claim.wordings[0].text);
    if (known && (known.state !== 'draft' || claim.draft)) continue;
    const { topic, harm, wordings, truth } = claim;
    const sources = claim.sources.map(({ title, url, daysAgo }) => ({ title, url: worldUrl + sourcePath(url), date: dayAgo(daysAgo) }));
    const { versionId } =
      known ??
      (await inspector.must<{ versionId: string }>(
        '/api/claims',
        {
          topic,
          harm,
          wordings,
          truth,
          sources,
          falseFrom: dayAgo(claim.falseFromDaysAgo),
          falseTo: claim.falseToDaysAgo === undefined ? null : dayAgo(claim.falseToDaysAgo),
        },
        `demo-claim-${claim.key}`,
      ));
    if (!claim.draft) await chief.must(`/api/claim-versions/${versionId}/approve`, {}, `demo-approve-${claim.key}`);
  }
}

export interface ReportDoors {
  worldUrl: string;
  citizen: Desk;
  operator: Desk;
  /** of the house: what keys are made from */
  secret: string;
}
/** Citizens report on the public address; callers through the operator. Each report has its key, so that a second run adds none. */
export async function seedReports(reports: DemoReport[], { worldUrl, citizen, operator, secret }: ReportDoors): Promise<number> {
  const keyOf = (i: number, n: number) => keyedHash(secret, 'demo-report', `${i}-${n}`).toString('base64url');
  let sent = 0;
  for (const [i, report] of reports.entries()) {
    for (let n = 0; n < (report.times ?? 1); n++) {
      const key = keyOf(i, n);
      const note = n === 0 && report.note ? { note: report.note } : {};
      const link = report.short ? `s/${report.short}` : report.post && `${report.path ?? 'p'}/${report.post}`;
      const body = report.picture
        ? pictureForm(report.picture, report.note)
        : { ...(link ? { url: `${worldUrl}/${link}` } : { text: report.text! }), ...note };
      await (report.phone && n === 0 ? operator.must('/api/phone-reports', body, key) : citizen.must('/api/reports', body, key));
      sent++;
    }
  }
  return sent;
}

function pictureForm(name: string, note = ''): FormData {
  const form = new FormData();
  form.set('picture', new Blob([new Uint8Array(readFileSync(join(projectRoot, 'src/demo/world/media', name)))]), name);
  form.set('note', note);
  return form;
}
