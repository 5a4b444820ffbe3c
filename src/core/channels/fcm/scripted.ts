import { pathOf } from '../kit/form.ts';
import { isObject, member, parseBody } from '../kit/json.ts';
import type { ReceiveContext, ResultCode, VendorRequest, VendorResponse } from '../types.ts';
import {
  badGatewayPage,
  errorAnswer,
  fcmDetail,
  type GoogleError,
  iidUnauthorized,
  notFoundPage,
  oauthAnswer,
  plainJson,
  plainText,
  tooLargePage,
  unauthorizedPage,
} from './answers.ts';
import { queryValue, readQuery } from './call.ts';
import * as errors from './errors.ts';
import * as auth from './errors-auth.ts';
import { broadcastId } from './ids.ts';
import { iidError, NO_INFORMATION } from './iid.ts';
import { OAUTH_TEXTS } from './oauth.ts';
import { unknownName } from './proto.ts';
import { familyOf } from './routes.ts';

interface Scene {
  readonly request: VendorRequest;
  readonly context: ReceiveContext;
  readonly project: { readonly id: string; readonly number: string };
  readonly message: Readonly<Record<string, unknown>>;
  readonly pretty: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function sceneOf(request: VendorRequest, context: ReceiveContext): Scene {
  const [named = ''] = /^\/v1\/projects\/([^/]+)/.exec(pathOf(request))?.slice(1) ?? [];
  const { projects } = context.credentials.fcm;
  const project = projects.find(({ projectId, projectNumber }) => named === projectId || named === projectNumber);
  const body = parseBody(request.body);
  const message = isObject(body) ? member(body, 'message') : undefined;
  const pretty = queryValue(readQuery(request), 'prettyPrint')?.toLowerCase() !== 'false';
  return {
    request,
    context,
    pretty,
    project: { id: project?.projectId ?? named, number: project?.projectNumber ?? named },
    message: isObject(message) ? message : {},
  };
}

/** Envelopes of the API front end by code; what they quote is taken from the request where it says so. */
const ENVELOPES: Readonly<Record<string, (scene: Scene) => GoogleError>> = {
  INVALID_ARGUMENT: ({ context }) => errors.malformedToken(context.profile.fcm.errorTexts === 'older'),
  'INVALID_ARGUMENT/no-target': () => errors.noTarget(),
  'INVALID_ARGUMENT/topic': () => errors.badTopic(),
  'INVALID_ARGUMENT/condition': () => errors.badCondition(),
  'INVALID_ARGUMENT/condition-topics': () => errors.badCondition(),
  'INVALID_ARGUMENT/size': ({ context }) => errors.tooLarge(context.profile.fcm.errorTexts === 'older'),
  'INVALID_ARGUMENT/webpush-ttl': () => errors.webpushTtl(),
  'INVALID_ARGUMENT/data-key': () => errors.reservedKey('from', 'message.data'),
  'INVALID_ARGUMENT/value': () => errors.unmapped([sampleValue]),
  'INVALID_ARGUMENT/field': () => errors.unmapped([unknownName('foo', null, 'Cannot find field.')]),
  'INVALID_ARGUMENT/union': () => errors.unmapped([sampleUnion]),
  'INVALID_ARGUMENT/query': () => errors.unmapped([unknownName('foo', null, sampleQuery)]),
  'INVALID_ARGUMENT/json': () => errors.brokenJson('Unexpected end of string. Expected a value.\n\n^'),
  'INVALID_ARGUMENT/ttl': () => errors.ttlRange('message.android.ttl'),
  'INVALID_ARGUMENT/package': () => errors.wrongPackage('message.android.restricted_package_name'),
  'INVALID_ARGUMENT/batch': () => ({
    code: 400,
    message: 'Failed to parse batch request.',
    status: 'INVALID_ARGUMENT',
  }),
  UNREGISTERED: () => errors.unregistered(),
  SENDER_ID_MISMATCH: () => errors.senderMismatch(),
  RESOURCE_EXHAUSTED: ({ project, context }) =>
    errors.projectQuota(project.number, context.profile.fcm.messagesPerMinute || 600_000),
  'RESOURCE_EXHAUSTED/topics': () => errors.tooManyTopics(),
  QUOTA_EXCEEDED: ({ message }) => errors.deviceQuota(textOf(member(message, 'token'))),
  'QUOTA_EXCEEDED/topic': ({ message }) => errors.topicQuota(textOf(member(message, 'topic'))),
  UNAVAILABLE: () => errors.unavailable(),
  INTERNAL: () => errors.internal(),
  UNSPECIFIED_ERROR: () => errors.unspecified(),
  THIRD_PARTY_AUTH_ERROR: () => errors.thirdPartyAuth(),
  APNS_AUTH_ERROR: () => ({ ...errors.thirdPartyAuth(), details: [fcmDetail('APNS_AUTH_ERROR')] }),
  CREDENTIALS_MISSING: () => auth.noCredential(auth.SEND_METHOD),
  UNAUTHENTICATED: () => auth.badCredential(),
  ACCESS_TOKEN_EXPIRED: () => auth.expiredCredential(auth.SEND_METHOD),
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: () => auth.narrowScope(auth.SEND_METHOD),
  IAM_PERMISSION_DENIED: ({ project }) => auth.noPermission(project.id),
  PERMISSION_DENIED: () => auth.callerDenied(),
  SERVICE_DISABLED: ({ project }) => auth.apiDisabled(project.number),
  NOT_FOUND: () => errors.notFound(),
  ALREADY_EXISTS: () => errors.alreadyExists(),
  UNIMPLEMENTED: () => ({
    code: 501,
    message: 'Operation is not implemented, or supported, or enabled.',
    status: 'UNIMPLEMENTED',
  }),
};

const sampleQuery = "Cannot bind query parameter. Field 'foo' could not be found in request message.";
const sampleValue = {
  kind: 'value',
  field: 'message.data[0].value',
  received: '12',
  text: "Invalid value at 'message.data[0].value' (TYPE_STRING), 12",
} as const;
const sampleUnion = {
  kind: 'oneof',
  field: 'message',
  received: 'topic',
  text: "Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set 'topic'",
} as const;

const OAUTH: Readonly<Record<string, readonly [error: string, description: string]>> = {
  unsupported_grant_type: ['unsupported_grant_type', 'Invalid grant_type: '],
  invalid_request: ['invalid_request', OAUTH_TEXTS.request],
  'invalid_grant/signature': ['invalid_grant', OAUTH_TEXTS.signature],
  'invalid_grant/account': ['invalid_grant', OAUTH_TEXTS.account],
  'invalid_grant/times': ['invalid_grant', OAUTH_TEXTS.iat],
  'invalid_grant/window': ['invalid_grant', OAUTH_TEXTS.window],
  'invalid_grant/audience': ['invalid_grant', OAUTH_TEXTS.audience],
  invalid_scope: ['invalid_scope', OAUTH_TEXTS.scope],
  unauthorized_client: ['unauthorized_client', OAUTH_TEXTS.delegation],
  disabled_client: ['disabled_client', OAUTH_TEXTS.disabled],
};

const PAGES: Readonly<Record<string, (request: VendorRequest) => VendorResponse>> = {
  '404': (request) => notFoundPage(pathOf(request)),
  '413': tooLargePage,
  '502': badGatewayPage,
  'legacy/401': unauthorizedPage,
  'iid/Unauthorized': () => iidUnauthorized(),
  'iid/PROJECT_NOT_PERMITTED': () => iidUnauthorized('PROJECT_NOT_PERMITTED'),
  'iid/body': () => iidError(400, 'INVALID_ARGUMENT'),
  'iid/InvalidToken': () => iidError(400, 'InvalidToken'),
  'iid/no-information': () => iidError(404, NO_INFORMATION),
  JSON_PARSING_ERROR: () => plainText(400, 'JSON_PARSING_ERROR: Unexpected token END OF FILE at position 0.'),
  MissingRegistration: () => plainText(400, 'MissingRegistration'),
  InvalidParameters: () => plainText(400, 'InvalidParameters'),
  InvalidTtl: () => plainText(400, 'Invalid value (-1) for "time_to_live": must be between 0 and 2419200'),
};

const ITEMS_MAX = 1000;

/** How many registrations a request names, for answers that have a line for each. */
function countOf(request: VendorRequest, name: string): number {
  const body = parseBody(request.body);
  const list = isObject(body) ? member(body, name) : undefined;
  return Array.isArray(list) ? Math.min(Math.max(list.length, 1), ITEMS_MAX) : 1;
}

function iidResult(error: string, { request }: Scene): VendorResponse {
  const count = countOf(request, 'registration_tokens');
  return plainJson(200, JSON.stringify({ results: Array.from({ length: count }, () => ({ error })) }));
}

function legacyResult(error: string, { request, context }: Scene): VendorResponse {
  const count = countOf(request, 'registration_ids');
  const results = Array.from({ length: count }, () => JSON.stringify({ error })).join(',');
  const number = broadcastId(context.ports);
  const body = `{"multicast_id":${number},"success":0,"failure":${count},"canonical_ids":0,"results":[${results}]}`;
  return plainJson(200, body);
}

/** Trouble of a server speaks the language of whatever path was asked. */
function inOtherWords(code: string, scene: Scene): VendorResponse | undefined {
  if (code !== 'UNAVAILABLE' && code !== 'INTERNAL') return undefined;
  const status = code === 'UNAVAILABLE' ? 503 : 500;
  const family = familyOf(pathOf(scene.request));
  if (family === 'oauth')
    return oauthAnswer(status, { error: status === 503 ? 'temporarily_unavailable' : 'internal_failure' });
  if (family === 'iid') return iidError(status, code);
  return family === 'legacy' ? plainText(status, status === 503 ? 'Unavailable' : 'InternalServerError') : undefined;
}

/** Google's answer with one of the codes, whatever the request says. */
export function answerWith({ code }: ResultCode, request: VendorRequest, context: ReceiveContext): VendorResponse {
  const scene = sceneOf(request, context);
  const other = inOtherWords(code, scene);
  if (other !== undefined) return other;
  const envelope = Object.hasOwn(ENVELOPES, code) ? ENVELOPES[code]?.(scene) : undefined;
  if (envelope !== undefined) return errorAnswer(envelope, scene.pretty, code !== 'CREDENTIALS_MISSING');
  const oauth = Object.hasOwn(OAUTH, code) ? OAUTH[code] : undefined;
  if (oauth !== undefined) {
    const status = code === 'unauthorized_client' || code === 'disabled_client' ? 401 : 400;
    return oauthAnswer(status, { error: oauth[0], error_description: oauth[1] });
  }
  const page = Object.hasOwn(PAGES, code) ? PAGES[code]?.(request) : undefined;
  if (page !== undefined) return page;
  return code.startsWith('iid/') ? iidResult(code.slice('iid/'.length), scene) : legacyResult(code, scene);
}
