import { describe, expect, it } from 'vitest';
import { notesOf, stopOf, type VendorWorld } from '../testing/vendor-world.ts';
import { fcmWorld, sendParts, T } from './fcm/testing/world.ts';
import { huaweiWorld, notification, sendLegacy, sendV1, setHuawei } from './huawei/testing/world.ts';
import { makeWorld as meizuWorld, messageJson, PREFIX, signed } from './meizu/testing/world.ts';
import { timeText } from './meizu/time.ts';
import { Scene } from './oppo/testing/scene.ts';
import type { ReceiveResult } from './types.ts';
import { message as vivoMessage, post as vivoPost, vivoWorld } from './vivo/testing/world.ts';
import { form, PACKAGE, R1, World as XiaomiWorld } from './xiaomi/testing/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const dueOf = ({ effects }: ReceiveResult): readonly number[] =>
  effects.flatMap((effect) => (effect.type === 'schedule' ? [effect.dueAt] : []));

/** The sender's clock while the simulator's is `ahead` of it. */
const ofSender = ({ now, ahead }: Pick<VendorWorld, 'now' | 'ahead'>): number => now - ahead;

describe.each([
  ['a week ahead', 7 * DAY],
  ['a month back', -30 * DAY],
])('a sender lives in real time: while the clock is %s', (_name, ahead) => {
  it('Xiaomi sends at time_to_send, and refuses what is further than its days', () => {
    const world = Object.assign(new XiaomiWorld(), { ahead });
    const send = (wait: number) =>
      world.post('/v3/message/regid', form({ time_to_send: ofSender(world) + wait, title: `t${wait}` }));
    expect(send(8 * DAY).body.code).toBe(10017);
    expect(send(HOUR).body.code).toBe(0);
    expect([world.jobs.size, world.pushes.length]).toEqual([1, 0]);
    expect(send(-1).body.code).toBe(0);
    expect(world.pushes).toHaveLength(1);
  });

  it('Xiaomi sends many messages in one call at their time', () => {
    const world = Object.assign(new XiaomiWorld(), { ahead });
    const messages = JSON.stringify([
      { target: R1, message: { title: 't', description: 'd', restricted_package_name: PACKAGE } },
    ]);
    const send = (wait: number) =>
      world.post(
        '/v2/multi_messages/regids',
        `messages=${encodeURIComponent(messages)}&time_to_send=${ofSender(world) + wait}`,
      );
    expect(send(8 * DAY).body.code).toBe(10017);
    expect(send(HOUR).body.code).toBe(0);
    expect([world.jobs.size, world.pushes.length]).toEqual([1, 0]);
  });

  it('Xiaomi finds the messages of the last hour', () => {
    const world = Object.assign(new XiaomiWorld(), { ahead });
    world.post('/v3/message/regid', form());
    const found = (from: number, to: number) => {
      const range = `begin_time=${ofSender(world) + from}&end_time=${ofSender(world) + to}`;
      return world.get(`/v1/trace/messages/status?${range}`).data?.data;
    };
    expect(found(-HOUR, MINUTE)).toHaveLength(1);
    expect(found(MINUTE, HOUR)).toEqual([]);
  });

  it('OPPO plans a broadcast, and a window of display', async () => {
    const scene = new Scene();
    scene.simulator.setClock({ offsetMs: ahead });
    scene.token = String((await scene.auth()).data.auth_token);
    const broadcast = async (fields: object) => {
      const saved = await scene.call('/message/notification/save_message_content', {
        title: 't',
        content: 'c',
        ...fields,
      });
      const message_id = saved.data.message_id;
      expect((await scene.call('/message/notification/broadcast', { message_id, target_type: 1 })).body.code).toBe(0);
      return scene.notes();
    };
    const { now } = scene.world;
    expect(await broadcast({ push_time_type: 1, push_start_time: now + MINUTE })).toContain('oppo-scheduled');
    expect(await broadcast({ push_time_type: 1, push_start_time: now - MINUTE })).toContain('oppo-schedule-past');
    const window = { show_time_type: 1, show_start_time: now - HOUR, show_end_time: now + HOUR };
    expect(await broadcast(window)).not.toContain('oppo-scheduled');
    expect(scene.shade()).toHaveLength(2);
    await broadcast({ ...window, show_end_time: now - 1 });
    expect(scene.shade()).toHaveLength(2);
    scene.advance(MINUTE);
    expect(scene.shade()).toHaveLength(3);
  });

  it('vivo shows at the time of timedDisplay', () => {
    const world = Object.assign(vivoWorld(), { ahead });
    const showStartTime = ofSender(world) + HOUR;
    const body = vivoMessage({ timedDisplay: { showStartTime, showEndTime: showStartTime + HOUR } });
    const sent = vivoPost(world, '/message/send', body);
    expect(notesOf(sent)).toContain('vivo-timed-display-due');
    expect(dueOf(sent)).toEqual([world.now + HOUR]);
  });

  it('Meizu starts a timed task, and shows within a span', () => {
    const world = Object.assign(meizuWorld(), { ahead });
    const text = (wait: number) => timeText(ofSender(world) + wait);
    const toAll = (rest: object) =>
      world.send(signed(`${PREFIX}/push/pushTask/pushToApp`, { pushType: 0, messageJson: messageJson(rest) }));
    const timed = (wait: number) => toAll({ pushTimeInfo: { pushTimeType: 1, startTime: text(wait) } });
    expect(dueOf(timed(HOUR))).toEqual([world.now + HOUR]);
    expect(notesOf(timed(-HOUR))).toContain('meizu-lint-past');
    const span = (from: number, to: number) =>
      toAll({ advanceInfo: { fixDisplay: 1, fixStartDisplayTime: text(from), fixEndDisplayTime: text(to) } });
    expect(dueOf(span(HOUR, 2 * HOUR))).toEqual([world.now + HOUR]);
    expect(notesOf(span(-2 * HOUR, -HOUR))).toContain('meizu-lint-window');
    expect(notesOf(span(-HOUR, HOUR))).not.toContain('meizu-lint-window');
  });

  it('Huawei takes the time stamp and the end of life of the old interface', () => {
    const world = Object.assign(huaweiWorld(), { ahead });
    setHuawei(world, { timestampChecked: true });
    const send = (wait: number, stamped = ofSender(world)) =>
      world.send(
        sendLegacy(world, {
          nsp_ts: String(Math.floor(stamped / 1000)),
          expire_time: new Date(ofSender(world) + wait).toISOString().replace(/\.\d+Z$/, 'Z'),
        }),
      );
    expect(stopOf(send(HOUR))).toBeUndefined();
    expect(world.pushes.map(({ expiresAt }) => expiresAt)).toEqual([world.now + HOUR]);
    expect(stopOf(send(-HOUR))).toBe('huawei-expire-time');
    expect(stopOf(send(HOUR, world.now))).toBe('huawei-nsp-time');
  });

  it('Huawei and FCM show a notification with the time that the sender gave it', () => {
    const huawei = Object.assign(huaweiWorld(), { ahead });
    const at = (world: VendorWorld) => new Date(ofSender(world) - MINUTE).toISOString();
    expect(stopOf(huawei.send(sendV1(huawei, notification({ when: at(huawei) }))))).toBeUndefined();
    const fcm = Object.assign(fcmWorld(), { ahead });
    fcm.send(sendParts({ token: T, notification: { title: 't' }, android: { notification: { event_time: at(fcm) } } }));
    for (const { ahead: by, now, pushes } of [huawei, fcm])
      expect([by, JSON.stringify(pushes[0]?.payload)]).toEqual([ahead, expect.stringContaining(`:${now - MINUTE}`)]);
  });
});
