import { fill } from '../../core/documents/blanks.js';
import { documentPage, Title } from '../../core/documents/layout.page.js';
import { printable } from '../../core/documents/printable.js';
import { certificateTable as t, GROUPS, LINES, type Language, type LineName } from './certificate-table.js';
import type { PackedFile } from './package-facts.adapter.js';

export interface CertificateModel {
  language: Language;
  lines: Record<LineName, string[]>;
  files: PackedFile[];
  visit: 'public' | 'signed_in';
  /** what a visit with a session lacks in its package */
  leftOut: string[];
}
const LABEL = { width: '44mm' };
const HEADING = { marginTop: '10pt', breakAfter: 'avoid' } as const;
/** what belongs together stays on one page */
const WHOLE = { breakInside: 'avoid' } as const;
const TABLE = { marginTop: '4pt' };

/** One page after another for a court: what was captured, and how to verify it without the office. */
export function certificatePage({ language, lines, files, visit, leftOut }: CertificateModel): string {
  const say = (label: { vi: string; en: string }): string => printable(label[language]);
  const lacks = leftOut.length > 0 ? [printable(fill(t.left_out[language], { what: leftOut.join('; ') }))] : [];
  return documentPage(
    `${t.title[language]} ${lines.capture[0] ?? ''}`,
    <>
      <Title name={say(t.title)} subject={say(t.subject)} />
      {GROUPS.map((group) => (
        <section key={group} style={WHOLE}>
          <h2 style={HEADING}>{say(t.groups[group])}</h2>
          <table style={TABLE}>
            <tbody>
              {LINES[group].map((line) => (
                <tr key={line}>
                  <th style={{ ...LABEL, textAlign: 'left' }}>{say(t.lines[line])}</th>
                  <td>
                    {lines[line].length === 0
                      ? say(t.not_told)
                      : printable(lines[line].join('\n'))
                          .split('\n')
                          .map((text, i) => <div key={i}>{text}</div>)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <h2 style={HEADING}>{say(t.groups.parts)}</h2>
      <table style={TABLE}>
        <thead>
          <tr>
            <th style={{ width: '50mm' }}>{say(t.columns.path)}</th>
            <th style={{ width: '24mm' }}>{say(t.columns.bytes)}</th>
            <th style={{ width: 'auto' }}>{say(t.columns.sha256)}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, bytes, hash }) => (
            <tr key={path}>
              <td>{printable(path)}</td>
              <td>{bytes}</td>
              <td>{printable(hash.replace('sha256:', ''))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(['method', 'verify'] as const).map((group) => (
        <section key={group}>
          <h2 style={HEADING}>{say(t.groups[group])}</h2>
          {[...(group === 'method' ? [say(t.visit[visit]), ...lacks] : []), ...t[group].map(say)].map((text, i) => (
            <p key={i}>{text}</p>
          ))}
        </section>
      ))}
    </>,
    { language },
  );
}
