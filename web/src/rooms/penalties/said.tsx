import type { ReactNode } from 'react';
import { Long } from '../../parts/long.js';

/** How what somebody wrote is shown: open where a person decides about it, folded where they only read. */
export type Said = (text: string, quoted?: boolean) => ReactNode;
export const open: Said = (text, quoted) => (quoted ? `“${text}”` : text);
export const folded: Said = (text, quoted) => <Long text={text} quoted={quoted} />;
