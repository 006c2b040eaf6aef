import { Button, TextInput } from '@mantine/core';
import { ProseField } from '../../parts/prose-field.js';
import { useText } from '../../text/language.js';
import type { DecisionTyped } from './decision-input.js';
import { dong, range } from './money.js';
import type { Candidate } from './types.js';

/** Where the law leaves it between two amounts, a person decides, with the reason. */
export function Amount({ of, value: d, put }: { of: Candidate; value: DecisionTyped; put: (change: Partial<DecisionTyped>) => void }) {
  const { t, word, language } = useText();
  const { between, proposal } = of.fine;
  if (!between) return null;
  return (
    <fieldset className="fieldset stack">
      <legend>{word('penaltyask', 'which-amount')}</legend>
      <span className="small soft">{range(between, language)}</span>
      <div className="fields">
        <TextInput
          label={t('penalty.amount')}
          inputMode="numeric"
          maxLength={15}
          value={d.amount}
          description={d.amount ? dong(Number(d.amount), language) : undefined}
          onChange={(e) => put({ amount: e.currentTarget.value.replace(/\D/g, '') })}
        />
        {proposal !== null && (
          <Button mt={20} variant="default" onClick={() => put({ amount: String(proposal) })}>
            {t('penalty.propose', { amount: dong(proposal, language) })}
          </Button>
        )}
      </div>
      {d.amount && (
        <ProseField
          label={t('penalty.amountwhy')}
          rows={[2, 6]}
          least={3}
          most={2000}
          value={d.amountWhy}
          put={(amountWhy) => put({ amountWhy })}
        />
      )}
    </fieldset>
  );
}
