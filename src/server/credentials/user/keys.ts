import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Result } from '../../../core/result.ts';
import { type InputField, wrong } from './input.ts';

type KeyKind = 'ec' | 'rsa';

const EXPECTED: Readonly<Record<KeyKind, string>> = {
  ec: 'a P-256 key as PEM: the .p8 file from Apple, or its public key',
  rsa: 'an RSA key as PEM: the private_key of the file, or its public key',
};

/**
 * The public half of a key that the user gave, as PEM (SPKI). A private key is only used to work it out: signatures of
 * the user's senders are verified, never made.
 */
export function publicHalf(pem: string, kind: KeyKind, field: InputField): Result<string> {
  const text = pem.trim();
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text)) {
    return wrong(field, 'an encrypted private key', `${EXPECTED[kind]}, without a password`);
  }
  const key = readKey(text);
  if (key === null) return wrong(field, describeText(text), EXPECTED[kind]);
  const fits = kind === 'rsa' ? key.asymmetricKeyType === 'rsa' : key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!fits) return wrong(field, describeKey(key), EXPECTED[kind]);
  return { ok: true, value: key.export({ type: 'spki', format: 'pem' }).toString() };
}

function readKey(text: string): KeyObject | null {
  // A .p8 is often kept in a variable, as its Base64 without the lines around it.
  const pem = text.includes('-----BEGIN')
    ? text.replaceAll('\\n', '\n')
    : `-----BEGIN PRIVATE KEY-----\n${text.replace(/\s+/g, '')}\n-----END PRIVATE KEY-----`;
  try {
    return createPublicKey(pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : pem);
  } catch {
    return null;
  }
}

function describeKey({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string {
  if (type === 'rsa') return `an RSA key of ${details?.modulusLength ?? '?'} bits`;
  if (type === 'ec') return `an elliptic-curve key on ${details?.namedCurve ?? 'another curve'}`;
  return `a key of type ${type ?? 'unknown'}`;
}

function describeText(text: string): string {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
  if (label !== undefined) return `PEM (${label}) that cannot be read`;
  return text === '' ? 'empty' : `a text of ${text.length} characters that is no key`;
}
