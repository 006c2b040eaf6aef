import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull } from '../../api/types.js';
import { More } from '../../parts/more.js';
import { Fault, State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import type { TakedownLine } from '../takedown/types.js';
import { Tally } from '../takedown/tally.js';

/** The requests that rest on this case. */
export function CaseTakedowns({ file }: { file: CaseFull }) {
  const { t, word } = useText();
  const go = useNavigate();
  const me = useMe().data!;
  const list = usePages<TakedownLine>('takedowns', '/takedowns', { caseId: file.id }, 15_000);
  if (!may(me, 'takedown.read')) return null;
  return (
    <Section
      id="takedowns"
      title={t('case.takedowns')}
      n={list.total}
      aside={
        may(me, 'takedown.draft') && (
          <Button variant="light" onClick={() => void go(`/takedowns?case=${file.id}`)}>
            {t('case.takedown')}
          </Button>
        )
      }
    >
      <Fault error={list.error} />
      {list.items.length > 0 ? (
        <div className="card lines">
          {list.items.map((d) => (
            <div key={d.id} className="stack" style={{ gap: 2 }}>
              <div className="row">
                <Link className="plain" to={`/takedowns/${d.id}`}>
                  <b>{d.reference}</b>
                </Link>
                <State kind="takedown" value={d.state} />
                <span className="soft small end">{word('platform', d.platform)}</span>
              </div>
              <Tally states={d.itemStates} links={d.links} overdue={d.overdue} />
            </div>
          ))}
          {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
        </div>
      ) : (
        !list.isPending && <p className="soft small">{t('case.notakedowns')}</p>
      )}
    </Section>
  );
}
