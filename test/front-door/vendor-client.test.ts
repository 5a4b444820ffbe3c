import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VendorCall } from '../../src/core/channels/types.ts';
import { defaultProfile } from '../../src/core/profile.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { createVendorSender, type VendorSender } from '../../src/server/vendor-client/sender.ts';
import { APNS, type Harness, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';

const apnsCall: VendorCall = {
  channel: 'apns',
  protocol: 'http/2',
  method: 'POST',
  host: APNS,
  path: '/3/device/aa',
  headers: [['apns-topic', 'com.example.app']],
  body: '{"aps":{"alert":"你好"}}',
  trace: [],
};
const xiaomiCall: VendorCall = {
  ...apnsCall,
  channel: 'xiaomi',
  protocol: 'http/1.1',
  host: XIAOMI,
  path: '/v3/message/regid',
  headers: [['Authorization', 'key=S']],
  body: 'title=%E4%BD%A0',
};

let installation: Installation;
let dispose: () => Promise<void>;
let harness: Harness;
let sender: VendorSender;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation());
});
afterAll(() => dispose());
beforeEach(async () => {
  harness = await openDoor(installation);
  sender = createVendorSender({ host: '127.0.0.1', tlsPort: harness.door.tls.port, caPem: harness.ca });
});
afterEach(async () => {
  sender.close();
  await harness.close();
});

describe.each([apnsCall, xiaomiCall])('sending for $channel over $protocol', (call) => {
  it('uses real sockets under the vendor name and marks the outcome', async () => {
    harness.engine.respond = () => ({ status: 410, headers: [['apns-id', 'A']], body: '{"reason":"Ünregistered"}' });
    const answer = await sender.send(call, 'outcome-1');
    expect(answer).toMatchObject({ status: 410, body: '{"reason":"Ünregistered"}' });
    expect('headers' in answer && answer.headers).toContainEqual(['apns-id', 'A']);
    const [entry] = harness.engine.received;
    expect(entry).toMatchObject({ channel: call.channel, outcomeId: 'outcome-1' });
    expect(entry?.request).toMatchObject({ method: 'POST', path: call.path, host: call.host });
    expect(Buffer.from(entry?.request.body ?? []).toString()).toBe(call.body);
    expect(entry?.request.connection).toMatchObject({ protocol: call.protocol, tls: true, serverName: call.host });
    const names = entry?.request.headers.map(([name]) => name);
    expect(names).toContain(call.headers[0]?.[0].toLowerCase());
    expect(names).not.toContain('x-pushpit-outcome');
  });

  it('keeps its connection', async () => {
    for (const id of ['1', '2', '3']) await sender.send(call, id);
    expect(new Set(harness.engine.received.map((entry) => entry.request.connection.id)).size).toBe(1);
  });

  it('goes on over a new connection after the server said goodbye', async () => {
    await sender.send(call, '1');
    harness.engine.respond = () => ({
      status: 200,
      headers: [],
      body: '',
      goaway: { debugData: '{"reason":"Shutdown"}' },
    });
    await sender.send(call, '2');
    expect(await sender.send(call, '3')).toMatchObject({ status: 200 });
    expect(new Set(harness.engine.received.map((entry) => entry.request.connection.id)).size).toBe(2);
  });

  it('says what went wrong when the connection is dropped', async () => {
    harness.engine.respond = () => ({ status: 0, headers: [], body: '', drop: true });
    expect(await sender.send(call, '1')).toEqual({ error: expect.stringMatching(/.+/) });
    harness.engine.respond = () => ({ status: 200, headers: [], body: '' });
    expect(await sender.send(call, '2')).toMatchObject({ status: 200 });
  });

  it('says so when nobody listens', async () => {
    await harness.close();
    expect(await sender.send(call, '1')).toEqual({ error: expect.stringContaining('ECONNREFUSED') });
  });

  it('does not talk to a server that our CA did not sign', async () => {
    const other = createVendorSender({ host: '127.0.0.1', tlsPort: harness.door.tls.port, caPem: '' });
    expect(await other.send(call, '1')).toEqual({ error: expect.stringMatching(/certificate/) });
    other.close();
    expect(harness.engine.received).toEqual([]);
  });

  it('gives up after its time', async () => {
    const held: Socket[] = [];
    const silent: Server = createServer((socket) => held.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const tlsPort = typeof address === 'object' && address !== null ? address.port : 0;
    const impatient = createVendorSender({ host: '127.0.0.1', tlsPort, caPem: harness.ca, timeoutMs: 100 });
    expect(await impatient.send(call, '1')).toEqual({ error: 'no answer within 100 ms' });
    impatient.close();
    for (const socket of held) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});

it('says so when a header cannot be sent', async () => {
  const answer = await sender.send({ ...xiaomiCall, headers: [['x', 'a\r\nb: c']] }, '1');
  expect(answer).toEqual({ error: expect.stringContaining('Invalid character') });
});

it('waits for the stream limit instead of running into it', async () => {
  harness.engine.profile = { ...defaultProfile, apns: { ...defaultProfile.apns, strictStreams: true } };
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => sender.send(apnsCall, String(i))));
  expect(answers.filter((answer) => 'status' in answer && answer.status === 200)).toHaveLength(30);
  expect(harness.engine.failures).toEqual([]);
});

it('reports a GOAWAY that refuses the connection with its reason', async () => {
  const debugData = '{"reason":"BadCertificateEnvironment"}';
  harness.engine.respond = () => ({ status: 0, headers: [], body: '', goaway: { debugData } });
  expect(await sender.send(apnsCall, '1')).toEqual({ error: expect.stringContaining(debugData) });
});
