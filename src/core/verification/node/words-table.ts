import { readTable } from '../../table.js';
import type { VerificationWords } from '../words.js';

export const verificationWords = readTable<VerificationWords>('verification.yaml');
