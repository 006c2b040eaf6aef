import { useQuery } from '@tanstack/react-query';
import type { CapturePart } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { useText } from '../../text/language.js';
import { stillAt } from './picture.js';

/** What the subtitles of a film say; reading them is on the log, so they come when asked for. */
export function Subtitles({ captureId, part }: { captureId: string; part: CapturePart }) {
  const { t } = useText();
  const { data } = useQuery({
    queryKey: ['subtitles', captureId, part.name],
    queryFn: async ({ signal }) => {
      const answer = await fetch(stillAt(captureId, `${part.name}-text`), { signal });
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.text();
    },
    staleTime: Infinity,
  });
  const { language, label } = part.facts;
  return (
    <div className="stack" role="group" aria-label={t('films.subtitles')}>
      <span className="small soft">
        {[t('films.subtitles'), label ?? language].filter(Boolean).join(': ')} ·{' '}
        <a href={stillAt(captureId, part.name)}>{t('films.getsubtitles', { name: part.name })}</a>
      </span>
      {data && <Long text={data} />}
    </div>
  );
}
