import { createHash, createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Crypto } from '../../core/ports.ts';

/** Key material under the ids that core uses. A key that only verifies has no private half. */
export interface KeyStore {
  publicKey(keyId: string): KeyObject | undefined;
  privateKey(keyId: string): KeyObject | undefined;
  /** Adds or replaces a key: PEM of a P-256 private key (PKCS#8) or public key (SPKI). Throws on anything else. */
  add(keyId: string, pem: string): void;
}

/** Length of a signature as JOSE writes it: R and S of P-256, 32 bytes each. */
const JOSE_SIGNATURE_BYTES = 64;
const REMEMBERED_SIGNATURES = 512;

/** An empty key store; the parsed keys are kept, since parsing costs more than verifying. */
export function createKeyStore(): KeyStore {
  const keys = new Map<string, { publicKey: KeyObject; privateKey: KeyObject | undefined }>();
  return {
    publicKey: (keyId) => keys.get(keyId)?.publicKey,
    privateKey: (keyId) => keys.get(keyId)?.privateKey,
    add(keyId, pem) {
      const privateKey = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : undefined;
      const publicKey = createPublicKey(privateKey ? pem : { key: pem });
      if (publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
        throw new Error(`Key ${keyId} is no P-256 key; ES256 needs one.`);
      }
      keys.set(keyId, { publicKey, privateKey });
    },
  };
}

/**
 * Hashes and ES256 for core. Signatures that verified once are remembered by key, data and signature:
 * senders repeat one token on thousands of requests, and a check takes about 0.1 ms.
 */
export function createCrypto(keys: KeyStore): Crypto {
  const verified = new Map<string, KeyObject>();

  function remember(entry: string, key: KeyObject): void {
    if (verified.size >= REMEMBERED_SIGNATURES) {
      const oldest = verified.keys().next();
      if (!oldest.done) verified.delete(oldest.value);
    }
    verified.set(entry, key);
  }

  return {
    md5Hex: (text) => createHash('md5').update(text, 'utf8').digest('hex'),
    sha256Hex: (text) => hash('sha256', text, 'hex'),
    verifyEs256(keyId, data, signature) {
      const key = keys.publicKey(keyId);
      if (key === undefined) return false;
      const bytes = Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
      // The length keeps apart what could be split in two ways.
      const entry = `${data.length} ${keyId} ${data} ${bytes.toString('latin1')}`;
      if (verified.get(entry) === key) return true;
      const good = checks(key, data, bytes);
      if (good) remember(entry, key);
      return good;
    },
    signEs256(keyId, data) {
      const key = keys.privateKey(keyId);
      if (key === undefined) throw new Error(`No private key is registered under ${keyId}.`);
      return new Uint8Array(sign('sha256', Buffer.from(data, 'latin1'), { key, dsaEncoding: 'ieee-p1363' }));
    },
  };
}

function checks(key: KeyObject, data: string, signature: Buffer): boolean {
  const dsaEncoding = signature.length === JOSE_SIGNATURE_BYTES ? 'ieee-p1363' : 'der';
  try {
    return verify('sha256', Buffer.from(data, 'latin1'), { key, dsaEncoding }, signature);
  } catch {
    // OpenSSL throws instead of answering when the bytes are no signature at all.
    return false;
  }
}
