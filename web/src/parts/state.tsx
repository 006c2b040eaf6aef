import { Badge } from '@mantine/core';
import { useText } from '../text/language.js';

const COLOURS: Record<string, string> = {
  confirmed: 'red',
  verifying: 'blue',
  open: 'gray',
  dismissed: 'gray',
  closed: 'gray',
  draft: 'yellow',
  approved: 'blue',
  received: 'yellow',
  accepted: 'blue',
  answered: 'teal',
  drawn: 'blue',
  signed: 'blue',
  numbered: 'blue',
  served: 'blue',
  late: 'red',
  paid: 'teal',
  annulled: 'gray',
  refunded: 'gray',
  cancelled: 'gray',
  published: 'teal',
  sending: 'blue',
  sent: 'teal',
  undeliverable: 'red',
  withdrawn: 'gray',
  awaiting: 'yellow',
  'removed-claimed': 'blue',
  refused: 'red',
  restricted: 'orange',
  'verified-removed': 'teal',
  reappeared: 'red',
  gone: 'teal',
  present: 'gray',
  strong: 'red',
  suggest: 'yellow',
  new: 'teal',
  similar: 'yellow',
  faulty: 'red',
  retired: 'gray',
  merged: 'gray',
  failed: 'orange',
  running: 'blue',
  done: 'teal',
  superseded: 'gray',
  blocked: 'orange',
};
/** A state in the office's word for it; the colour only repeats it. */
export function State({ kind, value }: { kind: string; value: string | null | undefined }) {
  const { word } = useText();
  return value ? (
    <Badge variant="light" color={COLOURS[value] ?? 'gray'}>
      {word(kind, value)}
    </Badge>
  ) : null;
}
