import { type ExpectedAnswer, type FcmVector, one } from './vector.ts';
import { ACCOUNT, assertionOf, CLAIMS, GRANT, tokenParts } from './world.ts';

const refusedToken = (status: number, code: string, word: string, description: string): ExpectedAnswer => ({
  status,
  code,
  json: { error: word, error_description: description },
  text: /^\{\n {2}"error"/,
});

const asked = (assertion: string, host?: string) => tokenParts({ grant_type: GRANT, assertion }, host);

const issued: ExpectedAnswer = {
  status: 200,
  code: null,
  text: /^\{\n {2}"access_token": "ya29\.c\.[\w.-]+",\n {2}"expires_in": 3599,\n {2}"token_type": "Bearer"\n\}\n$/,
};

const BAD_SIGNATURE = refusedToken(400, 'invalid_grant/signature', 'invalid_grant', 'Invalid JWT Signature.');

const WINDOW =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';

const BAD_WINDOW = refusedToken(400, 'invalid_grant/window', 'invalid_grant', WINDOW);
const BAD_REQUEST_BODY = refusedToken(400, 'invalid_request', 'invalid_request', 'Bad Request');

const DELEGATION =
  'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.';

export const TOKENS: readonly FcmVector[] = [
  one('33a', asked(assertionOf()), issued),
  one('33b', asked(assertionOf({ ...CLAIMS, aud: 'http://localhost:8180/token' }), 'localhost'), issued),
  one(
    '33c',
    asked(assertionOf(CLAIMS, { alg: 'RS256', typ: 'JWT', kid: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c' })),
    issued,
  ),
  one('34a', asked(assertionOf(CLAIMS, { alg: 'RS256' }, true)), BAD_SIGNATURE),
  one('34b', asked(assertionOf(CLAIMS, { alg: 'HS256' })), BAD_SIGNATURE),
  one('34c', asked(assertionOf(CLAIMS, { alg: 'RS256', kid: 'unknown' })), BAD_SIGNATURE),
  one(
    '34d',
    asked(assertionOf({ ...CLAIMS, aud: 'https://elsewhere.example/token' })),
    refusedToken(400, 'invalid_grant/audience', 'invalid_grant', 'Invalid JWT: Failed audience check.'),
  ),
  one('34e', asked(assertionOf({ ...CLAIMS, exp: CLAIMS.iat + 3601 })), BAD_WINDOW),
  one('34f', asked(assertionOf({ ...CLAIMS, iat: CLAIMS.iat - 7200, exp: CLAIMS.iat - 3600 })), BAD_WINDOW),
  one('34g', asked(assertionOf({ ...CLAIMS, iat: CLAIMS.iat + 301, exp: CLAIMS.iat + 600 })), BAD_WINDOW),
  one(
    '34h',
    asked(assertionOf({ ...CLAIMS, exp: undefined })),
    refusedToken(400, 'invalid_grant/times', 'invalid_grant', 'Invalid JWT: exp (expiration time) is not set.'),
  ),
  one(
    '34i',
    asked(assertionOf({ ...CLAIMS, iat: undefined })),
    refusedToken(400, 'invalid_grant/times', 'invalid_grant', 'Invalid JWT: iat (issued at) is not set.'),
  ),
  one(
    '34j',
    asked(assertionOf({ ...CLAIMS, iss: 'nobody@example.com' })),
    refusedToken(400, 'invalid_grant/account', 'invalid_grant', 'Invalid grant: account not found'),
  ),
  one(
    '34k',
    asked(assertionOf({ ...CLAIMS, scope: '' })),
    refusedToken(400, 'invalid_scope', 'invalid_scope', 'Invalid OAuth scope or ID token audience provided.'),
  ),
  one(
    '34l',
    asked(assertionOf({ ...CLAIMS, sub: 'alice@example.com' })),
    refusedToken(401, 'unauthorized_client', 'unauthorized_client', DELEGATION),
  ),
  one('34m', asked(assertionOf({ ...CLAIMS, iat: String(CLAIMS.iat), exp: String(CLAIMS.exp), sub: ACCOUNT })), issued),
  one('34n', asked(assertionOf({ ...CLAIMS, scope: `${CLAIMS.scope} nonsense` })), {
    status: 200,
    code: null,
    text: /^\{\n {2}"id_token": "[\w-]+\.[\w-]+\.[\w-]+"\n\}\n$/,
  }),
  one(
    '35a',
    tokenParts({ grant_type: 'x' }),
    refusedToken(400, 'unsupported_grant_type', 'unsupported_grant_type', 'Invalid grant_type: x'),
  ),
  one('35b', tokenParts({ grant_type: GRANT }), BAD_REQUEST_BODY),
  one('35c', asked('a.b'), BAD_REQUEST_BODY),
];
