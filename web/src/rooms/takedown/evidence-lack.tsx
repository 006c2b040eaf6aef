import { Button } from '@mantine/core';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { AttachSealed } from './attach-sealed.js';
import type { TakedownFull } from './types.js';
import { touched, useChoices } from './use-takedown.js';

/** Links of a draft that rest on no evidence, and evidence that came into the case after the text was written. */
export function EvidenceLack({ file }: { file: TakedownFull }) {
  const { t } = useText();
  const mayChange = file.next.some((n) => n.act === 'change');
  const links = useChoices(file.caseId, mayChange).data?.links;
  const renew = useAct<void>((_, key) => call('PUT', `/takedowns/${file.id}`, { version: file.version }, key), {
    refresh: touched(file.id),
  });
  if (file.kind !== 'removal') return null;
  const bare = file.content.items.filter((i) => i.evidence.length === 0);
  const known = new Map(links?.map((l) => [l.addressId, l]));
  const isNew = file.content.items.some((i) => (known.get(i.addressId)?.evidence.length ?? 0) > i.evidence.length);
  if (bare.length === 0 && !isNew) return null;
  return (
    <div className="stack" style={{ gap: 4 }}>
      {bare.length > 0 && <b className="small">{t('takedown.bare', { n: bare.length })}</b>}
      {bare.map((i) => {
        const link = known.get(i.addressId);
        return (
          <div key={i.addressId}>
            <span className="mono">{i.url}</span>
            {link && link.evidence.length === 0 && <AttachSealed caseId={file.caseId} link={link} />}
            {!links && <div className="soft small">{t('takedown.whoattaches')}</div>}
          </div>
        );
      })}
      {isNew && mayChange && (
        <div className="row">
          <Button loading={renew.busy} onClick={() => renew.go()}>
            {t('takedown.renew')}
          </Button>
          <span className="soft small">{t('takedown.renewhint')}</span>
        </div>
      )}
      <Fault problem={renew.problem} />
    </div>
  );
}
