import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../api/client.js';
import type { CapturePart, CaptureRecord } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { bytes as fileSize } from '../../text/time.js';
import { Subtitles } from './subtitles.js';
import { stillAt } from './picture.js';
import './films.css';

/** The films of a capture: what can be taken away, and stills and subtitles, veiled until asked for. */
export default function Films({ captureId }: { captureId: string }) {
  const { t } = useText();
  const [seen, setSeen] = useState(false);
  const { data } = useQuery({
    queryKey: ['capture', captureId],
    queryFn: ({ signal }) => get<CaptureRecord>(`/captures/${captureId}`, signal),
    staleTime: Infinity,
  });
  if (!data) return null;
  const of = (pattern: RegExp) =>
    data.parts.filter((p) => pattern.test(p.name)).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const [films, stills, subtitles] = [of(/^(video|audio)-\d+(-with-sound)?$/), of(/^frame-\d+$/), of(/^subtitles-\d+$/)];
  const toShow = stills.length + subtitles.length > 0;
  return (
    <section className="films stack" aria-label={t('films.title')}>
      <ul>
        {films.map((film) => (
          <Film key={film.name} captureId={captureId} film={film} />
        ))}
      </ul>
      {stills.length === 0 && films.some((f) => f.name.startsWith('video')) && <span className="soft small">{t('films.nostill')}</span>}
      {seen && <Strip captureId={captureId} stills={stills} />}
      {seen && subtitles.map((part) => <Subtitles key={part.name} captureId={captureId} part={part} />)}
      {toShow && (
        <div>
          <Button variant="default" onClick={() => setSeen(!seen)}>
            {t(seen ? 'films.hide' : 'films.reveal')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Film({ captureId, film: { name, bytes, facts } }: { captureId: string; film: CapturePart }) {
  const { t, language } = useText();
  const known = [
    facts.seconds !== undefined && t('films.length', { at: minutes(facts.seconds) }),
    facts.width && facts.height && `${facts.width} × ${facts.height}`,
    facts.live && t('films.live'),
    facts.partial && t('films.partial'),
  ].filter(Boolean);
  const size = fileSize(bytes, language);
  return (
    <li className="row small">
      <a href={stillAt(captureId, name)}>{t(name.startsWith('audio') ? 'films.getsound' : 'films.get', { name, size })}</a>
      <span className="soft">{known.join(' · ')}</span>
    </li>
  );
}

function Strip({ captureId, stills }: { captureId: string; stills: CapturePart[] }) {
  const { t } = useText();
  return (
    <ol className="strip" tabIndex={0} aria-label={t('films.title')}>
      {stills.map(({ name, facts }) => (
        <li key={name}>
          <img src={stillAt(captureId, name)} alt={t('films.still', { at: minutes(facts.seconds ?? 0) })} />
          <span className="small soft">{minutes(facts.seconds ?? 0)}</span>
        </li>
      ))}
    </ol>
  );
}

const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
