import { isObject } from './payload.ts';
import { decodeBase64Url, decodeUtf8 } from './text.ts';

/** A provider token taken apart; nothing in it is checked beyond its shape. */
export interface ProviderToken {
  readonly algorithm: string;
  readonly keyId: string;
  readonly teamId: string;
  /** Seconds since 1970, fractions cut. */
  readonly issuedAt: number;
  /** `base64url(header).base64url(claims)`, as signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** The part of the token that is not as it must be. */
export type TokenFault = 'parts' | 'header' | 'claims' | 'signature' | 'kid' | 'iss' | 'iat';

/**
 * Takes a JWT in compact form apart (RFC 7519). Padding is overlooked; `typ` and further claims do not matter.
 * `alg` is left to the caller, since a wrong one deserves its own sentence.
 */
export function parseProviderToken(jwt: string): ProviderToken | TokenFault {
  const [head, claims, signature, ...rest] = jwt.split('.', 5);
  if (!head || !claims || signature === undefined || rest.length > 0) return 'parts';
  const header = jsonPart(head);
  if (header === null) return 'header';
  const body = jsonPart(claims);
  if (body === null) return 'claims';
  const bytes = decodeBase64Url(signature);
  if (bytes === null || bytes.length === 0) return 'signature';
  const { alg, kid } = header as { readonly alg?: unknown; readonly kid?: unknown };
  const { iss, iat } = body as { readonly iss?: unknown; readonly iat?: unknown };
  if (typeof kid !== 'string' || kid === '') return 'kid';
  if (typeof iss !== 'string' || iss === '') return 'iss';
  if (typeof iat !== 'number') return 'iat';
  return {
    algorithm: typeof alg === 'string' ? alg : '',
    keyId: kid,
    teamId: iss,
    issuedAt: Math.trunc(iat),
    signed: `${head}.${claims}`,
    signature: bytes,
  };
}

function jsonPart(part: string): Readonly<Record<string, unknown>> | null {
  const bytes = decodeBase64Url(part);
  const text = bytes === null ? null : decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
