import type { Claim, Source } from '../../api/types.js';

export interface ClaimDraft {
  vi: string;
  en: string;
  truth: string;
  topic: string;
  harm: string;
  title: string;
  url: string;
  date: string;
  from: string;
  to: string;
}
const WORDING = 900;

/** A fresh form; a post's text is the first wording, to be cut down to what is claimed. */
export const emptyClaim = (text: string, today: string): ClaimDraft => ({
  vi: text.slice(0, WORDING),
  en: '',
  truth: '',
  topic: '',
  harm: 'medium',
  title: '',
  url: 'https://',
  date: today,
  from: today,
  to: '',
});

type Told = Pick<Claim, 'wordings' | 'truth' | 'topic' | 'harm' | 'sources' | 'falseFrom' | 'falseTo'>;
/** The form as a version says it. */
export const draftOf = ({ wordings, truth, topic, harm, sources, falseFrom, falseTo }: Told): ClaimDraft => {
  const lines = (language: 'vi' | 'en') =>
    wordings
      .filter((w) => w.language === language)
      .map((w) => w.text.replace(/\s*\n\s*/g, ' '))
      .join('\n');
  const [{ title, url, date } = { title: '', url: 'https://', date: falseFrom }] = sources;
  return { ...{ vi: lines('vi'), en: lines('en'), truth, topic, harm }, ...{ title, url, date, from: falseFrom, to: falseTo ?? '' } };
};

const wordings = (language: 'vi' | 'en', lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ language, text }));

/** The form as the API takes it; of the version that it was, further sources, and what else its first one tells where that is still the same. */
export const claimInput = (d: ClaimDraft, [first, ...further]: readonly Source[] = []) => ({
  topic: d.topic,
  harm: d.harm,
  truth: d.truth,
  wordings: [...wordings('vi', d.vi), ...wordings('en', d.en)],
  sources: [...(d.title ? [{ ...(first?.url === d.url ? first : {}), title: d.title, url: d.url, date: d.date }] : []), ...further],
  falseFrom: d.from,
  falseTo: d.to || null,
});
