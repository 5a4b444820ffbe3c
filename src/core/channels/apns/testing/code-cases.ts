import type { CodeCase, ProducedCode } from '../../../testing/code-cases.ts';
import { TEST_TIME } from '../../../testing/fixtures.ts';
import type { ReceiveResult } from '../../types.ts';
import { LIMITS } from '../definition.ts';
import { asState } from '../memory.ts';
import { BROADCAST_VECTORS, type BroadcastVector, withChannel } from './broadcast-vectors.ts';
import { connect, reasonOf, stopOf } from './connection.ts';
import { certificateFacts } from './render.ts';
import { VECTORS, type Vector } from './vectors.ts';
import { APP } from './world.ts';

function produced(result: ReceiveResult): ProducedCode {
  const { goaway, status } = result.response;
  return { code: reasonOf(result), rule: stopOf(result), ...(goaway ? {} : { status }) };
}

type Expected = Vector['steps'][number][1] | BroadcastVector['steps'][number][1];

function reasonIn(expected: Expected | undefined): string | null {
  if (expected === undefined) return null;
  if ('goaway' in expected) return expected.goaway;
  return 'reason' in expected ? expected.reason : null;
}

/** Every step of a vector on one connection; what the last one brought. */
function play({ profile, certificate, steps, host }: Vector): ProducedCode {
  const connection = connect({ profile: profile ?? {} });
  const facts = {
    ...(host === undefined ? {} : { host }),
    ...(certificate ? { certificate: certificateFacts(certificate, connection.now) } : {}),
  };
  return lastOf(steps.map(([request]) => connection.push(request, facts)));
}

function playBroadcast({ profile, certificate, steps }: BroadcastVector): ProducedCode {
  const connection = connect({ profile: profile ?? {} });
  const facts = certificate ? { certificate: certificateFacts(certificate, connection.now) } : {};
  let channel = '';
  const results = steps.map(([request]) => {
    const { host } = request;
    const result = connection.push(withChannel(request, channel), {
      ...facts,
      ...(host === undefined ? {} : { host }),
    });
    channel = new Map(result.response.headers).get('apns-channel-id') ?? channel;
    return result;
  });
  return lastOf(results);
}

function lastOf(results: readonly ReceiveResult[]): ProducedCode {
  const last = results.at(-1);
  if (last === undefined) throw new Error('the vector has no step');
  return produced(last);
}

function casesOf<V extends Vector | BroadcastVector>(
  vectors: readonly V[],
  run: (vector: V) => ProducedCode,
): readonly CodeCase[] {
  return vectors.flatMap((vector) => {
    const code = reasonIn(vector.steps.at(-1)?.[1]);
    return code === null ? [] : [{ name: vector.name, code, run: () => run(vector) }];
  });
}

function fullApp(): ProducedCode {
  const connection = connect();
  const ids = Array.from({ length: LIMITS.channels }, (_, index) => `c${index}`);
  const full = new Map(ids.map((id) => [id, { id, policy: 0 as const }]));
  connection.state = { ...asState(connection.state), channels: new Map([[`production/${APP}`, full]]) };
  const body = '{"message-storage-policy":1,"push-type":"LiveActivity"}';
  return produced(connection.push({ path: `/1/apps/${APP}/channels`, body, topic: null }));
}

function secondInOneSecond(): ProducedCode {
  const connection = connect({ profile: { requestsPerSecond: 1 } });
  connection.push({});
  return produced(connection.push({}));
}

function expiredCertificate(): ProducedCode {
  const good = certificateFacts({ uid: APP, environments: ['production', 'sandbox'] }, TEST_TIME);
  return produced(connect().push({}, { certificate: { ...good, notAfter: TEST_TIME - 1 } }));
}

const documentedSpelling = (): ProducedCode =>
  produced(
    connect({ profile: { environmentKeyReason: 'BadEnvironmentKeyIdInToken' } }).push(
      { auth: { kind: 'jwt', key: 'sandbox' } },
      { host: 'api.push.apple.com' },
    ),
  );

/** Ways to every reason that the endpoint gives: the vectors, and what takes more than their requests. */
export const CODE_CASES: readonly CodeCase[] = [
  ...casesOf(VECTORS, play),
  ...casesOf(BROADCAST_VECTORS, playBroadcast),
  { name: 'one channel more than an app may have', code: 'CannotCreateChannelConfig', run: fullApp },
  { name: 'two pushes in a second of one', code: 'TooManyRequests', run: secondInOneSecond },
  { name: 'a certificate that has ended', code: 'BadCertificate', run: expiredCertificate },
  {
    name: 'a key of the other environment, in the spelling of the documentation',
    code: 'BadEnvironmentKeyIdInToken',
    run: documentedSpelling,
  },
];
