import { useState } from 'react';
import type { Match, TriageReading } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { useText } from '../../text/language.js';
import { Marked } from './marked.js';
import { marksOf, Picture, sentAt, stillAt } from './picture.js';

interface Shown {
  readings: TriageReading[];
  match: Match | undefined;
  /** the picture that is shown already */
  shown: string | null;
}

/** What a machine read in the post's pictures, and in its films where the chosen claim stands there: words with what matched, and where in the picture they are. */
export default function Readings({ readings, match, shown }: Shown) {
  const { t } = useText();
  const told = readings.filter((r) => r.kind === 'picture' || r.id === match?.readingId);
  if (told.length === 0) return null;
  return (
    <section className="stack" aria-label={t('words.title')}>
      {told.map((reading) => (
        <Reading key={reading.id} reading={reading} match={match?.readingId === reading.id ? match : undefined} shown={shown} />
      ))}
    </section>
  );
}

function Reading({ reading, match, shown }: { reading: TriageReading; match: Match | undefined; shown: string | null }) {
  const { t, word } = useText();
  const [seen, setSeen] = useState(false);
  const source = sourceOf(reading);
  const name = nameOf(reading.part, t);
  if (reading.outcome !== 'read')
    return (
      <span className="soft small">
        {name}: {word('words-read', reading.outcome)}
      </span>
    );
  return (
    <div className="card stack wrap" role="group" aria-label={name}>
      <span className="small soft" title={reading.engine}>
        {reading.confidence === null ? name : t('words.by', { name, sure: reading.confidence })}
      </span>
      {match ? (
        <div className="posttext">
          <Marked text={reading.text} match={match} />
        </div>
      ) : (
        <div>
          <Long text={reading.text} />
        </div>
      )}
      {source && source !== shown && (
        <Picture source={source} seen={seen} turn={() => setSeen(!seen)} late label={name} marks={marksOf(reading, match)} />
      )}
    </div>
  );
}

function nameOf(part: string, t: ReturnType<typeof useText>['t']): string {
  const [, kind, n] = /^(picture|frame|subtitles)(?:-(\d+))?/.exec(part) ?? [];
  if (kind === 'subtitles') return t('words.subtitles');
  return kind === 'frame' ? t('words.frame', { n }) : n ? t('words.picture', { n }) : t('words.sent');
}
function sourceOf({ captureId, addressId, part, kind }: TriageReading): string | null {
  if (kind === 'subtitles') return null;
  return captureId ? stillAt(captureId, part) : addressId ? sentAt(addressId) : null;
}
