import { Button } from '@mantine/core';
import { Fault, Loading } from '../../parts/parts.js';
import { ProseField } from '../../parts/prose-field.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { CandidateCard } from './candidate-card.js';
import { SpanText } from './day.js';
import { LawLacks } from './law-lacks.js';
import type { Confirmation, Preview, Reading } from './types.js';

interface Shown {
  preview: { data?: Preview; error: unknown; isPending: boolean };
  /** too little is typed to ask the law */
  waits: boolean;
  provision: string;
  reason: string;
  choose?: (provision: string) => void;
  say?: (reason: string) => void;
  /** what a lawyer confirmed on the case */
  confirmations?: Confirmation[];
}

/** What the law says of the facts: the questions that a person answers, and beside them every result that an answer may have. */
export function LawPane({ preview, waits, provision, reason, choose, say, confirmations = [] }: Shown) {
  const { t, word, language } = useText();
  const p = preview.data;
  return (
    <Section id="law" title={t('penalty.law')}>
      <div className="stack" role="region" aria-live="polite" aria-label={t('penalty.law')}>
        {waits ? (
          <p className="soft flat">{t('penalty.lawwaits')}</p>
        ) : preview.error ? (
          <Fault error={preview.error} />
        ) : !p ? (
          preview.isPending && <Loading />
        ) : (
          <>
            <span>
              <b>{word('penaltyroute', p.route)}</b> <span className="soft small">{p.rule.name[language]}</span>
            </span>
            <Open preview={p} />
            {p.acts.flatMap((act) =>
              act.readings.map((r) => (
                <OneReading
                  key={`${act.act} ${r.reading}`}
                  reading={r}
                  only={act.readings.length === 1}
                  subject={p.subject.kind}
                  provision={provision || (act.settled?.provision ?? '')}
                  choose={choose}
                  confirmations={confirmations}
                />
              )),
            )}
            {provision && say && (
              <div className="stack">
                <ProseField label={t('penalty.provisionwhy')} rows={[2, 6]} least={3} most={2000} value={reason} put={say} />
                <span>
                  <Button variant="subtle" color="gray" onClick={() => choose?.('')}>
                    {t('penalty.nochoice')}
                  </Button>
                </span>
              </div>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

function Open({ preview: p }: { preview: Preview }) {
  const blocks = p.blocks.filter((b) => b.block !== 'to-be-confirmed');
  if (p.asks.length + blocks.length === 0) return null;
  return (
    <ul className="lacks">
      <LawLacks asks={p.asks} blocks={blocks} />
    </ul>
  );
}

interface ReadingShown {
  reading: Reading;
  only: boolean;
  subject: 'individual' | 'organisation';
  provision: string;
  choose?: (provision: string) => void;
  confirmations: Confirmation[];
}
function OneReading({ reading: r, only, subject, provision, choose, confirmations }: ReadingShown) {
  const { t, word, language } = useText();
  const all = [...r.candidates, ...r.lighter];
  return (
    <div className="stack">
      <div>
        {!only && <span className="soft">{t('penalty.ifanswer')} </span>}
        <b>{word('reading', r.reading)}</b>
        <div className="small soft">
          {t('penalty.counts')} <SpanText span={r.reference} /> · {r.by[language]}
        </div>
      </div>
      {all.map((c) => (
        <CandidateCard
          key={c.provision}
          candidate={c}
          subject={subject}
          name={`provision-${r.reading}`}
          chosen={c.provision === provision}
          choose={choose && (() => choose(c.provision))}
          confirmations={confirmations}
        />
      ))}
      {all.length === 0 && <span className="soft small">{word('penaltyblock', 'no-provision')}</span>}
    </div>
  );
}
