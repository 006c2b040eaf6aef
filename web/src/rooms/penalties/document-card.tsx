import { Button } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { lookAtFile } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { Pdf } from '../../parts/pdf.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { bytes } from '../../text/time.js';
import { DocumentLacks } from './document-lacks.js';
import { RetryPrint } from './retry-print.js';

const A_PAGE = 960;
type State = components['schemas']['DocumentState'];

/** A document of the case, shown to whoever says why: it names people, and the look is kept. `apart`: in a dialog of its own, where its place is too narrow for a page. */
export function DocumentShown({
  path,
  right,
  button,
  title,
  name,
  apart,
}: {
  path: string;
  right: string;
  button: string;
  title: string;
  name?: string;
  apart?: boolean;
}) {
  const { t } = useText();
  const me = useMe().data;
  const [file, setFile] = useState<Blob | null>(null);
  const [asking, setAsking] = useState(false);
  const [reading, setReading] = useState(false);
  const look = useAct<string, Blob>((reason) => lookAtFile(path, reason), {
    done: (found) => {
      setFile(found);
      setAsking(false);
      setReading(true);
    },
  });
  if (file && !apart) return <Pdf file={file} name={name} title={title} />;
  if (!may(me, right)) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconEye size={14} />}
        onClick={() => {
          look.reset();
          if (file) setReading(true);
          else setAsking(true);
        }}
      >
        {button}
      </Button>
      {file && reading && (
        <Dialog opened onClose={() => setReading(false)} title={title} size={A_PAGE}>
          <Pdf file={file} name={name} title={title} />
        </Dialog>
      )}
      {asking && (
        <AskReason
          draft={`document.${path}`}
          title={button}
          label={t('penalty.readwhy')}
          go={t('penalty.showdocument')}
          busy={look.busy}
          problem={look.problem}
          close={() => setAsking(false)}
          done={(reason, clear) => void look.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </div>
  );
}

interface Shown {
  of: 'violations' | 'penalties';
  id: string;
  draft: boolean;
  /** what is shown anew when it changes */
  contentHash: string;
  state: State;
  number: string | null;
}

/** The paper of a record or a decision: what it still lacks, how it will look, and what was printed. */
export function DocumentCard({ of, id, draft, contentHash, state: { state, printed, form, lacks }, number }: Shown) {
  const { t, language } = useText();
  const me = useMe().data;
  const open = draft && form !== null && (lacks.length > 0 || may(me, 'party.read'));
  if (!open && state === 'none') return null;
  return (
    <Section id="document" title={t('penalty.paper')}>
      <div className="card stack">
        {open &&
          (lacks.length > 0 ? (
            <DocumentLacks of={lacks} />
          ) : (
            <DocumentShown
              apart
              key={contentHash}
              path={`/${of}/${id}/document`}
              right="party.read"
              button={t('penalty.preview')}
              title={t('penalty.previewed')}
            />
          ))}
        {state === 'printing' && (
          <span className="icon-word soft">
            <IconPrinter size={14} aria-hidden />
            {t('penalty.printing')}
          </span>
        )}
        {state === 'failed' && (
          <span className="icon-word late">
            <IconPrinter size={14} aria-hidden />
            {t('penalty.notprinted')}
          </span>
        )}
        {state === 'failed' && <RetryPrint of={of} id={id} />}
        {printed && (
          <>
            <span className="row">
              <span className="icon-word good">
                <IconPrinter size={14} aria-hidden />
                {t('penalty.wasprinted', { form: printed.form })}
              </span>
              <Moment at={printed.printedAt} only="exact" />
            </span>
            <span className="row small">
              <span className="soft">SHA-256</span> <Hash value={printed.sha256} />{' '}
              <span className="soft">{bytes(printed.bytes, language)}</span>
            </span>
            <DocumentShown
              apart
              path={`/documents/${printed.id}`}
              right={of === 'violations' ? 'party.read' : 'document.read'}
              button={t('penalty.openprinted')}
              title={t('penalty.wasprinted', { form: printed.form })}
              name={`${(number ?? printed.form).replaceAll('/', '-')}.pdf`}
            />
          </>
        )}
      </div>
    </Section>
  );
}
