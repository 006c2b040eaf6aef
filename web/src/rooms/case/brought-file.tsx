import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { BroughtFile, Exhibit } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { TakeAlong } from '../../parts/take-along.js';
import { useText } from '../../text/language.js';
import { bytes, integer } from '../../text/time.js';
import type { TextKey } from '../../text/texts.js';
import { Picture } from '../triage/picture.js';

/** A file that somebody brought: its name, where it came from in their words, what it claims of itself, and the file as it came. */
export function Brought({ caseId, exhibit: e }: { caseId: string; exhibit: Exhibit }) {
  const { t } = useText();
  const me = useMe().data;
  const queries = useQueryClient();
  const [seen, setSeen] = useState(false);
  const file = e.file!;
  if (e.purgedAt) return <div className="soft small">{t('file.purged')}</div>;
  const reads = may(me, 'party.read') || e.mine;
  const shows = reads && file.hasStill;
  return (
    <div className="stack small">
      <div className="mono">{file.name}</div>
      {file.origin && (
        <div className="prose">
          <span className="soft">{t('file.from')}</span> <Long text={file.origin} />
        </div>
      )}
      <div className={shows ? 'still' : undefined} data-seen={seen}>
        {shows && (
          <div className="stack">
            <Picture
              late
              label={t('file.still')}
              source={`/api/cases/${caseId}/files/${e.id}/still`}
              seen={seen}
              turn={() => setSeen(!seen)}
              came={() => void queries.invalidateQueries({ queryKey: ['case', caseId] })}
            />
          </div>
        )}
        <Claims of={file} />
      </div>
      {reads && (
        <div>
          <TakeAlong
            path={`/cases/${caseId}/files/${e.id}/original`}
            title={t('file.original')}
            says={t('file.originalsays')}
            name={file.name!}
            refresh={[['case', caseId]]}
          />
        </div>
      )}
    </div>
  );
}

/** Said by the file alone, and so told as no more than that. */
function Claims({ of: { claims, hidden } }: { of: BroughtFile }) {
  const { t, language } = useText();
  const { place, width, height, seconds, messages, chatFiles, form } = claims;
  const lines: [TextKey, string | undefined][] = [
    ['file.takenAt', claims.takenAt],
    ['file.changedAt', claims.changedAt],
    ['file.place', place && `${place.latitude}, ${place.longitude}`],
    ['file.device', claims.device],
    ['file.software', claims.software],
    ['file.title', claims.title],
    ['file.author', claims.author],
    ['file.length', seconds === undefined ? undefined : lengthOf(seconds)],
    ['file.sides', width && height ? `${width} × ${height}` : undefined],
    [
      'file.chat',
      form &&
        [
          form,
          messages !== undefined && t('file.messages', { n: integer(messages, language) }),
          chatFiles && t('file.chatfiles', { n: integer(chatFiles, language) }),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    ['file.first', claims.first],
    ['file.last', claims.last],
    [
      'file.inside',
      claims.entries === undefined
        ? undefined
        : t('file.entries', { n: integer(claims.entries, language), size: bytes(claims.unpackedBytes ?? 0, language) }),
    ],
  ];
  const said = lines.filter(([, value]) => value);
  return (
    <div>
      <strong>{t('file.claims')}</strong> <span className="soft">{t('file.claimsays')}</span>
      {said.length === 0 && !hidden && <div className="soft">{t('file.noclaims')}</div>}
      <ul className="plainlist">
        {said.map(([key, value]) => (
          <li key={key}>
            <span className="soft">{t(key)}</span> {value}
          </li>
        ))}
      </ul>
      {hidden && <div className="soft">{t('file.hidden')}</div>}
    </div>
  );
}

function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return [...(h ? [h] : []), h ? String(m).padStart(2, '0') : m, String(s).padStart(2, '0')].join(':');
}
