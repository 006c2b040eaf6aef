import { Button } from '@mantine/core';
import { useState } from 'react';
import { askFor } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { ActsMenu } from '../../parts/acts-menu.js';
import { keep, received } from '../../parts/keep-file.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { bytes } from '../../text/time.js';

const NAMES = { csv: 'claims.csv', jsonl: 'claims.jsonl', claimreview: 'claims.jsonld' };
type Form = keyof typeof NAMES;

/** The registry as a file, narrowed as the list beneath is. */
export function ExportClaims({ filter }: { filter: Record<string, string | boolean | undefined> }) {
  const { t, word, language } = useText();
  const [come, tell] = useState(0);
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined));
  const take = useAct<Form>(async (form) => {
    tell(0);
    const answer = await askFor('/claims/export', { form, ...given });
    keep(await received(answer, ({ now }) => tell(now)), NAMES[form]);
  });
  return (
    <>
      <ActsMenu
        target={(open) => (
          <Button variant="default" disabled={take.busy} {...open}>
            {take.busy ? t('exchange.leaving', { n: bytes(come, language) }) : t('exchange.export')}
          </Button>
        )}
        title={t('exchange.exporthint')}
        acts={(Object.keys(NAMES) as Form[]).map((form) => ({
          says: word('claimform', form) + (form === 'claimreview' ? ` · ${t('exchange.inforceonly')}` : ''),
          act: () => take.go(form),
        }))}
      />
      <Fault problem={take.problem} />
    </>
  );
}
