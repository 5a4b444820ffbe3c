import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOppo } from '../../src/core/channels/oppo/channel.ts';
import { type Answer, R1, R2, RX, Scene } from '../../src/core/channels/oppo/testing/scene.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';
import { goClient, JAVA_TIME, JAVA_TIME_LATER, javaSdk, nodeClient, type RecordedRequest } from './oppo-recorded.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createOppo());
});
afterAll(() => door.close());

/** Plays recorded requests to a running server over TLS, putting in what it answered. */
function player() {
  const scene = new Scene(
    (world) => door.begin(world),
    (parts) => door.send('HTTP/1.1 over TLS', parts),
  );
  scene.world.now = JAVA_TIME;
  let messageId = '';
  const fill = (text: string) => text.replace('{token}', scene.token).replace('{messageId}', messageId);
  const play = async ({ headers, body, ...rest }: RecordedRequest): Promise<Answer> => {
    const filled = headers.map(([name, value]): [string, string] => [name, fill(value)]);
    const answer = await scene.ask({ ...rest, headers: filled, body: fill(body) });
    if (typeof answer.data.auth_token === 'string') scene.token = answer.data.auth_token;
    if (typeof answer.data.message_id === 'string') messageId = answer.data.message_id;
    return answer;
  };
  return { scene, play };
}

describe('the official Java SDK 1.0.6', () => {
  it('authenticates and sends one message, to the minimum and with every field', async () => {
    const { scene, play } = player();
    // It reads the token as text and the time as Long.
    expect((await play(javaSdk.auth)).data).toEqual({ auth_token: expect.any(String), create_time: JAVA_TIME });
    expect((await play(javaSdk.unicast)).data).toEqual({ messageId: expect.any(String) });
    expect(scene.shade()).toMatchObject([{ title: 'Parcel', body: 'Your parcel is here' }]);
    const { oppo } = scene.simulator.credentials();
    const apps = oppo.apps.map((app) => ({ ...app, channels: [{ id: 'orders', kind: 'private' as const }] }));
    scene.simulator.setCredentials({ ...scene.simulator.credentials(), oppo: { apps } });
    expect((await play(javaSdk.unicastFull)).body.code).toBe(0);
    expect(scene.shade()[0]).toMatchObject({
      title: '包裹 & 😀',
      replaceKey: 'com.example.app#7',
      tap: { kind: 'open-page', target: 'com.example.app.ParcelActivity', data: { level: 15, task: 'TASK15' } },
    });
    expect(scene.receipts()).toMatchObject([{ eventType: 'push_arrive', registrationIds: R1, param: 'order-42' }]);
  });

  it('sends a batch, stores a body, and broadcasts it', async () => {
    const { scene, play } = player();
    await play(javaSdk.auth);
    const batch = await play(javaSdk.batch);
    expect(batch.body.data).toEqual([
      { messageId: expect.any(String), registrationId: R1 },
      { messageId: expect.any(String), registrationId: R2 },
    ]);
    expect((await play(javaSdk.save)).data).toEqual({ message_id: expect.any(String) });
    const sent = await play(javaSdk.broadcast);
    expect(Object.keys(sent.data)).toEqual(['message_id', 'task_id']);
    expect([scene.shade('phone-1').length, scene.shade('phone-2').length]).toEqual([2, 2]);
  });

  it('is told of wrong credentials with the code and text it prints', async () => {
    const { play } = player();
    expect((await play(javaSdk.wrongSecret)).text).toBe('{"code":16,"message":"Invalid Signature"}');
  });

  it('gets 11 for an expired token, authenticates again by itself, and succeeds', async () => {
    const { scene, play } = player();
    await play(javaSdk.auth);
    const first = scene.token;
    scene.world.now = JAVA_TIME - 1;
    scene.token = 'f'.repeat(24);
    expect((await play(javaSdk.unicast)).text).toBe('{"code":11,"message":"Invalid AuthToken"}');
    scene.world.now = JAVA_TIME_LATER;
    expect((await play(javaSdk.authAgain)).body.code).toBe(0);
    expect(scene.token).not.toBe(first);
    expect((await play(javaSdk.unicast)).body.code).toBe(0);
    expect(scene.shade()).toHaveLength(1);
    scene.advance(24 * 3_600_000);
    expect((await play(javaSdk.unicast)).body.code).toBe(11);
  });

  it('learns nothing of an unknown id from the answer; nothing is shown', async () => {
    const { scene, play } = player();
    await play(javaSdk.auth);
    expect((await play(javaSdk.unicastUnknown)).body.code).toBe(0);
    expect(scene.shade()).toHaveLength(0);
    expect((await scene.get('/feedback/fetch_invalid_regidList')).data.registration_ids).not.toContain(RX);
  });
});

describe('push-oppo 0.0.9 for Node', () => {
  it('sends its token as a header, junk fields with the body, and counts failures under "10000"', async () => {
    const { scene, play } = player();
    await play(nodeClient.auth);
    expect((await play(nodeClient.save)).data).toEqual({ message_id: expect.any(String) });
    expect(scene.notes()).toContain('oppo-unknown-parameter');
    const answer = await play(nodeClient.broadcast);
    expect(answer.data['10000']).toEqual(['bad']);
    expect(scene.shade()).toMatchObject([{ title: 'title', body: '内容' }]);
  });
});

describe('modood/pushapi for Go', () => {
  it('writes off_line false when nobody set it, which the trace says', async () => {
    const { scene, play } = player();
    await play(goClient.auth);
    scene.simulator.act('phone-1', { action: 'offline' });
    expect((await play(goClient.send)).body.code).toBe(0);
    expect(scene.notes()).toContain('oppo-off-line-off');
    scene.simulator.act('phone-1', { action: 'online' });
    expect(scene.shade()).toHaveLength(0);
  });
});
