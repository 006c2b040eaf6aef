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

const wordings = (language: 'vi' | 'en', lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ language, text }));

/** The form as the API takes it. */
export const claimInput = (d: ClaimDraft) => ({
  topic: d.topic,
  harm: d.harm,
  truth: d.truth,
  wordings: [...wordings('vi', d.vi), ...wordings('en', d.en)],
  sources: d.title ? [{ title: d.title, url: d.url, date: d.date }] : [],
  falseFrom: d.from,
  falseTo: d.to || null,
});
