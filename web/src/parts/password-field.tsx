import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from '../text/language.js';

/** A password, whose eye says what it does in the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useText();
  return <PasswordInput {...props} visibilityToggleButtonProps={{ 'aria-label': t('signin.eye') }} />;
}
