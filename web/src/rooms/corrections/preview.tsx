import { useState } from 'react';
import { Chips } from '../../parts/chips.js';
import { useText } from '../../text/language.js';
import type { CorrectionFull } from './use-correction.js';

/** The page itself as the public would read it, made by the same code; nothing in it can run. */
export function Preview({ file }: { file: CorrectionFull }) {
  const { t } = useText();
  const [language, choose] = useState('vi');
  return (
    <div className="stack">
      {file.content.en && (
        <Chips
          label={t('correction.language')}
          value={language}
          choose={choose}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
      )}
      <iframe
        key={file.contentHash}
        className="public-page"
        sandbox=""
        title={t('correction.preview')}
        src={`/api/corrections/${file.id}/preview?language=${language}`}
      />
    </div>
  );
}
