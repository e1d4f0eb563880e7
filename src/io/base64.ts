const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes that are put into a text at once. */
const pieceLength = 3 * 8192;

/** Base 64 with padding (RFC 4648, section 4), the same in every engine. */
export function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += pieceLength) {
    pieces.push(pieceOf(bytes.subarray(start, start + pieceLength)));
  }
  return pieces.join('');
}

function pieceOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const whole = one * 65536 + two * 256 + three;
    const quad = [18, 12, 6, 0].map((shift) => letters[(whole >> shift) & 63]);
    text += quad.slice(0, bytes.length - at + 1).join('');
  }
  return text.padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

/** The bytes of a text in base 64; undefined where it is none, or not as `base64Of` writes them. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const body = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of body) {
    held = ((held << 6) | letters.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 255;
    at += 1;
  }
  const isWhole = (held & ((1 << bits) - 1)) === 0 && body.length % 4 !== 1;
  return isWhole ? bytes : undefined;
}
