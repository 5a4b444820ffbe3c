import type { CodeCase, ProducedCode } from '../../../testing/code-cases.ts';
import { testCredentials } from '../../../testing/credentials.ts';
import { makeVendorRequest, stopOf, type VendorWorld } from '../../../testing/vendor-world.ts';
import type { ReceiveResult } from '../../types.ts';
import { identify } from '../identify.ts';
import { fcmRules } from '../rules.ts';
import type { FcmVector } from './vector.ts';
import { VECTORS } from './vectors.ts';
import {
  assertionOf,
  bearer,
  D,
  FID,
  fcmWorld,
  GRANT,
  iidParts,
  legacyParts,
  PROJECT,
  sendParts,
  T,
  tokenParts,
} from './world.ts';

const refusing = new Set(fcmRules.filter(({ text }) => text.stop !== undefined).map(({ id }) => id));

function produced(result: ReceiveResult): ProducedCode {
  const { status, body } = result.response;
  // What is wrong with one target of several is noted, since the call itself goes on.
  const noted = result.trace.find(({ rule, verdict }) => verdict === 'note' && refusing.has(rule))?.rule;
  return { code: identify(body), status, rule: stopOf(result) ?? noted };
}

/** Google answers a condition of too many topics like any bad condition, and only the rule tells them apart. */
function manyTopics(): ProducedCode {
  const condition = ['a', 'b', 'c', 'd', 'e', 'f'].map((topic) => `'${topic}' in topics`).join(' && ');
  const { code, ...rest } = produced(fcmWorld().send(sendParts({ condition })));
  return { ...rest, code: rest.rule === 'fcm-condition-topics' ? `${code}-topics` : code };
}

function play({ exchanges, profile }: FcmVector, last: number): ProducedCode {
  const world = fcmWorld();
  world.profile = { ...world.profile, fcm: { ...world.profile.fcm, ...profile } };
  const results = exchanges.slice(0, last + 1).map(({ request }) => world.send(request));
  const result = results.at(-1);
  if (result === undefined) throw new Error('no request');
  return produced(result);
}

/** Answers that are one code as a whole; those that took some of the targets are left out. */
const fromVectors: readonly CodeCase[] = VECTORS.flatMap((vector) =>
  vector.exchanges.flatMap(({ answer: { code, text } }, index) =>
    code === null || text?.source.includes('"success":1')
      ? []
      : [{ name: `row ${vector.row}, exchange ${index + 1}`, code, run: () => play(vector, index) }],
  ),
);

function deadInLegacy(): ProducedCode {
  const world = fcmWorld();
  world.profile = { ...world.profile, fcm: { ...world.profile.fcm, legacy: 'before' } };
  return produced(world.send(legacyParts({ to: D, notification: { title: 't' } })));
}

const fullOfTopics = (): VendorWorld => {
  const world = fcmWorld();
  const topics = Array.from({ length: 2000 }, (_, index) => `t${index}`);
  world.change({ targets: world.device().targets.map((target) => ({ ...target, topics })) });
  return world;
};

function disabledAccount(): ProducedCode {
  const world = fcmWorld();
  const serviceAccounts = testCredentials.fcm.serviceAccounts.map((one) => ({ ...one, disabled: true }));
  world.credentials = { ...testCredentials, fcm: { ...testCredentials.fcm, serviceAccounts } };
  return produced(world.send(tokenParts({ grant_type: GRANT, assertion: assertionOf() })));
}

function tooLarge(): ProducedCode {
  const world = fcmWorld();
  const request = makeVendorRequest('fcm.googleapis.com', sendParts({ token: T }));
  return produced(world.channel.receive({ ...request, bodyTooLarge: true }, world.context));
}

const SUBSCRIPTION = `/v1/projects/${PROJECT}/registrations/${FID}/topicSubscriptions?topic_name=new`;

/** Ways to every answer that the endpoints give. */
export const CODE_CASES: readonly CodeCase[] = [
  ...fromVectors,
  {
    name: 'a topic more than 2000, Instance ID service',
    code: 'iid/TOO_MANY_TOPICS',
    run: () =>
      produced(fullOfTopics().send(iidParts('/iid/v1:batchAdd', { to: '/topics/new', registration_tokens: [T] }))),
  },
  {
    name: 'a topic more than 2000, the newer interface',
    code: 'RESOURCE_EXHAUSTED/topics',
    run: () => produced(fullOfTopics().send({ path: SUBSCRIPTION, headers: [bearer()] })),
  },
  { name: 'an account that is switched off', code: 'disabled_client', run: disabledAccount },
  { name: 'a dead token, legacy interface', code: 'NotRegistered', run: deadInLegacy },
  { name: 'a body over 1 MiB', code: '413', run: tooLarge },
  {
    name: 'a condition of six topics',
    code: 'INVALID_ARGUMENT/condition-topics',
    run: manyTopics,
  },
];
