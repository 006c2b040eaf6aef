import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { facesFor } from './faces.js';
import { printable } from './printable.js';
import { documentStyle } from './style.js';

const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** A whole page for the printer: its style and typefaces are in it, and it may ask for nothing else. A draft says so across every sheet. */
export function documentPage(
  title: string,
  body: ReactNode,
  { draft, language = 'vi' }: { draft?: ReactNode; language?: string } = {},
): string {
  const inside = renderToStaticMarkup(
    <>
      {draft && <div className="draft">{draft}</div>}
      {body}
    </>,
  );
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={CLOSED} />
        <title>{printable(title)}</title>
        <style dangerouslySetInnerHTML={{ __html: `${facesFor(inside)}${documentStyle}` }} />
      </head>
      <body dangerouslySetInnerHTML={{ __html: inside }} />
    </html>,
  )}`;
}

/** Issuing body on the left; nation, motto, place and day on the right. */
export function Head(head: {
  superior?: ReactNode;
  agency: ReactNode;
  number: ReactNode;
  nation: ReactNode;
  motto: ReactNode;
  place?: ReactNode;
}) {
  return (
    <header>
      <div>
        {head.superior && <p className="superior">{head.superior}</p>}
        <p>
          <span className="agency short">{head.agency}</span>
        </p>
      </div>
      <div>
        <p className="nation">{head.nation}</p>
        <p>
          <span className="motto">{head.motto}</span>
        </p>
      </div>
      <p className="number">{head.number}</p>
      {head.place && <p className="place">{head.place}</p>}
    </header>
  );
}

export function Title({ name, subject }: { name: ReactNode; subject: ReactNode }) {
  return (
    <div className="title">
      <h1>{name}</h1>
      <h2 className="short">{subject}</h2>
    </div>
  );
}

/** What it rests on, in italics: each ends with a semicolon, the last with a full stop. */
export function Bases({ lines }: { lines: ReactNode[] }) {
  return (
    <div className="bases">
      {lines.map((line, i) => (
        <p key={i}>
          {line}
          {i < lines.length - 1 ? ';' : '.'}
        </p>
      ))}
    </div>
  );
}

/** Whom it goes to on the left; on the right who signs, a deputy below the title for which they sign. */
export function Foot(foot: { label: ReactNode; recipients: ReactNode[]; instead?: ReactNode; title: ReactNode; name: ReactNode }) {
  return (
    <div className="sides">
      <div className="recipients">
        <p className="label">{foot.label}</p>
        {foot.recipients.map((line, i) => (
          <p key={i}>- {line}</p>
        ))}
      </div>
      <div className="signature">
        {foot.instead && <p className="role">{foot.instead}</p>}
        <p className="role">{foot.title}</p>
        <p className="name">{foot.name}</p>
      </div>
    </div>
  );
}
