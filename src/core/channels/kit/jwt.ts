import { decodeBase64Url, decodeUtf8 } from './bytes.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';

/** A signed JWT in compact form, taken apart; nothing in it is checked beyond its shape (RFC 7519). */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** `base64url(header).base64url(claims)`, as signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** The part that is not as it must be. */
export type JwtFault = 'parts' | 'header' | 'claims' | 'signature';

/** Takes a JWT apart. Padding is overlooked. */
export function parseJwt(jwt: string): Jwt | JwtFault {
  const [head, body, signature, ...rest] = jwt.split('.', 5);
  if (!head || !body || signature === undefined || rest.length > 0) return 'parts';
  const header = jsonPart(head);
  if (header === null) return 'header';
  const claims = jsonPart(body);
  if (claims === null) return 'claims';
  const bytes = decodeBase64Url(signature);
  if (bytes === null || bytes.length === 0) return 'signature';
  return { header, claims, signed: `${head}.${body}`, signature: bytes };
}

function jsonPart(part: string): JsonObject | null {
  const bytes = decodeBase64Url(part);
  const text = bytes === null ? null : decodeUtf8(bytes);
  const value = text === null ? undefined : parseJson(text);
  return isObject(value) ? value : null;
}
