import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { FoundCheck, FoundChecks, ImportDone } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault, State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { Drafted, ToldOfAll, UNTOLD } from './import-file.js';
import { isDraft, Why } from './import-lines.js';

/** as many as one import takes */
const MOST = 20;
const given = (values: Record<string, string | null>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value));

/** Checks of others, searched at a service; those that are chosen become drafts. */
export function SearchChecks() {
  const { t } = useText();
  const [asked, ask] = useState({ query: '', language: '', publisher: '' });
  const [told, tell] = useState(UNTOLD);
  const [found, setFound] = useState<FoundCheck[] | null>(null);
  const [further, setFurther] = useState<string | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<ImportDone | null>(null);
  const put = (name: keyof typeof asked) => (e: { currentTarget: { value: string } }) => ask({ ...asked, [name]: e.currentTarget.value });
  const search = useAct<string | null, FoundChecks>((pageToken) => call('POST', '/fact-checks/search', given({ ...asked, pageToken })));
  const look = (pageToken: string | null) =>
    void search.goAsync(pageToken).then(
      ({ items, nextPageToken }) => {
        setFound((old) => (pageToken && old ? [...old, ...items] : items));
        setFurther(nextPageToken);
        if (!pageToken) choose(new Set());
        setDone(null);
      },
      () => undefined,
    );
  const take = useAct<void, ImportDone>(
    (_, key) => {
      const checks = found!.filter((c) => chosen.has(c.url + c.text)).map(({ line: _line, ...check }) => check);
      return call('POST', '/claim-imports/checks', { checks, ...given({ ...told }) }, key);
    },
    {
      refresh: [['claims'], ['claim-imports'], ['work'], ['counts']],
      done: (made) => {
        setDone(made);
        setFound(null);
        choose(new Set());
      },
    },
  );
  return (
    <div className="stack">
      <form
        className="row"
        style={{ alignItems: 'end' }}
        onSubmit={(e) => {
          e.preventDefault();
          look(null);
        }}
      >
        <TextInput
          className="grow"
          style={{ flexBasis: '18rem' }}
          label={t('exchange.query')}
          required
          minLength={2}
          maxLength={300}
          value={asked.query}
          onChange={put('query')}
        />
        <NativeSelect
          label={t('exchange.language')}
          value={asked.language}
          onChange={put('language')}
          data={[
            { value: '', label: t('exchange.anylanguage') },
            { value: 'vi', label: t('spoken.vi') },
            { value: 'en', label: t('spoken.en') },
          ]}
        />
        <TextInput
          label={t('exchange.site')}
          placeholder="vd.example"
          maxLength={200}
          value={asked.publisher}
          onChange={put('publisher')}
        />
        <Button type="submit" loading={search.busy && !further}>
          {t('exchange.search')}
        </Button>
      </form>
      <Fault problem={search.problem} />
      {found?.length === 0 && <p className="soft flat">{t('exchange.nochecks')}</p>}
      {found && found.length > 0 && (
        <>
          <ul className="card lines" aria-label={t('exchange.checks')}>
            {found.map((c) => (
              <Found
                key={c.url + c.text}
                check={c}
                on={chosen.has(c.url + c.text)}
                full={chosen.size >= MOST}
                set={(on) => choose((old) => new Set(on ? [...old, c.url + c.text] : [...old].filter((k) => k !== c.url + c.text)))}
              />
            ))}
          </ul>
          {further && (
            <Button variant="default" style={{ justifySelf: 'start' }} loading={search.busy} onClick={() => look(further)}>
              {t('list.more')}
            </Button>
          )}
          <ToldOfAll told={told} tell={tell} file={false} />
          <Fault problem={take.problem} />
          <div className="row">
            <Button loading={take.busy} disabled={chosen.size === 0} onClick={() => take.go()}>
              {t('exchange.draft', { n: chosen.size })}
            </Button>
            <span className="soft small">{t('exchange.second')}</span>
          </div>
        </>
      )}
      {done && <Drafted of={done} />}
    </div>
  );
}

function Found({ check: c, on, full, set }: { check: FoundCheck; on: boolean; full: boolean; set: (on: boolean) => void }) {
  const { t, language } = useText();
  return (
    <li className="row begin" style={{ flexWrap: 'nowrap' }}>
      <span style={{ width: 20 }} className="fixed">
        {isDraft(c.line) && (
          <Checkbox
            size="xs"
            aria-label={t('exchange.choose', { text: c.text })}
            checked={on}
            disabled={full && !on}
            onChange={(e) => set(e.currentTarget.checked)}
          />
        )}
      </span>
      <span className="fixed" style={{ width: 92 }}>
        <State kind="importline" value={c.line.outcome} />
      </span>
      <div className="stack grow" style={{ gap: 2 }}>
        <b className="wrap">{c.text}</b>
        <span className="small wrap">
          {[c.publisher, c.rating && `“${c.rating}”`, c.reviewDate && calendarDay(c.reviewDate.slice(0, 10), language)]
            .filter(Boolean)
            .join(' · ')}{' '}
          <a href={/^https?:/.test(c.url) ? c.url : undefined} target="_blank" rel="noreferrer noopener">
            {c.title ?? c.url}
          </a>
        </span>
        <Why line={c.line} numbered />
      </div>
    </li>
  );
}
