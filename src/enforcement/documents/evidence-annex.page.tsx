import type { ReactNode } from 'react';
import { dayInWords } from '../../core/documents/spell-out.js';
import type { Evidence } from './models.js';
import { momentOf, type Pen } from './parts.page.js';

/** Each link with the seal of its capture, on pages of their own. */
export function EvidenceAnnex({
  evidence,
  name,
  number,
  day,
  pen,
}: {
  evidence: Evidence[];
  name: ReactNode;
  number: string;
  day: string;
  pen: Pen;
}) {
  const { say } = pen;
  return (
    <section className="annex">
      <h1>{say('annex')}</h1>
      <h2>{say('annex_of', { name, number, day: dayInWords(day) })}</h2>
      <table>
        <thead>
          <tr>
            {['annex_number', 'annex_url', 'annex_sealed', 'annex_hash'].map((key) => (
              <th key={key}>{say(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map((e, i) => (
            <tr key={i}>
              <td>{i + 1}</td>
              <td>{say('written', { text: e.url })}</td>
              <td>{momentOf(e.sealed_at, pen)}</td>
              <td>{say('written', { text: e.sha256 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
