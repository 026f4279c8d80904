import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SignatureScheme, signRequest } from './signature.ts';

const scheme: SignatureScheme = {
  keyId: 'k1',
  secret: 's3cret',
  algorithm: 'sha256',
  encoding: 'hex',
  canonical: '{method}\\n{path}\\n{sortedQuery}\\n{timestamp}\\n{nonce}',
  headers: { 'x-sign': '{signature}' },
  timestamp: 'unix',
};
const request = {
  method: 'GET',
  url: new URL('https://erp.example/v1/orders?b=2&a=1'),
  contentType: '',
  body: '',
};
const fresh = { now: new Date(1_700_000_000_000), nonce: 'n1' };

// Expected values were computed with openssl dgst -hmac.
for (const [algorithm, encoding, expected] of [
  ['sha256', 'hex', '2500e9c6928ff61170070c7ff1d4d5447d69f1883328c5f81d6d27e4e14f6d2c'],
  ['sha256', 'base64', 'JQDpxpKP9hFwBwx/8dTVRH1p8YgzKMX4HW0n5OFPbSw='],
  ['sha1', 'hex', 'fd4dc88c396bf37434a8fa9987735a10637d18e9'],
  ['sha1', 'base64', '/U3IjDlr83Q0qPqZh3NaEGN9GOk='],
  ['md5', 'hex-upper', '1D1801C49131AB183CF3876EB5966FFC'],
  ['md5', 'base64', 'HRgBxJExqxg884dutZZv/A=='],
] as const) {
  test(`hmac ${algorithm} ${encoding}`, () => {
    assert.deepEqual(signRequest({ ...scheme, algorithm, encoding }, request, fresh), { 'x-sign': expected });
  });
}

test('headers carry key, time and a prefix; the body is covered by its hash', () => {
  const signed = signRequest(
    {
      ...scheme,
      canonical: '{body}',
      secret: 'hush',
      encoding: 'base64',
      timestamp: 'iso',
      headers: {
        authorization: 'HMAC {keyId}:{signature}',
        'x-date': '{timestamp}',
        'x-body': '{bodyHash}',
        'x-leak': '{secret}',
      },
    },
    { ...request, method: 'POST', body: '{"id":1}' },
    fresh,
  );
  assert.deepEqual(signed, {
    authorization: 'HMAC k1:VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY=',
    'x-date': '2023-11-14T22:13:20.000Z',
    'x-body': '037c9214eef74cc3887f3a4f085b4e17d76280dafd273b0ee160c09c4ba1cfd4',
    'x-leak': '',
  });
});
