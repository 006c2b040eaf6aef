import { Modal, type ModalProps } from '@mantine/core';
import { useText } from '../text/language.js';
import { leaveDatesAlone } from './leave-dates-alone.js';

/** A dialog whose way out has a name. */
export function Dialog(shown: ModalProps) {
  const { t } = useText();
  return <Modal {...shown} onKeyDown={leaveDatesAlone} closeButtonProps={{ 'aria-label': t('act.close') }} />;
}
