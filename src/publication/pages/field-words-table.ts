import { glossary } from '../../core/glossary/glossary.js';
import { topics } from '../../core/glossary/topics.js';
import type { Language } from '../../core/pages/texts.js';
import { citations } from '../../enforcement/index.js';

/** The words of each field by which acts and figures are told. */
export const fieldWords: Record<string, Record<string, Record<Language, string>>> = {
  ...glossary,
  topic: topics,
  end: glossary.penaltyend,
  provision: citations,
};
