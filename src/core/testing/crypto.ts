import { constants, createHmac, generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Crypto, SignatureAlgorithm } from '../ports.ts';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const ecPair = (): KeyPair => generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const rsaPair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 2048 });

function encodingOf(algorithm: SignatureAlgorithm, dsaEncoding: 'ieee-p1363' | 'der') {
  if (algorithm === 'ES256') return { dsaEncoding };
  if (algorithm === 'RS256') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
}

/** Signs as a sender would. */
export const signWith = (algorithm: SignatureAlgorithm, { privateKey }: KeyPair, data: string): Uint8Array =>
  sign('sha256', Buffer.from(data), { key: privateKey, ...encodingOf(algorithm, 'ieee-p1363') });

/** Real hashes and signatures; pairs are made by the functions when a key is first asked for. */
export function makeCrypto(keys: Readonly<Record<string, () => KeyPair>>): Crypto {
  return {
    md5Hex: (text) => hash('md5', text, 'hex'),
    sha256Hex: (text) => hash('sha256', text, 'hex'),
    hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest(),
    verify(algorithm, keyId, data, signature) {
      const key = Object.hasOwn(keys, keyId) ? keys[keyId]?.().publicKey : undefined;
      if (key === undefined || (algorithm === 'ES256') !== (key.asymmetricKeyType === 'ec')) return false;
      const encoding = encodingOf(algorithm, signature.length === 64 ? 'ieee-p1363' : 'der');
      return verify('sha256', Buffer.from(data), { key, ...encoding }, signature);
    },
    sign(algorithm, keyId, data) {
      const pair = Object.hasOwn(keys, keyId) ? keys[keyId]?.() : undefined;
      if (pair === undefined) throw new Error(`no key ${keyId}`);
      return signWith(algorithm, pair, data);
    },
  };
}

/** Makes a value once, when it is first asked for: RSA keys take a moment. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
