import { Link } from 'react-router-dom';
import { useGlossary } from '../../api/queries.js';
import type { ClaimPost } from '../../api/types.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';

const STANCES = ['spread', 'denial', 'question', 'unrelated', 'unclear'];

/** The posts that a claim matches as they read now, the most alike first. */
export function ClaimPosts({ claimId }: { claimId: string }) {
  const { t, word } = useText();
  const [chosen, set] = useFilters();
  const platforms = Object.keys(useGlossary().data?.platform ?? {});
  const filter = { strength: chosen('strength'), stance: chosen('stance'), platform: chosen('platform'), judged: chosen('judged') };
  const list = usePages<ClaimPost>(['claim-posts', claimId], `/claims/${claimId}/posts`, filter, 30_000);
  const select = (name: keyof typeof filter, label: string, ids: readonly string[], said: (id: string) => string) => (
    <FilterSelect
      label={label}
      value={filter[name]}
      choose={(value) => set({ [name]: value }, { replace: true })}
      options={ids.map((id) => ({ value: id, label: said(id) }))}
    />
  );
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <Section id="posts" title={t('claim.posts')}>
      <div className="row" style={{ marginBottom: 6 }}>
        {select('strength', t('claim.strength'), ['strong', 'suggest'], (s) => word('strength', s))}
        {select('stance', t('triage.stance'), STANCES, (s) => word('stance', s))}
        {select('platform', t('takedown.platform'), platforms, (p) => word('platform', p))}
        {select('judged', t('claim.judging'), ['false', 'true'], (j) => word('triage', j === 'true' ? 'judged' : 'waiting'))}
      </div>
      <PagedList list={list} nothing={t(narrowed ? 'claim.nosuchpost' : 'spread.none')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('claim.strength')}</th>
                <th>{t('claim.post')}</th>
                <th>{t('triage.stance')}</th>
                <th>{t('takedown.platform')}</th>
                <th>{t('claim.posted')}</th>
                <th>{t('claim.judging')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((p) => (
                <Row key={p.itemId} post={p} />
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </Section>
  );
}

function Row({ post: p }: { post: ClaimPost }) {
  const { t, word, language } = useText();
  return (
    <tr>
      <td className="tight">
        {p.strength ? <State kind="strength" value={p.strength} /> : <b className="small">{t('triage.named')}</b>}
        <div className="soft small">{Math.round(p.score * 100)} %</div>
        {p.decision && <div className="small">{t('triage.confirmed')}</div>}
      </td>
      <td>
        <Link className="two unlined" to={`/triage/${p.itemId}${p.state === 'judged' ? '?state=judged' : ''}`}>
          {p.firstLine || '–'}
        </Link>
      </td>
      <td>{word('stance', p.stance ?? 'unclear')}</td>
      <td>{p.platform && word('platform', p.platform)}</td>
      <td className="nowrap">
        {p.postedOn ? calendarDay(p.postedOn, language) : <Moment at={p.receivedAt} only="exact" />}
        {!p.postedOn && <div className="soft small">{t('claim.received')}</div>}
      </td>
      <td>{p.judgement ? word('judgement', p.judgement) : word('triage', p.state)}</td>
    </tr>
  );
}
