import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Match, TriageFull } from '../api/types.js';
import { State, When } from '../parts/parts.js';
import { useText } from '../text/language.js';

interface Shown {
  full: TriageFull;
  match: Match | undefined;
  seen: boolean;
  reveal: () => void;
  canCapture: boolean;
  recapture: () => void;
  split?: (reportId: string) => void;
}

/** What the post shows: its picture, veiled until asked for, its text with what matched, and where it all comes from. */
export function Evidence({ full, match, seen, reveal, canCapture, recapture, split }: Shown) {
  const { t, word } = useText();
  const { post, capture, captures, reports, history } = full;
  const ground = capture?.ground as { words?: string } | null;
  return (
    <section className="pane stack" aria-label={t('triage.text')}>
      <div className="row">
        <b>{post.author ?? word('platform', post.platform)}</b>
        <span className="soft">{post.handle}</span>
        {post.postedAt && (
          <span className="soft small">
            <When at={post.postedAt} />
          </span>
        )}
        <State kind="outcome" value={capture ? (capture.outcome ?? capture.state) : null} />
        {post.url && (
          <a className="end small" href={post.url} target="_blank" rel="noreferrer noopener">
            {t('triage.original')} <IconExternalLink size={13} />
          </a>
        )}
      </div>
      {ground?.words && capture?.outcome !== 'complete' && <div className="soft small">“{ground.words}”</div>}
      <div className="posttext wrap card">
        {post.text ? <Marked text={post.text} spans={match?.spans ?? []} /> : <span className="soft">{t('triage.notext')}</span>}
      </div>
      {capture?.picturePart ? (
        <div className={seen ? 'picture' : 'picture veiled'}>
          <img src={`/api/captures/${capture.id}/parts/${capture.picturePart}`} alt="" loading="lazy" />
          {!seen && (
            <div className="cover">
              <Button variant="default" onClick={reveal}>
                {t('triage.reveal')}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <div className="soft small">{t('triage.nopicture')}</div>
      )}
      {seen && capture?.picturePart && (
        <div>
          <Button variant="default" onClick={reveal}>
            {t('triage.hide')}
          </Button>
        </div>
      )}
      <h2>
        {t('triage.reportsof')} ({reports.length})
      </h2>
      <ul className="timeline">
        {reports.slice(0, 20).map((r) => (
          <li key={r.id}>
            <When at={r.at} only="relative" />
            <span className="row">
              {word('channel', r.channel)} {r.note && <q className="wrap">{r.note}</q>}
              {split && (
                <Button className="end" variant="subtle" color="gray" onClick={() => split(r.id)}>
                  {t('triage.split')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <h2>{t('triage.captures')}</h2>
      <ul className="timeline">
        {captures.map((c) => (
          <li key={c.id}>
            <When at={c.endedAt ?? c.orderedAt} only="relative" />
            <span className="row">
              <State kind="outcome" value={c.outcome ?? c.state} />
              {c.evidenceId && (
                <a className="small" href={`/api/captures/${c.id}/parts/package`}>
                  {t('triage.package')}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      {canCapture && (
        <div>
          <Button variant="default" onClick={recapture}>
            {t('triage.recapture')}
          </Button>
        </div>
      )}
      <h2>{t('triage.history')}</h2>
      <ul className="timeline small">
        {history.slice(0, 30).map((h, i) => (
          <li key={h.id ?? i}>
            <When at={h.at} only="relative" />
            <span>
              {word('event', h.type ?? '')} <span className="soft">{h.actorName}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text with what matched marked; spans may touch but not overlap. */
function Marked({ text, spans }: { text: string; spans: { start: number; end: number }[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
