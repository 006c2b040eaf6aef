import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link } from 'react-router-dom';
import { Chips } from '../parts/chips.js';
import '../parts/desks.css';
import { Moment } from '../parts/moment.js';
import { More } from '../parts/more.js';
import { Fault, Loading } from '../parts/parts.js';
import { useFilters } from '../parts/use-filters.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { Marks } from './corrections/marks.js';
import type { CorrectionLine } from './corrections/use-correction.js';

const TYPED_MS = 300;
const STATES = ['draft', 'published', 'withdrawn'];

/** Every correction, the newest first. */
export default function Corrections() {
  const { t, word } = useText();
  const [chosen, set] = useFilters();
  const filter = { state: chosen('state'), lookAgain: chosen('lookAgain'), claimId: chosen('claimId'), q: chosen('q') };
  const later = useDebouncedCallback((q: string) => set({ q: q.trim() }, { replace: true }), TYPED_MS);
  const list = usePages<CorrectionLine>('corrections', '/corrections', filter, 15_000);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.corrections')}</h1>
        <a className="plain" href="/dinh-chinh" target="_blank" rel="noreferrer noopener">
          {t('correction.publiclist')}
        </a>
      </div>
      <div className="row">
        <Chips
          label={t('claim.state')}
          value={chosen('state')}
          choose={(state) => set({ state })}
          options={[{ value: '', label: t('list.all') }, ...STATES.map((s) => ({ value: s, label: word('correction', s) }))]}
        />
        <Chips
          label={t('correction.lookagain')}
          value={chosen('lookAgain')}
          choose={(v) => set({ lookAgain: v === chosen('lookAgain') ? '' : v })}
          options={[{ value: 'true', label: t('correction.lookagain') }]}
        />
        <TextInput
          placeholder={t('list.filter')}
          aria-label={t('list.filter')}
          maxLength={200}
          defaultValue={chosen('q')}
          onChange={(e) => later(e.currentTarget.value)}
        />
      </div>
      <Fault error={list.error} />
      {list.isPending ? (
        <Loading />
      ) : list.items.length === 0 ? (
        !list.error && <p className="soft">{t(filtered ? 'correction.nothing' : 'correction.empty')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('correction.title')}</th>
              <th className="tight">{t('claim.state')}</th>
              <th className="tight">{t('correction.written')}</th>
              <th className="tight">{t('correction.publishedat')}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((c) => (
              <tr key={c.id}>
                <td className="wrap">
                  <Link className="plain" to={`/corrections/${c.id}`}>
                    <b>{c.title || t('correction.untitled')}</b>
                  </Link>
                  <div className="soft small">{c.claim}</div>
                </td>
                <td>
                  <Marks of={c} />
                </td>
                <td className="tight small">
                  {c.writtenBy} · <Moment at={c.writtenAt} only="relative" />
                </td>
                <td className="tight small">{c.publishedAt ? <Moment at={c.publishedAt} only="relative" /> : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More shown={list.items.length} total={list.total} list={list} />
    </div>
  );
}
