import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { ReportLine } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import type { Column } from '../parts/csv.js';
import { ExportButton } from '../parts/export-button.js';
import { useStamp } from '../parts/office-time.js';
import '../parts/desks.css';
import { PagedList } from '../parts/paged-list.js';
import { Fault } from '../parts/parts.js';
import SavedLists from '../parts/saved-lists/saved-lists.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { IntakeLine } from './intake-line.js';

/** What came in; and, for an operator, the form for a caller. */
export default function Intake() {
  const { t, word } = useText();
  const stamp = useStamp();
  const me = useMe().data!;
  const [chosen, choose] = useFilters();
  const filter = { channel: chosen('channel'), id: chosen('id') };
  const list = usePages<ReportLine>('reports', '/reports', filter, 20_000);
  const columns: Column<ReportLine>[] = [
    [t('intake.receivedat'), (r) => stamp(r.receivedAt)],
    [t('intake.channel'), (r) => word('channel', r.channel)],
    [t('intake.kind'), (r) => word('kind', r.kind)],
    [t('intake.link'), (r) => r.url],
    [t('intake.text'), (r) => r.text],
    [t('intake.note'), (r) => r.note],
    [t('intake.postreports'), (r) => r.postReports],
  ];
  const [f, set] = useState({ url: '', text: '', note: '', name: '', phone: '' });
  const [receipt, setReceipt] = useState('');
  const type = (name: keyof typeof f) => ({
    value: f[name],
    onChange: (e: { currentTarget: { value: string } }) => {
      const { value } = e.currentTarget;
      set((old) => ({ ...old, [name]: value }));
    },
  });
  const send = useAct<void, { receipt: string }>(
    (_, key) => {
      const contact = { ...(f.name ? { name: f.name } : {}), ...(f.phone ? { phone: f.phone } : {}) };
      return call(
        'POST',
        '/phone-reports',
        {
          ...(f.url ? { url: f.url } : {}),
          ...(f.text ? { text: f.text } : {}),
          ...(f.note ? { note: f.note } : {}),
          ...(Object.keys(contact).length > 0 ? { contact } : {}),
        },
        key,
      );
    },
    {
      refresh: [['reports']],
      done: (r) => {
        setReceipt(r.receipt);
        set({ url: '', text: '', note: '', name: '', phone: '' });
      },
    },
  );
  return (
    <div className="pad stack">
      <h1>{t('nav.intake')}</h1>
      {may(me, 'report.enter') && (
        <form
          className="card stack"
          onSubmit={(e) => {
            e.preventDefault();
            send.go();
          }}
        >
          <b>{t('intake.enter')}</b>
          {receipt && (
            <Alert color="teal" role="status">
              {t('intake.receipt', { code: receipt })}
            </Alert>
          )}
          <Fault problem={send.problem} />
          <TextInput label={t('intake.link')} {...type('url')} />
          <Textarea label={t('intake.text')} autosize {...type('text')} />
          <Textarea label={t('intake.callnote')} autosize {...type('note')} />
          <div className="row">
            <TextInput label={t('case.name')} {...type('name')} />
            <TextInput label={t('identity.phone')} {...type('phone')} />
          </div>
          <div>
            <Button type="submit" loading={send.busy}>
              {t('intake.send')}
            </Button>
          </div>
        </form>
      )}
      <div className="row">
        <SavedLists list="reports" filter={filter} />
        {filter.id && (
          <Button variant="default" onClick={() => choose({ id: '' })}>
            {t('intake.showall')}
          </Button>
        )}
        <span className="end">
          <ExportButton name="reports" path="/reports" filter={filter} columns={columns} />
        </span>
      </div>
      <PagedList list={list} nothing={t(filter.channel || filter.id ? 'intake.nothing' : 'intake.empty')}>
        {(reports) => (
          <table className="list">
            <tbody>
              {reports.map((r) => (
                <IntakeLine key={r.id} report={r} />
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </div>
  );
}
