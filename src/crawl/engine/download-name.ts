import { RECEIPT, tokenEnding } from '../../core/verification/dossier-parts.js';

/** How a part of a capture is called where it is taken to: what attests the package bears its name, so that a verification finds it beside. */
export function downloadName(captureId: string, part: string, suffix: string): string {
  const [, token] = /^timestamp-(\d+)$/.exec(part) ?? [];
  const beside = part === 'package' ? '' : part === 'receipt' ? RECEIPT : token ? tokenEnding(Number(token)) : null;
  return beside === null ? `${captureId}-${encodeURIComponent(part)}.${suffix}` : `${captureId}.wacz${beside}`;
}
