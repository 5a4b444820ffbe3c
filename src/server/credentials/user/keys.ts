import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Result } from '../../../core/result.ts';
import type { LocalText } from '../../../core/trace/types.ts';
import { type InputField, wrong } from './input.ts';

type KeyKind = 'ec' | 'rsa';

const EXPECTED: Readonly<Record<KeyKind, LocalText>> = {
  ec: {
    en: 'a P-256 key as PEM: the .p8 file from Apple, or its public key',
    zh: 'PEM 形式的 P-256 密钥：Apple 的 .p8 文件或其公钥',
  },
  rsa: {
    en: 'an RSA key as PEM: the private_key of the file, or its public key',
    zh: 'PEM 形式的 RSA 密钥：文件里的 private_key 或其公钥',
  },
};

const ENCRYPTED: LocalText = { en: 'an encrypted private key', zh: '加密的私钥' };

/**
 * The public half of a key that the user gave, as PEM (SPKI). A private key is only used to work it out: signatures of
 * the user's senders are verified, never made.
 */
export function publicHalf(pem: string, kind: KeyKind, field: InputField): Result<string> {
  const text = pem.trim();
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text)) {
    const { en, zh } = EXPECTED[kind];
    return wrong(field, ENCRYPTED, { en: `${en}, without a password`, zh: `${zh}，且不带密码` });
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

function describeKey({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): LocalText {
  const bits = details?.modulusLength ?? '?';
  if (type === 'rsa') return { en: `an RSA key of ${bits} bits`, zh: `${bits} 位的 RSA 密钥` };
  const curve = details?.namedCurve;
  if (type === 'ec') {
    return {
      en: `an elliptic-curve key on ${curve ?? 'another curve'}`,
      zh: `${curve ?? '其他'} 曲线上的椭圆曲线密钥`,
    };
  }
  return { en: `a key of type ${type ?? 'unknown'}`, zh: `${type ?? '未知'} 类型的密钥` };
}

function describeText(text: string): LocalText {
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
  if (label !== undefined) return { en: `PEM (${label}) that cannot be read`, zh: `无法读取的 PEM（${label}）` };
  if (text === '') return { en: 'empty', zh: '空的' };
  return { en: `a text of ${text.length} characters that is no key`, zh: `${text.length} 个字符的文本，不是密钥` };
}
