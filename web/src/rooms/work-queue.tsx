import { Button } from '@mantine/core';
import { useNavigate } from 'react-router-dom';
import { useKeys } from '../parts/use-keys.js';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { FIRST } from './triage/first.js';

/** The posts that wait for a judgement: one key leads into the most urgent. */
export function PostsToJudge({ waiting }: { waiting: number }) {
  const { t, language } = useText();
  const go = useNavigate();
  const begin = () => void go('/triage', FIRST);
  useKeys({ j: begin });
  return (
    <section>
      <h2>
        {t('work.toJudge')} ({integer(waiting, language)})
      </h2>
      <div className="card row">
        <span className="grow">{t('work.worstfirst')}</span>
        <Button onClick={begin}>{t('work.begin')}</Button>
      </div>
    </section>
  );
}
