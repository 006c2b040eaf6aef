import { Textarea, TextInput } from '@mantine/core';
import { useText } from '../../text/language.js';
import type { Wording } from './use-correction.js';

interface Shown {
  language: 'vi' | 'en';
  value: Wording;
  /** what the office holds for unfilled, as `vi.title` */
  blanks: string[];
  put: (next: Wording) => void;
}

/** What one language says. */
export function EditWording({ language, value, blanks, put }: Shown) {
  const { t } = useText();
  const field = (name: keyof Wording, maxLength: number) => ({
    lang: language,
    label: `${t(`correction.${name}`)}${language === 'en' ? ` (${t('spoken.en')})` : ''}`,
    maxLength,
    value: value[name],
    error: blanks.includes(`${language}.${name}`) ? t('takedown.mustfill') : undefined,
    onChange: (e: { currentTarget: { value: string } }) => put({ ...value, [name]: e.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...field('title', 200)} />
      <Textarea autosize minRows={2} maxRows={8} {...field('said', 1000)} />
      <Textarea autosize minRows={3} maxRows={14} {...field('truth', 4000)} />
    </>
  );
}
