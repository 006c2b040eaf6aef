import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import type { Complaint } from '../penalties/types.js';

/** Whether it came in time. */
export function LodgingText({ of: { lodging } }: { of: Complaint }) {
  const { t, language } = useText();
  const day = lodging.until ? calendarDay(lodging.until, language) : '';
  if (lodging.inTime === null)
    return (
      <span className="icon-word soon wraps">
        <IconHelpCircle size={14} aria-hidden />
        {t('complaint.unknowntime')}
      </span>
    );
  return lodging.inTime ? (
    <span className="icon-word good wraps">
      <IconCircleCheck size={14} aria-hidden />
      {lodging.until ? t('complaint.intime', { day }) : t('complaint.unserved')}
    </span>
  ) : (
    <span className="icon-word late wraps">
      <IconAlertTriangle size={14} aria-hidden />
      {t('complaint.outoftime', { day })}
    </span>
  );
}
