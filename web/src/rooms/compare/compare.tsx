import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'react-router-dom';
import { get, problemOf } from '../../api/client.js';
import type { Comparison } from '../../api/types.js';
import '../../parts/desks.css';
import { Fault, Loading } from '../../parts/parts.js';
import { useKeys } from '../../parts/use-keys.js';
import { useText } from '../../text/language.js';
import './compare.css';
import { OtherLooks } from './other-looks.js';
import { ComparedPictures } from './pictures.js';
import { Sides } from './sides.js';

/** Two looks at one post side by side: what changed in one line, then each thing. */
export default function Compare() {
  const { t } = useText();
  const { id, captureId } = useParams();
  const other = new URLSearchParams(useLocation().search).get('with');
  const compared = useQuery({
    queryKey: ['compare', captureId, other],
    queryFn: ({ signal }) => get<Comparison>(`/captures/${captureId}/compare${other ? `/${other}` : ''}`, signal),
    staleTime: Infinity, // each reading is a look that stands in the custody
    retry: false,
  });
  // to be chosen below, so no fault
  const alone = !other && compared.error !== null && problemOf(compared.error).code === 'nothing-to-compare';
  return (
    <div className="wide stack compare">
      <div className="desk-head">
        <h1>{t('compare.title')}</h1>
        <Link className="plain" to={`/posts/${id}`}>
          {t('compare.back')}
        </Link>
      </div>
      {alone ? <p className="flat">{t('compare.nonesame')}</p> : <Fault error={compared.error} />}
      {compared.isPending && <Loading />}
      {compared.data && <Found of={compared.data} />}
      {id && captureId && <OtherLooks postId={id} captureId={captureId} shown={compared.data} />}
    </div>
  );
}

function Found({ of }: { of: Comparison }) {
  const { t } = useText();
  useKeys({ j: () => leap(1), k: () => leap(-1) });
  return (
    <>
      <p className="flat" role="status">
        {of.changed.length === 0 ? (
          t('compare.same')
        ) : (
          <b>{`${t('compare.changed')}: ${of.changed.map((c) => t(`compare.change.${c}`)).join(', ')}`}</b>
        )}
      </p>
      <span className="soft small">{t('compare.keys')}</span>
      <Sides of={of} />
      <section>
        <h2>{t('compare.text')}</h2>
        <div className="card said" tabIndex={0} role="group" aria-label={t('compare.text')}>
          {of.text.length === 0 && <span className="soft">{t('compare.notext')}</span>}
          {of.text.map(({ kind, text }, i) => {
            const Said = kind === 'same' ? 'span' : kind === 'gone' ? 'del' : 'ins';
            return (
              <Said key={i} tabIndex={kind === 'same' ? undefined : -1}>
                {text}
              </Said>
            );
          })}
        </div>
      </section>
      {of.pictures.length > 0 && <ComparedPictures of={of} />}
    </>
  );
}

/** To the next change of the text, or the one before. */
function leap(by: 1 | -1): void {
  const changes = [...document.querySelectorAll<HTMLElement>('.compare :is(ins, del)')];
  const at = changes.indexOf(document.activeElement as HTMLElement);
  const next = changes.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % changes.length);
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
