import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/language.js';
import { ActDialog } from './act-dialog.js';
import { DayField } from './day-field.js';
import { useToday } from './day.js';
import { dong } from './money.js';
import type { DecisionFull } from './types.js';

interface Shown {
  file: DecisionFull;
  close: () => void;
}
const digits = (text: string) => text.replace(/\D/g, '');

/** Money that came in, by its receipt; what is owed stands there already. */
export function PaymentDialog({ file, close }: Shown) {
  const { t, language } = useText();
  const today = useToday();
  const owes = ['served', 'late', 'paid'].includes(file.state);
  const [v, set] = useState({
    amount: owes ? String(file.debt?.unpaid ?? '') : '',
    interest: owes ? String(file.debt?.interest ?? 0) : '0',
    receipt: '',
    on: today,
  });
  const body = { amount: Number(v.amount), interest: Number(v.interest || 0), receipt: v.receipt.trim(), on: v.on };
  return (
    <ActDialog file={file} act="record-payment" path="payments" body={body} close={close}>
      {!owes && <p className="late flat">{t('penalty.payafter')}</p>}
      <div className="fields">
        <TextInput
          data-autofocus
          label={t('penalty.amount')}
          description={v.amount ? dong(Number(v.amount), language) : '–'}
          inputMode="numeric"
          maxLength={15}
          required
          value={v.amount}
          onChange={(e) => set({ ...v, amount: digits(e.currentTarget.value) })}
        />
        <TextInput
          label={t('penalty.interest')}
          description={v.interest ? dong(Number(v.interest), language) : '–'}
          inputMode="numeric"
          maxLength={15}
          value={v.interest}
          onChange={(e) => set({ ...v, interest: digits(e.currentTarget.value) })}
        />
      </div>
      <Receipt value={v} put={(change) => set({ ...v, ...change })} />
    </ActDialog>
  );
}

/** All that came in goes back. */
export function RefundDialog({ file, close }: Shown) {
  const { t, language } = useText();
  const today = useToday();
  const [v, set] = useState({ receipt: '', on: today });
  return (
    <ActDialog file={file} act="refund" path="refund" body={{ receipt: v.receipt.trim(), on: v.on }} close={close}>
      <p className="flat">{t('penalty.refundowed', { amount: dong(file.refund.owed, language) })}</p>
      <Receipt first value={v} put={(change) => set({ ...v, ...change })} />
    </ActDialog>
  );
}

interface Received {
  /** it has the focus when the dialog opens */
  first?: boolean;
  value: { receipt: string; on: string };
  put: (change: { receipt?: string; on?: string }) => void;
}
function Receipt({ first, value: v, put }: Received) {
  const { t } = useText();
  return (
    <div className="fields">
      <TextInput
        data-autofocus={first}
        label={t('penalty.receipt')}
        required
        maxLength={100}
        value={v.receipt}
        onChange={(e) => put({ receipt: e.currentTarget.value })}
      />
      <DayField label={t('penalty.onday')} required value={v.on} put={(on) => put({ on })} />
    </div>
  );
}
