import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

const known = new WeakMap<Socket, string | null>();

/**
 * SHA-256 fingerprint of the certificate the other side showed, base64url (RFC 8705 §3.1). Null without TLS, without a
 * certificate, and with one that our authority did not sign. A connection is asked once.
 */
export function peerCertificate(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null;
  let thumbprint = known.get(socket);
  if (thumbprint === undefined) {
    const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
    thumbprint = certificate ? createHash('sha256').update(certificate.raw).digest('base64url') : null;
    known.set(socket, thumbprint);
  }
  return thumbprint;
}
