import { createSocket, type SocketOptions } from 'node:dgram';
import { lookup as ofSystem } from 'node:dns';

export interface NtpAnswer {
  server: string;
  /** how far this machine's clock is behind the server's (RFC 5905, 8: theta), in milliseconds */
  offsetMilliseconds: number | null;
  roundTripMilliseconds: number | null;
  stratum: number | null;
  fault: string | null;
}
const TO_1900 = 2_208_988_800;
const TIMEOUT_MS = 2_000;
const CLIENT = 0x23; // version 4, mode 3

/** Asks one server for its time (SNTP, RFC 4330). Never throws: no answer is an answer too. */
export function askNtp(server: string, timeout = TIMEOUT_MS, lookup: SocketOptions['lookup'] = ofSystem): Promise<NtpAnswer> {
  const none = (fault: string): NtpAnswer => ({ server, offsetMilliseconds: null, roundTripMilliseconds: null, stratum: null, fault });
  const at = /^\[?([^\]]+?)\]?(?::(\d+))?$/.exec(server)!;
  return new Promise((answered) => {
    const socket = createSocket({ type: at[1].includes(':') ? 'udp6' : 'udp4', lookup });
    let ended = false;
    const end = (answer: NtpAnswer) => {
      if (ended) return; // a name that is not found fails long after its time was up
      ended = true;
      clearTimeout(timer);
      socket.close();
      answered(answer);
    };
    const timer = setTimeout(() => end(none('it did not answer')), timeout);
    socket.on('error', (error) => end(none(error.message)));
    const packet = Buffer.alloc(48);
    packet[0] = CLIENT;
    const sent = Date.now();
    write(packet, 40, sent);
    socket.once('message', (message) => {
      const fault = faultOf(message, packet);
      end(fault ? none(fault) : { server, ...distance(message, sent, Date.now()), fault: null });
    });
    socket.send(packet, Number(at[2] ?? 123), at[1], (error) => error && end(none(error.message)));
  });
}

function faultOf(message: Buffer, asked: Buffer): string | null {
  if (message.length < 48 || (message[0] & 7) !== 4) return 'what it sent is no answer';
  if (!message.subarray(24, 32).equals(asked.subarray(40, 48))) return 'it answered something else';
  if (message[1] === 0 || message[1] > 15 || message[0] >> 6 === 3) return 'it does not know the time itself';
  return null;
}

/** RFC 5905, section 8. */
export function distance(
  message: Buffer,
  sent: number,
  came: number,
): Pick<NtpAnswer, 'offsetMilliseconds' | 'roundTripMilliseconds' | 'stratum'> {
  const [received, answered] = [read(message, 32), read(message, 40)];
  return {
    offsetMilliseconds: Math.round((received - sent + (answered - came)) / 2),
    roundTripMilliseconds: Math.round(came - sent - (answered - received)),
    stratum: message[1],
  };
}

/** An NTP moment (seconds since 1900 and their parts of 2^32) as milliseconds since 1970, and back. */
export const read = (bytes: Buffer, at: number): number =>
  (bytes.readUInt32BE(at) - TO_1900) * 1_000 + (bytes.readUInt32BE(at + 4) * 1_000) / 2 ** 32;
export function write(bytes: Buffer, at: number, milliseconds: number): void {
  bytes.writeUInt32BE(Math.floor(milliseconds / 1_000) + TO_1900, at);
  bytes.writeUInt32BE(Math.floor(((milliseconds % 1_000) / 1_000) * 2 ** 32), at + 4);
}
