import type {
  AcceptedPush,
  Channel,
  ReceiveContext,
  ReceiveResult,
  VendorCall,
  VendorRequest,
} from '../../src/core/channels/types.ts';
import { textOf } from '../../src/core/present/body.ts';

interface FakePayload {
  readonly title: string;
  readonly body: string;
}

/**
 * A vendor with the least that the API's tests need: `POST /fake/TOKEN {title, body}` is taken when the token is
 * registered and refused with 400 otherwise. Stands in for APNs so that these tests do not change with its rules.
 */
export const fakeChannel: Channel = {
  definition: {
    id: 'apns',
    name: { en: 'Fake vendor', zh: '假厂商' },
    hosts: ['push.fake.test'],
    ownsPath: (path) => path.startsWith('/fake/'),
    limits: { payload: 4096 },
  },
  rules: [
    {
      id: 'fake-known-token',
      stage: 'channel',
      text: {
        pass: { en: 'The token is registered.', zh: 'token 已注册。' },
        stop: { en: 'No phone has the token {token}.', zh: '没有手机使用 token {token}。' },
      },
      sources: [{ title: 'Made for tests' }],
      certainty: 'stated',
    },
  ],
  codes: [],
  initialState: () => null,
  receive,
  build: (input): VendorCall => ({
    channel: 'apns',
    protocol: 'http/2',
    method: 'POST',
    host: 'push.fake.test',
    path: `/fake/${input.target.token}`,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ title: input.fields.title.value ?? '', body: input.fields.body.value }),
    trace: [],
  }),
  readAnswer: (status) => ({
    accepted: status === 200,
    cause: status === 200 ? null : 'fake-known-token',
    trace: [],
  }),
  answerWith: ({ code, httpStatus }) => ({ status: httpStatus, headers: [], body: code }),
  store: (stored, push) => ({ kept: [...stored, push], dropped: [] }),
  present: (push) => {
    const { title, body } = push.payload as FakePayload;
    return {
      result: 'shown',
      cause: null,
      notification: {
        channel: 'apns',
        app: push.app,
        title,
        subtitle: null,
        body,
        sound: 'default',
        vibrated: true,
        badge: 1,
        ext: null,
        replaceKey: push.id,
        pushId: push.id,
        quiet: false,
        tap: { kind: 'open-app', target: null, data: {} },
      },
      sound: { requested: 'default', played: 'default', soundId: 'default', vibrated: true },
      badge: 1,
      callbacks: [],
      trace: [],
    };
  },
  receipts: () => [],
};

function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const token = request.path.slice('/fake/'.length);
  const found = context.directory.byToken(token);
  if (found === undefined) {
    return {
      response: { status: 400, headers: [['content-type', 'application/json']], body: '{"reason":"BadDeviceToken"}' },
      effects: [],
      trace: [{ stage: 'channel', rule: 'fake-known-token', verdict: 'stop', params: { token } }],
      target: token,
      title: null,
    };
  }
  const payload = JSON.parse(textOf(request.body)) as FakePayload;
  const push: AcceptedPush = {
    id: context.ports.ids.next('p'),
    channel: 'apns',
    deviceId: found.device.id,
    token,
    app: found.target.app,
    payload,
    title: payload.title,
    body: payload.body,
    expiresAt: context.now + 60_000,
    acceptedAt: context.now,
  };
  return {
    response: { status: 200, headers: [], body: '' },
    effects: [{ type: 'push', push }],
    trace: [{ stage: 'channel', rule: 'fake-known-token', verdict: 'pass' }],
    target: token,
    title: payload.title,
  };
}
