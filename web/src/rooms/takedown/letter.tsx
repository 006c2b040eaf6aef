import { Fragment } from 'react';
import { useText } from '../../text/language.js';
import type { Blank } from './types.js';

/** The request word for word; a blank that is still open stands out by its name. */
export function Letter({ subject, body, blanks }: { subject: string; body: string; blanks: Blank[] }) {
  const { t, language } = useText();
  const said = (name: string) => blanks.find((b) => b.name === name)?.label[language] ?? name;
  return (
    <div className="letter" role="document" aria-label={t('takedown.contents')}>
      <b>{subject}</b>
      {'\n\n'}
      {body.split(/(\{\{[a-z_]+\}\})/).map((piece, i) =>
        i % 2 === 0 ? (
          <Fragment key={i}>{piece}</Fragment>
        ) : (
          <span key={i} className="blank">
            [{t('takedown.blank')}: {said(piece.slice(2, -2))}]
          </span>
        ),
      )}
    </div>
  );
}
