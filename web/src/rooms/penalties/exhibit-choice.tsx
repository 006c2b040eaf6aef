import { Checkbox } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { CaseFull, Exhibit } from '../../api/types.js';
import { mediaName } from '../../parts/media-name.js';
import { Fault } from '../../parts/parts.js';
import { useSeenHow } from '../../parts/seen-how.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { useExhibits } from '../case/use-case.js';

/** An exhibit in one line. */
export function useExhibitName() {
  const { t, word } = useText();
  const seenHow = useSeenHow();
  return (e: Exhibit): string =>
    [e.why, e.captureId ? word('outcome', e.outcome) : t(...mediaName(e.mediaType)), ...seenHow(e), e.url].filter(Boolean).join(' · ');
}

/** A record names no more. */
const MOST = 50;

/** Which of the case's exhibits prove it. */
export function ExhibitChoice({ file, value, put }: { file: CaseFull; value: string[]; put: (ids: string[]) => void }) {
  const { t, language } = useText();
  const name = useExhibitName();
  const { data: exhibits, error } = useExhibits(file.id);
  return (
    <fieldset className="fieldset stack">
      <legend>{t('case.exhibits')}</legend>
      <div className="inner-list stack">
        <Fault error={error} />
        {exhibits?.map((e) => (
          <Checkbox
            key={e.id}
            size="xs"
            label={<span className="wrap">{name(e)}</span>}
            checked={value.includes(e.id)}
            disabled={value.length >= MOST && !value.includes(e.id)}
            onChange={() => put(value.includes(e.id) ? value.filter((id) => id !== e.id) : [...value, e.id])}
          />
        ))}
        {exhibits?.length === 0 && (
          <span className="soft">
            {t('case.noexhibits')}{' '}
            <Link className="plain" to={`/cases/${file.id}#exhibits`}>
              {t('desk.goto')}
            </Link>
          </span>
        )}
      </div>
      {exhibits && exhibits.length > MOST && (
        <span className="soft small" role="status">
          {t('penalty.exhibitschosen', { n: value.length, total: integer(exhibits.length, language), most: MOST })}
        </span>
      )}
    </fieldset>
  );
}
