import { Alert, Button, Checkbox, NativeSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { call } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading, State } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { AttachSealed } from './takedown/attach-sealed.js';
import { askable } from './takedown/none-left.js';
import type { Choices } from './takedown/types.js';
import { useChoices } from './takedown/use-takedown.js';
import { WhyNone } from './takedown/why-none.js';

/** Chosen, never retyped: the links of the case, the platform, the legal basis in force. */
export function TakedownDraft({ caseId, done }: { caseId: string; done: (id: string) => void }) {
  const choices = useChoices(caseId);
  if (choices.error) return <Fault error={choices.error} />;
  return choices.data ? <Form caseId={caseId} choices={choices.data} done={done} /> : <Loading />;
}

function Form({ caseId, choices: c, done }: { caseId: string; choices: Choices; done: (id: string) => void }) {
  const { t, word, language } = useText();
  const [platform, setPlatform] = useState(c.platforms[0]?.platform ?? '');
  const [basis, setBasis] = useState(c.bases[0]?.key ?? '');
  const ofPlatform = c.links.filter((l) => l.platform === platform);
  const able = ofPlatform.filter(askable);
  // a link that no exhibit shows is taken in only by whoever ticks it
  const [turned, setTurned] = useState<Map<string, boolean>>(new Map());
  const items = able.filter((l) => turned.get(l.addressId) ?? l.evidence.length > 0);
  const turn = (links: typeof able, on: boolean) =>
    setTurned((old) => new Map([...old, ...links.map((l): [string, boolean] => [l.addressId, on])]));
  const draft = useAct<void, { id: string }>(
    (_, key) =>
      call(
        'POST',
        '/takedowns',
        { caseId, platform, legalBasis: basis, items: items.map(({ addressId, url }) => ({ addressId, url })) },
        key,
      ),
    { refresh: [['takedowns'], ['case', caseId], ['counts']], done: ({ id }) => done(id) },
  );
  const reached = c.platforms.find((p) => p.platform === platform);
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        draft.go();
      }}
    >
      <div className="row">
        <b>{c.caseNumber}</b>
        <State kind="case" value={c.caseState} />
        {c.caseState !== 'confirmed' && <span className="late small">{t('takedown.notconfirmed')}</span>}
      </div>
      <NativeSelect
        label={t('takedown.platform')}
        value={platform}
        data-autofocus
        onChange={(e) => setPlatform(e.currentTarget.value)}
        data={c.platforms.map((p) => ({
          value: p.platform,
          label: `${word('platform', p.platform)} (${t('takedown.nlinks', { n: c.links.filter((l) => l.platform === p.platform).length })})`,
        }))}
      />
      {reached && (
        <div className="soft small">
          {t('takedown.recipient')}: {reached.recipient} · {word('way', reached.delivery)}
        </div>
      )}
      <Radio.Group label={t('takedown.basis')} value={basis} onChange={setBasis} required>
        <div className="stack" style={{ gap: 5, marginTop: 4 }}>
          {c.bases.map((b) => (
            <Radio
              key={b.key}
              size="xs"
              value={b.key}
              label={b.label[language]}
              description={b.toBeConfirmed ? `${t('takedown.confirmbasis')} ${b.note?.[language] ?? ''}` : b.note?.[language]}
            />
          ))}
        </div>
      </Radio.Group>
      {c.bases.length === 0 && <Alert color="red">{t('takedown.nobasis')}</Alert>}
      <div className="row">
        <b className="small">
          {t('takedown.items')}: {t('takedown.chosen', { n: items.length, of: able.length })}
        </b>
        {able.length > 1 && (
          <Button variant="subtle" size="compact-xs" onClick={() => turn(able, items.length === 0)}>
            {t(items.length > 0 ? 'desk.unselect' : 'desk.selectall')}
          </Button>
        )}
      </div>
      <WhyNone links={ofPlatform} />
      <div className="inner-list stack" style={{ gap: 4 }}>
        {ofPlatform.map((l) => (
          <div key={l.addressId}>
            <Checkbox
              size="xs"
              disabled={!able.includes(l)}
              checked={items.includes(l)}
              onChange={() => turn([l], !items.includes(l))}
              label={
                <span>
                  <span className="mono">{l.url}</span>{' '}
                  {l.asked && (
                    <span className="soft">
                      · {t('takedown.askedalready')} <Link to={`/takedowns/${l.asked.id}`}>{l.asked.reference}</Link>
                    </span>
                  )}
                  {!l.stands && <span className="late">· {t('case.notstanding')}</span>}
                  {l.evidence.some((e) => e.session) && <span className="soft">· {t('takedown.sayssignedin')}</span>}
                  {!l.exact && <span className="late">· {t('takedown.notexact')}</span>}
                </span>
              }
            />
            {l.evidence.length === 0 && (
              <div style={{ paddingLeft: 24 }}>
                <AttachSealed caseId={caseId} link={l} />
              </div>
            )}
          </div>
        ))}
        {ofPlatform.length === 0 && <span className="soft">{t('takedown.nocaselinks')}</span>}
      </div>
      <Fault problem={draft.problem} />
      <div className="row">
        <Button type="submit" loading={draft.busy} disabled={items.length === 0 || !basis}>
          {t('takedown.draft')}
        </Button>
        <span className="soft small">{t('takedown.drafthint')}</span>
      </div>
    </form>
  );
}
