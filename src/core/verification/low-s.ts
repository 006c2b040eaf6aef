/** The order of P-256. Where (r, s) fits, so does (r, order − s), without the key: the lower of both is written, and the other is no signature of ours. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const [HALF, LENGTH] = [32, 64];

const second = (signature: Uint8Array): bigint =>
  BigInt(`0x${Array.from(signature.subarray(HALF), (byte) => byte.toString(16).padStart(2, '0')).join('')}`);

export const isLow = (signature: Uint8Array): boolean => signature.length === LENGTH && second(signature) <= ORDER / 2n;

/** The other signature that fits. */
export function otherOf(signature: Uint8Array): Uint8Array {
  const hex = (ORDER - second(signature)).toString(16).padStart(LENGTH, '0');
  const other = Uint8Array.from(signature);
  for (let i = 0; i < HALF; i++) other[HALF + i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return other;
}
export const lowered = (signature: Uint8Array): Uint8Array => (isLow(signature) ? signature : otherOf(signature));
