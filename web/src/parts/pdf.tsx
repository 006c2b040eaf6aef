import { useEffect, useRef, useState } from 'react';
import { useText } from '../text/language.js';

/** A PDF as the browser shows it, with the way to keep it. */
export function Pdf({ file, name, title }: { file: Blob; name?: string; title: string }) {
  const { t } = useText();
  const [url, setUrl] = useState('');
  // what asked for it is gone, and the keyboard would be nowhere
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), [url]);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (!url) return null;
  return (
    <div className="stack" ref={here} tabIndex={-1} style={{ outline: 'none' }}>
      <iframe className="pdf" title={title} src={`${url}#navpanes=0&view=FitH`} />
      {name && (
        <a className="plain" href={url} download={name}>
          {t('penalty.download')}
        </a>
      )}
    </div>
  );
}
