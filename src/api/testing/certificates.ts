import 'reflect-metadata';
import { createHash, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

export interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** SHA-256, base64url: as a client's row holds it. */
  readonly thumbprint: string;
}

export interface Authority {
  readonly cert: Buffer;
  issue(name: string): Promise<Certificate>;
}

/** A certificate authority made for one test; what it issues is good for a day, for `localhost` and 127.0.0.1. */
export async function testAuthority(authority = 'Test authority'): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: `CN=${authority}`,
    ...validity(),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  return {
    cert: Buffer.from(own.toString('pem')),
    issue: async (name) => {
      const pair = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      const made = await x509.X509CertificateGenerator.create({
        serialNumber: '02',
        subject: `CN=${name}`,
        issuer: own.subject,
        ...validity(),
        signingAlgorithm: ALGORITHM,
        publicKey: pair.publicKey,
        signingKey: keys.privateKey,
        extensions: [NAMES],
      });
      return {
        cert: Buffer.from(made.toString('pem')),
        key: await pemOf(pair.privateKey),
        thumbprint: createHash('sha256').update(Buffer.from(made.rawData)).digest('base64url'),
      };
    },
  };
}

const NAMES = new x509.SubjectAlternativeNameExtension([
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
]);

function validity() {
  return { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<Buffer> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  const lines = der.toString('base64').replace(/(.{64})/g, '$1\n');
  return Buffer.from(`-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`);
}
