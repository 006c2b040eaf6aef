import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../text/language.js';
import { useToday } from './day.js';

interface Shown {
  label: string;
  description?: string;
  value: string;
  put: (value: string) => void;
  required?: boolean;
  /** the day may be known by its month only */
  orMonth?: boolean;
}
const MONTH = /^\d{4}-\d{2}$/;

/** A day that is not in the future; where that is all that is known, a month. */
export function DayField({ label, description, value, put, required, orMonth }: Shown) {
  const { t } = useText();
  const today = useToday();
  const [byMonth, setByMonth] = useState(MONTH.test(value));
  const turn = () => {
    setByMonth(!byMonth);
    put(byMonth ? '' : value.slice(0, 7));
  };
  return (
    <div>
      <TextInput
        type={byMonth ? 'month' : 'date'}
        label={label}
        description={description}
        required={required}
        max={byMonth ? today.slice(0, 7) : today}
        value={value}
        onChange={(e) => put(e.currentTarget.value)}
      />
      {orMonth && (
        <Button
          className="quiet"
          variant="subtle"
          size="compact-xs"
          aria-label={`${label}: ${t(byMonth ? 'penalty.byday' : 'penalty.bymonth')}`}
          onClick={turn}
        >
          {t(byMonth ? 'penalty.byday' : 'penalty.bymonth')}
        </Button>
      )}
    </div>
  );
}
