import { Alert, Button, Checkbox, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { call, get } from '../api/client.js';
import type { NextAct } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Ask, Fault, Loading, State, Steps, When } from '../parts/parts.js';
import { useText } from '../text/language.js';
import type { TakedownLine } from './takedowns.js';

type Words = { vi: string; en: string };
interface Item {
  id: string;
  url: string;
  state: string;
  version: number;
  dueAt: string | null;
  overdue: boolean;
  nextLook: string | null;
  replies: { id: string; reply: string; text: string | null; receivedAt: string; recordedBy: string | null }[];
  observations: { captureId: string; observation: string; at: string }[];
  next: (NextAct & { to: string })[];
}
interface Full extends TakedownLine {
  officeNow: string;
  content: { subject: string; body: string; recipient: string; way: string };
  contentHash: string;
  blanks: { name: string; label: Words; long: boolean; value: string; open: boolean }[];
  basis: { label: Words; citation: Words; toBeConfirmed: boolean } | null;
  contents: {
    id: string;
    number: number;
    sha256: string;
    writtenBy: string | null;
    writtenAt: string;
    approvedAt: string | null;
    approvedBy: string | null;
  }[];
  deliveries: {
    id: string;
    attempt: number;
    way: string;
    outcome: string | null;
    proof: unknown;
    says: string | null;
    begunAt: string;
    endedAt: string | null;
    rawSha256: string;
    tries: { says: string }[];
  }[];
  items: Item[];
  checklist: ({ key: string } & Words)[];
  next: NextAct[];
}

/** One request: what it says word for word, who approved it, what left, and what became of each link. */
export default function Takedown() {
  const { t, word, language } = useText();
  const { id } = useParams();
  const file = useQuery({
    queryKey: ['takedown', id],
    queryFn: ({ signal }) => get<Full>(`/takedowns/${id}`, signal),
    refetchInterval: (q) => (q.state.data?.state === 'sending' ? 1_500 : 10_000),
  });
  const refresh = [['takedown', id], ['takedowns'], ['work'], ['counts']];
  const [asked, setAsked] = useState<NextAct | null>(null);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [ticked, setTicked] = useState<Set<string>>(new Set());
  const [proof, setProof] = useState('');
  const act = useAct<{ next: NextAct; reason?: string }>(
    ({ next, reason }, key) => {
      const { version, contentHash } = file.data!;
      const at = `/takedowns/${id}`;
      if (next.act === 'approve') return call('POST', `${at}/approve`, { contentHash, version }, key);
      if (next.act === 'send') return call('POST', `${at}/send`, { version }, key);
      if (next.act === 'send-by-hand') return call('POST', `${at}/send`, { version, checklist: [...ticked], proof }, key);
      if (next.act === 'call-back') return call('DELETE', `${at}/send`, undefined, key);
      if (next.act === 'note-bounce') return call('POST', `${at}/bounce`, { says: reason, version }, key);
      return call('POST', `${at}/withdraw`, { reason, version }, key);
    },
    { refresh, done: () => setAsked(null) },
  );
  const change = useAct<void>((_, key) => call('PUT', `/takedowns/${id}`, { fields, version: file.data!.version }, key), {
    refresh,
    done: () => setFields({}),
  });
  const look = useAct<string>((item, key) => call('POST', `/takedowns/${id}/items/${item}/look`, {}, key), { refresh });
  if (file.error)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  const d = file.data;
  const steps = d.next.filter((n) => n.act !== 'change');
  const changeable = d.next.some((n) => n.act === 'change');
  const leaving = asked && ['approve', 'send', 'send-by-hand'].includes(asked.act);
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{d.reference}</h1>
        <State kind="takedown" value={d.state} />
        <span>{word('platform', d.platform)}</span>
        <Link to={`/cases/${d.caseId}`}>{d.caseNumber}</Link>
        <span className="soft small">
          {d.createdBy} · <When at={d.createdAt} only="relative" />
        </span>
      </div>
      {[act, change, look].map((a, i) => (
        <Fault key={i} problem={a.problem} />
      ))}
      {d.leavesAt && d.state === 'sending' && (
        <Alert color="blue" py={6} role="status">
          {word('takedown', 'sending')} · <When at={d.leavesAt} />
        </Alert>
      )}
      <div className="card">
        <h2>{t('case.next')}</h2>
        <Steps next={steps} act={setAsked} busy={act.busy} />
      </div>
      {changeable && d.blanks.length > 0 && (
        <form
          className="card stack"
          onSubmit={(e) => {
            e.preventDefault();
            change.go();
          }}
        >
          <b>{t('takedown.blanks')}</b>
          {d.blanks.map((b) => (
            <Textarea
              key={b.name}
              label={b.label[language]}
              autosize
              minRows={b.long ? 3 : 1}
              error={b.open && !fields[b.name]}
              value={fields[b.name] ?? b.value}
              onChange={(e) => setFields({ ...fields, [b.name]: e.currentTarget.value })}
            />
          ))}
          <div>
            <Button type="submit" variant="default" disabled={Object.keys(fields).length === 0} loading={change.busy}>
              {t('takedown.save')}
            </Button>
          </div>
        </form>
      )}
      <h2>{t('takedown.items')}</h2>
      {d.items.map((item) => (
        <ItemCard key={item.id} takedownId={d.id} item={item} look={() => look.go(item.id)} refresh={refresh} />
      ))}
      {d.items.length === 0 && <p className="soft">{d.links}</p>}
      <h2>{t('takedown.contents')}</h2>
      <div className="soft small">
        {t('takedown.recipient')}: {d.content.recipient} · {t('takedown.way')}: {word('way', d.content.way)} · {d.basis?.citation[language]}
      </div>
      <div className="letter" tabIndex={0}>
        <b>{d.content.subject}</b>
        {'\n\n'}
        {d.content.body}
      </div>
      <h2>{t('takedown.approvals')}</h2>
      {d.contents.map((c) => (
        <div key={c.id} className="small">
          {c.number}. {c.writtenBy} · <When at={c.writtenAt} only="relative" /> ·{' '}
          {c.approvedAt ? (
            <b>
              {c.approvedBy} · <When at={c.approvedAt} only="relative" />
            </b>
          ) : (
            '–'
          )}{' '}
          <span className="mono soft">{c.sha256.slice(0, 16)}</span>
        </div>
      ))}
      {d.deliveries.length > 0 && <h2>{t('takedown.deliveries')}</h2>}
      {d.deliveries.map((x) => (
        <div key={x.id} className="card small">
          <div className="row">
            {x.attempt}. {word('way', x.way)} <b>{word('delivery', x.outcome ?? 'begun')}</b> <When at={x.endedAt ?? x.begunAt} />
            <a className="end" href={`/api/takedowns/${d.id}/deliveries/${x.id}/raw`}>
              SHA-256 {x.rawSha256.slice(0, 16)}
            </a>
          </div>
          {x.says && <div>{x.says}</div>}
          {x.proof != null && <div className="mono">{typeof x.proof === 'string' ? x.proof : JSON.stringify(x.proof)}</div>}
        </div>
      ))}
      <Modal opened={Boolean(leaving)} onClose={() => setAsked(null)} title={t('takedown.check')} size="xl">
        <div className="stack">
          <p>
            {t('takedown.checkhint')} <span className="mono soft">{d.contentHash.slice(0, 16)}</span>
          </p>
          <Fault problem={act.problem} />
          <div className="small">
            {t('takedown.recipient')}: <b>{d.content.recipient}</b>
          </div>
          <div className="letter" tabIndex={0}>
            <b>{d.content.subject}</b>
            {'\n\n'}
            {d.content.body}
          </div>
          {asked?.act === 'send-by-hand' && (
            <>
              {d.checklist.map((c) => (
                <Checkbox
                  key={c.key}
                  size="xs"
                  label={c[language]}
                  checked={ticked.has(c.key)}
                  onChange={() =>
                    setTicked((s) => {
                      const n = new Set(s);
                      if (!n.delete(c.key)) n.add(c.key);
                      return n;
                    })
                  }
                />
              ))}
              <Textarea label={t('takedown.proof')} required value={proof} onChange={(e) => setProof(e.currentTarget.value)} />
            </>
          )}
          <div className="row">
            <Button loading={act.busy} onClick={() => act.go({ next: asked! })}>
              {word('act', asked?.act)}
            </Button>
            <Button variant="default" onClick={() => setAsked(null)}>
              {t('act.cancel')}
            </Button>
          </div>
        </div>
      </Modal>
      <Ask
        opened={asked !== null && !leaving && asked.act !== 'call-back'}
        close={() => setAsked(null)}
        title={word('act', asked?.act)}
        label={t('takedown.reason')}
        done={(reason) => act.go({ next: asked!, reason })}
      />
      <Modal opened={asked?.act === 'call-back'} onClose={() => setAsked(null)} title={word('act', 'call-back')}>
        <Button onClick={() => act.go({ next: asked! })}>{t('act.ok')}</Button>
      </Modal>
    </div>
  );
}

/** One link: its state, what the platform said, and each look at it. */
function ItemCard({
  takedownId,
  item,
  look,
  refresh,
}: {
  takedownId: string;
  item: Item;
  look: () => void;
  refresh: (string | undefined)[][];
}) {
  const { t, word } = useText();
  const replies = item.next.filter((n) => n.act === 'reply');
  const [reply, setReply] = useState('');
  const [text, setText] = useState('');
  const record = useAct<void>(
    (_, key) =>
      call(
        'POST',
        `/takedowns/${takedownId}/items/${item.id}/reply`,
        { reply: reply || replies[0].to, ...(text ? { text } : {}), version: item.version },
        key,
      ),
    { refresh, done: () => setText('') },
  );
  return (
    <article className="card stack">
      <div className="row">
        <State kind="item" value={item.state} />
        <span className="mono grow">{item.url}</span>
        {item.overdue && <b>{t('takedown.overdue')}</b>}
        {item.dueAt && (
          <span className="soft small">
            {t('takedown.due', { when: '' })}
            <When at={item.dueAt} />
          </span>
        )}
      </div>
      <Fault problem={record.problem} />
      {item.observations.length > 0 && (
        <div className="row small">
          <span className="soft">{t('takedown.looks')}:</span>
          {item.observations.map((o) => (
            <span key={o.captureId} className="row" style={{ gap: 4 }}>
              <State kind="observation" value={o.observation} />
              <span className="soft">
                <When at={o.at} only="relative" />
              </span>
            </span>
          ))}
          {item.nextLook && (
            <span className="soft">
              → <When at={item.nextLook} />
            </span>
          )}
        </div>
      )}
      {item.replies.map((r) => (
        <div key={r.id} className="small">
          {word('item', r.reply)} · <When at={r.receivedAt} only="relative" /> {r.text && <q>{r.text}</q>}{' '}
          <span className="soft">{r.recordedBy}</span>
        </div>
      ))}
      {item.next.length > 0 && (
        <form
          className="row"
          onSubmit={(e) => {
            e.preventDefault();
            record.go();
          }}
        >
          {replies.length > 0 && (
            <>
              <NativeSelect
                aria-label={t('takedown.reply')}
                value={reply || replies[0].to}
                onChange={(e) => setReply(e.currentTarget.value)}
                data={replies.map((r) => ({ value: r.to, label: word('item', r.to) }))}
              />
              <Textarea
                className="grow"
                autosize
                placeholder={t('takedown.replytext')}
                aria-label={t('takedown.replytext')}
                value={text}
                onChange={(e) => setText(e.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={record.busy}>
                {t('takedown.record')}
              </Button>
            </>
          )}
          {item.next.some((n) => n.act === 'look') && (
            <Button variant="light" onClick={look}>
              {t('takedown.look')}
            </Button>
          )}
        </form>
      )}
    </article>
  );
}
