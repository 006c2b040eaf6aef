import { Button } from '@mantine/core';
import { useText } from '../text/language.js';

/** Turns the console to the other language; says so in that language. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { t, language, choose } = useText();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button className={className} variant="subtle" color="gray" lang={other} onClick={() => choose(other)}>
      {t('top.language')}
    </Button>
  );
}
