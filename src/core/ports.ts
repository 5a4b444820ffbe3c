/** Time as the simulator sees it: milliseconds since 1970-01-01 UTC. Users may stop and move it. */
export interface Clock {
  now(): number;
}

/** Source of identifiers and randomness, injected so that tests can repeat a run. */
export interface Ids {
  /** A new opaque id for Pushpit's own records, starting with `prefix`. */
  next(prefix: string): string;
  /** `count` random bytes. */
  bytes(count: number): Uint8Array;
}

/** Signature algorithms of the vendors' tokens, by their names in JOSE. */
export type SignatureAlgorithm = 'ES256' | 'RS256' | 'PS256';

/** Hashing and signatures; keys stay with the host, core names them by id. */
export interface Crypto {
  /** Lower-case hex MD5 of the UTF-8 text. */
  md5Hex(text: string): string;
  /** Lower-case hex SHA-256 of the UTF-8 text. */
  sha256Hex(text: string): string;
  /** HMAC-SHA256 of the UTF-8 text; 32 bytes. */
  hmacSha256(key: Uint8Array, text: string): Uint8Array;
  /**
   * Checks a signature over `data` (ASCII) with the public key registered under `keyId`. ES256 takes both encodings,
   * 64-byte R‖S and ASN.1 DER. False for an unknown key and for a key of another kind.
   */
  verify(algorithm: SignatureAlgorithm, keyId: string, data: string, signature: Uint8Array): boolean;
  /** Signs `data` (ASCII) with the private key `keyId`; ES256 gives 64 bytes R‖S. Throws when there is no such key. */
  sign(algorithm: SignatureAlgorithm, keyId: string, data: string): Uint8Array;
}

export interface Ports {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly crypto: Crypto;
}
