// The tables of words that transforms exchange: a word or phrase, and what people write for it, one or several.
import { readFileSync } from 'node:fs';

export const words = JSON.parse(readFileSync(new URL('words.json', import.meta.url), 'utf8'));
