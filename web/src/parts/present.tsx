import { IconUsers } from '@tabler/icons-react';
import { useText } from '../text/language.js';
import { names } from '../text/names.js';
import { useOthers, type RecordKind } from './use-others.js';

/** Who else has the record open. */
export default function Present({ kind, id }: { kind: RecordKind; id: string }) {
  const { t, language } = useText();
  const others = useOthers(kind, id);
  return (
    <span className="present small row" style={{ gap: 4 }} role="status">
      {others.length > 0 && (
        <>
          <IconUsers size={14} stroke={1.8} aria-hidden /> {t('live.openby', { names: names(others, language), n: others.length })}
        </>
      )}
    </span>
  );
}
