import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { get } from '../../api/client.js';
import type { ClaimFull, ClaimVersion } from '../../api/types.js';
import '../../parts/desks.css';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault, Loading, State } from '../../parts/parts.js';
import { SentBack } from '../../parts/sent-back.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ClaimContent } from './claim-content.js';
import { Changes } from './claim-changes-shown.js';
import './claims.css';

/** Every version of a claim: who drafted, approved or sent it back, and what it says differently from the one before, or from one that is chosen. */
export default function ClaimVersions() {
  const { t } = useText();
  const { id } = useParams();
  const [chosen, set] = useFilters();
  const file = useQuery({ queryKey: ['claim', 'file', id], queryFn: ({ signal }) => get<ClaimFull>(`/claims/${id}`, signal) });
  const list = usePages<ClaimVersion>(['claim', 'versions', id!], `/claims/${id}/versions`);
  const error = file.error ?? list.error;
  if (error && !file.data)
    return (
      <div className="pad">
        <Fault error={error} />
      </div>
    );
  if (!file.data || list.isPending) return <Loading />;
  const versions = list.items;
  const against = versions.find((v) => String(v.number) === chosen('against'));
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('claim.versions')}</h1>
        <State kind="claim" value={file.data.state} />
        <Link className="plain" to={`/claims?id=${id}`}>
          {t('claim.back')}
        </Link>
        <InLog subject={id!} />
      </div>
      <Related of={file.data} />
      <p className="flat two wrap">“{versions[0]?.wordings[0]?.text}”</p>
      {versions.length > 1 && (
        <div className="row">
          <NativeSelect
            label={t('claim.against')}
            value={against ? String(against.number) : ''}
            onChange={(e) => set({ against: e.currentTarget.value }, { replace: true })}
            data={[
              { value: '', label: t('claim.before') },
              ...versions.map((v) => ({ value: String(v.number), label: t('claim.version', { n: v.number }) })),
            ]}
          />
        </div>
      )}
      <Fault error={error} />
      {versions.map((v, i) => (
        <Version key={v.id} version={v} against={against ?? versions[i + 1]} inForce={v.id === file.data.currentVersionId} open={i === 0} />
      ))}
      <More shown={versions.length} total={file.data.versions[0]?.number} list={list} />
    </div>
  );
}

/** Which claims it went into, took in, or was split off. */
function Related({ of: { mergedInto, mergedFrom, splitFrom } }: { of: ClaimFull }) {
  const { t } = useText();
  const named = (says: string, claims: ClaimFull['mergedFrom']) =>
    claims.length > 0 && (
      <div className="small wrap">
        {says}{' '}
        {claims.map((c, i) => (
          <span key={c.id}>
            {i > 0 && ' · '}
            <Link to={`/claims?id=${c.id}`}>{c.text}</Link>
          </span>
        ))}
      </div>
    );
  return (
    <>
      {named(t('merge.into'), mergedInto ? [mergedInto] : [])}
      {named(t('merge.from'), mergedFrom)}
      {named(t('merge.splitfrom'), splitFrom ? [splitFrom] : [])}
    </>
  );
}

interface Shown {
  version: ClaimVersion;
  against?: ClaimVersion;
  inForce: boolean;
  /** the newest is read at once */
  open: boolean;
}
function Version({ version: v, against, inForce, open }: Shown) {
  const { t } = useText();
  return (
    <article className="claim stack" data-on={inForce}>
      <div className="row">
        <h2 className="flat">{t(inForce ? 'claim.inforce' : 'claim.version', { n: v.number })}</h2>
        <span className="soft small">
          {t('claim.by', { name: v.draftedBy ?? '–' })} · <Moment at={v.draftedAt} clock="true" only="exact" />
        </span>
        <span className="soft small">
          {v.approvedAt ? (
            <>
              {t('claim.approvedby', { name: v.approvedBy ?? '–' })} · <Moment at={v.approvedAt} clock="true" only="exact" />
            </>
          ) : (
            t('claim.notapproved')
          )}
        </span>
      </div>
      <SentBack of={v} clock="true" />
      {against && against.id !== v.id && <Changes from={against} to={v} />}
      <details open={inForce || open}>
        <summary className="small">{t('claim.whole')}</summary>
        <ClaimContent claim={v} />
      </details>
    </article>
  );
}
