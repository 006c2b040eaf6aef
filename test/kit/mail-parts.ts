/** What the parts of a mail say, each decoded: its text, then what is attached. */
export function mailParts(mail: Buffer): string[] {
  const raw = mail.toString('latin1');
  const [, boundary] = /boundary="?([^";\r\n]+)/.exec(raw)!;
  return raw.split(`--${boundary}`).slice(1, -1).map(decoded);
}
function decoded(part: string): string {
  const [head, ...rest] = part.trimStart().split('\r\n\r\n');
  const body = rest.join('\r\n\r\n').replace(/\r\n$/, '');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const byte = (_: string, hex: string) => String.fromCharCode(parseInt(hex, 16));
  const bytes = /quoted-printable/i.test(head) ? body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, byte) : body;
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
