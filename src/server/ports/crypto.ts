import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { Crypto, SignatureAlgorithm } from '../../core/ports.ts';

/** Key material under the ids that core uses. A key that only verifies has no private half. */
export interface KeyStore {
  publicKey(keyId: string): KeyObject | undefined;
  privateKey(keyId: string): KeyObject | undefined;
  /** Adds or replaces a key: PEM of a P-256 or RSA private key (PKCS#8) or public key (SPKI). Throws on anything else. */
  add(keyId: string, pem: string): void;
  remove(keyId: string): void;
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
    remove: (keyId) => void keys.delete(keyId),
    add(keyId, pem) {
      const privateKey = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : undefined;
      const publicKey = createPublicKey(privateKey ? pem : { key: pem });
      if (publicKey.asymmetricKeyType !== 'rsa' && publicKey.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
        throw new Error(`Key ${keyId} is neither an RSA nor a P-256 key.`);
      }
      keys.set(keyId, { publicKey, privateKey });
    },
  };
}

/**
 * Hashes and signatures for core. Signatures that verified once are remembered by key, data and signature:
 * senders repeat one token on thousands of requests, and a check takes about 0.1 ms. So are message authentication codes, with
 * which vendors seal their tokens.
 */
export function createCrypto(keys: KeyStore): Crypto {
  const verified = new Map<string, KeyObject>();

  const macs = new Map<string, Uint8Array>();

  return {
    md5Hex: (text) => hash('md5', text, 'hex'),
    sha256Hex: (text) => hash('sha256', text, 'hex'),
    hmacSha256(key, text) {
      const entry = `${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1')} ${text}`;
      const known = macs.get(entry);
      if (known !== undefined) return known;
      const mac = new Uint8Array(createHmac('sha256', key).update(text, 'utf8').digest());
      keep(macs, entry, mac);
      return mac;
    },
    verify(algorithm, keyId, data, signature) {
      const key = keys.publicKey(keyId);
      if (key === undefined || !fits(algorithm, key)) return false;
      const bytes = Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
      // The length keeps apart what could be split in two ways.
      const entry = `${algorithm} ${data.length} ${keyId} ${data} ${bytes.toString('latin1')}`;
      if (verified.get(entry) === key) return true;
      const good = checks(algorithm, key, data, bytes);
      if (good) keep(verified, entry, key);
      return good;
    },
    sign(algorithm, keyId, data) {
      const key = keys.privateKey(keyId);
      if (key === undefined) throw new Error(`No private key is registered under ${keyId}.`);
      if (!fits(algorithm, key)) throw new Error(`Key ${keyId} cannot sign with ${algorithm}.`);
      return new Uint8Array(sign('sha256', Buffer.from(data, 'latin1'), { key, ...encodingOf(algorithm) }));
    },
  };
}

/** Adds an entry; beyond the limit the oldest goes. */
function keep<T>(entries: Map<string, T>, entry: string, value: T): void {
  if (entries.size >= REMEMBERED_SIGNATURES) {
    const oldest = entries.keys().next();
    if (!oldest.done) entries.delete(oldest.value);
  }
  entries.set(entry, value);
}

const fits = (algorithm: SignatureAlgorithm, key: KeyObject): boolean =>
  (algorithm === 'ES256') === (key.asymmetricKeyType === 'ec');

/** How each algorithm pads or encodes; PS256 salts with as many bytes as the digest has (RFC 7518, 3.5). */
function encodingOf(algorithm: SignatureAlgorithm, dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363') {
  if (algorithm === 'ES256') return { dsaEncoding };
  if (algorithm === 'RS256') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function checks(algorithm: SignatureAlgorithm, key: KeyObject, data: string, signature: Buffer): boolean {
  const encoding = encodingOf(algorithm, signature.length === JOSE_SIGNATURE_BYTES ? 'ieee-p1363' : 'der');
  try {
    return verify('sha256', Buffer.from(data, 'latin1'), { key, ...encoding }, signature);
  } catch {
    // OpenSSL throws instead of answering when the bytes are no signature at all.
    return false;
  }
}
