import { IconCircleDashed } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import type { components } from '../../api/schema.js';
import { useText } from '../../text/language.js';

type Fault = components['schemas']['DocumentFault'];

/** What a document still lacks to be printed, field by field. */
export function DocumentLacks({ of }: { of: Fault[] }) {
  const { t, language } = useText();
  return (
    <div className="small">
      <div className="soft">{t('penalty.paperlacks')}</div>
      <ul className="lacks">
        {of.map((fault) => (
          <li key={fault.field}>
            <IconCircleDashed size={12} aria-hidden />
            <span>
              {fault[language]}
              {fault.field === 'delegation.day' && (
                <>
                  {': '}
                  {t('users.title.undated')}{' '}
                  <Link className="plain" to="/users">
                    {t('desk.goto')}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
