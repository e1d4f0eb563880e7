import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, bytesOfBase64 } from './base64.js';

test('the test vectors of RFC 4648, section 10', () => {
  const vectors = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
  const texts = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
  expect(vectors.map((text) => base64Of(new TextEncoder().encode(text)))).toEqual(texts);
});

test('bytes come back, also across pieces', () => {
  const long = Uint8Array.from({ length: 60_001 }, (_, at) => (at * 7919) % 256);
  expect(base64Of(long)).toBe(Buffer.from(long).toString('base64'));
  expect(bytesOfBase64(base64Of(long))).toEqual(long);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['Z', 'Zg=', 'Zg', 'Zh==', 'Zm9=', 'Zm 9v', '=AAA', 'Zg==Zg==', 'Zm9_'])(
  '%s is no text in base 64',
  (text) => {
    expect(bytesOfBase64(text)).toBeUndefined();
  },
);
