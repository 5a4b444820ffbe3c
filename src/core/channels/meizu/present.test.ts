import { describe, expect, it } from 'vitest';
import type { Device, Presentation } from '../../device/types.ts';
import { createMeizu } from './channel.ts';
import { BY_PUSH_ID, makeWorld, messageJson, PREFIX, push, signed } from './testing/world.ts';

const HOUR = 3_600_000;

/** What the phone makes of one message. */
function shown(rest: object = {}, bar: object = {}, patch: Partial<Device> = {}): Presentation {
  const world = makeWorld();
  world.change(patch);
  world.send(push(rest, bar));
  const [presentation] = world.presentations;
  if (presentation === undefined) throw new Error('nothing arrived');
  return presentation;
}

const rulesOf = ({ trace }: Presentation): string[] => trace.map(({ rule }) => rule);
const running = (process: Device['app']['process']): Partial<Device> => {
  const { app } = makeWorld().device();
  return { app: { ...app, process, killedBy: null } };
};

describe('sound, vibration, badge', () => {
  it('plays the default tone and shakes; the icon has a dot', () => {
    const presentation = shown();
    expect(presentation).toMatchObject({
      result: 'shown',
      sound: { requested: 'default', played: 'default', vibrated: true },
      badge: 'count',
    });
    expect(rulesOf(presentation)).toContain('android-badge-dot');
  });

  it.each<[object, string | null, boolean]>([
    [{ sound: 0 }, null, true],
    [{ sound: 0, vibrate: 0 }, null, false],
    [{ vibrate: false }, 'default', false],
    [{ sound: 'ding' }, 'default', true],
  ])('%o', (notificationType, played, vibrated) => {
    for (const android of ['7', '13']) {
      const system = { ...makeWorld().device().system, android };
      const { notification } = shown({ advanceInfo: { notificationType } }, {}, { system });
      expect(notification).toMatchObject({ sound: played, vibrated });
    }
  });

  it('obeys the ringer', () => {
    expect(shown({}, {}, { ringer: 'vibrate' }).sound).toMatchObject({ played: null, vibrated: true });
    expect(shown({}, {}, { ringer: 'silent' }).sound).toMatchObject({ played: null, vibrated: false });
  });

  it('a message without sound stays without after one with it', () => {
    const world = makeWorld();
    world.send(push());
    world.send(push({ advanceInfo: { notificationType: { sound: 0 } } }));
    expect(world.presentations.map(({ sound }) => sound?.played)).toEqual(['default', null]);
  });
});

describe('who shows it', () => {
  it.each(['killed', 'background', 'foreground'] as const)('the push service, with the app %s', (process) => {
    const presentation = shown({}, {}, running(process));
    expect(presentation.result).toBe('shown');
    expect(presentation.callbacks.map(({ name }) => name)).toEqual(
      process === 'killed' ? [] : ['onNotificationArrived'],
    );
  });

  it('nobody without permission, registration or app', () => {
    expect(shown({}, {}, { permission: 'denied' })).toMatchObject({
      result: 'suppressed',
      cause: 'android-permission',
    });
    const world = makeWorld();
    world.send(push());
    const [first] = world.pushes;
    if (first === undefined) throw new Error('nothing was sent');
    const context = { now: world.now, profile: world.profile };
    const device = world.device();
    const gone = { ...device, targets: [] };
    expect(createMeizu().present(first, gone, context)).toMatchObject({ cause: 'meizu-device-registered' });
    const without = { ...device, app: { ...device.app, installed: false } };
    expect(createMeizu().present(first, without, context)).toMatchObject({ cause: 'meizu-device-installed' });
  });

  it('suspend and clearNoticeBar are told, VIP subtitles shown', () => {
    expect(rulesOf(shown({ advanceInfo: { suspend: 0, clearNoticeBar: 0 } }))).toEqual(
      expect.arrayContaining(['meizu-device-not-floating', 'meizu-device-kept']),
    );
    expect(shown({ vipInfo: { subtitle: '副标题' } }).notification?.subtitle).toBe('副标题');
    expect(shown().notification?.subtitle).toBeNull();
  });

  it('a longer text is told', () => {
    const presentation = shown({ noticeExpandInfo: { noticeExpandType: 1, noticeExpandContent: '更长的文字' } });
    expect(presentation.trace).toContainEqual(
      expect.objectContaining({ rule: 'meizu-device-expanded', params: { text: '更长的文字' } }),
    );
  });

  it('floats on systems that let it', () => {
    const system = { ...makeWorld().device().system, name: 'Android' };
    expect(shown({}, {}, { system }).notification?.headsUp).toBe(true);
    expect(shown({ advanceInfo: { suspend: 0 } }, {}, { system }).notification?.headsUp).toBe(false);
    expect(shown().notification?.headsUp).toBe(false);
    expect(rulesOf(shown({}, {}, { system }))).toContain('meizu-device-system');
    expect(rulesOf(shown())).not.toContain('meizu-device-system');
  });
});

describe('tap', () => {
  const tap = (clickTypeInfo: object) => shown({ clickTypeInfo }).notification?.tap;

  it('0 opens the app with the parameters as texts', () => {
    expect(tap({ parameters: { id: 7, ext: 'e', more: { a: 1 } } })).toMatchObject({
      kind: 'open-app',
      target: 'com.example.app',
      data: {
        callback: 'onNotificationClicked',
        extras: {
          id: '7',
          ext: 'e',
          more: '{"a":1}',
          platform_extra: expect.stringMatching(/^\{"task_id":"[0-9a-f]{32}"\}$/),
        },
        message: { title: '你好', content: '内容', pushType: 0, notifyId: expect.any(Number) },
      },
    });
    expect(shown({ clickTypeInfo: { parameters: { ext: 'e' } } }).notification?.ext).toBe('e');
  });

  it('1 opens an activity, 2 an address', () => {
    expect(tap({ clickType: 1, activity: 'com.example.app.A' })).toMatchObject({
      kind: 'open-page',
      target: 'com.example.app.A',
    });
    expect(tap({ clickType: 2, url: 'https://e.com/' })).toMatchObject({ kind: 'open-web', target: 'https://e.com/' });
    expect(tap({ clickType: 2, url: 'myapp://x' })).toMatchObject({ kind: 'open-page', target: 'myapp://x' });
  });

  it.each([
    { clickType: 1, activity: 'intent://x#Intent;end' },
    { clickType: 2, url: 'example.com' },
  ])('what cannot be opened opens nothing: %o', (clickTypeInfo) => {
    expect(tap(clickTypeInfo)).toMatchObject({ kind: 'open-page', target: null });
    expect(rulesOf(shown({ clickTypeInfo }))).toContain('meizu-device-tap-nothing');
  });

  it('3 leaves it to the app', () => {
    const presentation = shown({ clickTypeInfo: { clickType: 3, customAttribute: 'mine' } });
    expect(presentation.notification).toMatchObject({
      ext: 'mine',
      tap: { kind: 'callback-only', target: null, data: { message: { selfDefineContentString: 'mine' } } },
    });
    expect(rulesOf(presentation)).toContain('meizu-device-tap-app');
  });

  it('names the task of a task send', () => {
    const world = makeWorld();
    world.send(signed(`${PREFIX}/push/pushTask/getTaskId`, { pushType: 0, messageJson: messageJson() }));
    world.send(signed(`${PREFIX}/push/task/varnished/pushByPushId`, { taskId: 20457, pushIds: 'PID0001' }));
    expect(world.device().shade[0]?.tap.data).toMatchObject({ extras: { platform_extra: '{"task_id":"20457"}' } });
  });
});

describe('place in the shade', () => {
  it('one key, one row, one notify id', () => {
    const world = makeWorld();
    for (const title of ['first', 'second']) world.send(push({ advanceInfo: { notifyKey: 'k' } }, { title }));
    const ids = world.pushes.map(({ payload }) => (payload as { readonly notifyId: number }).notifyId);
    expect(new Set(ids).size).toBe(1);
    expect(world.device().shade).toMatchObject([{ title: 'second', replaceKey: 'com.example.app#key:k' }]);
    world.send(push({ advanceInfo: { notifyKey: 'l' } }));
    world.send(push());
    expect(world.device().shade).toHaveLength(3);
  });

  it('what is never tapped goes into the box, when the workspace says after how many', () => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, collectAfter: 2 } };
    for (let index = 0; index < 3; index += 1) world.send(push());
    expect(world.presentations.map(({ notification }) => notification?.quiet)).toEqual([false, false, true]);
    expect(world.presentations.map(({ sound }) => sound === null)).toEqual([false, false, true]);
    expect(world.device().shade).toHaveLength(3);
  });
});

describe('display span', () => {
  const span = (from: string, to: string, end = 'fixEndDisplayTime') =>
    push({ advanceInfo: { fixDisplay: 1, fixStartDisplayTime: from, [end]: to } });

  it('inside it is shown, also with the name that the document prints with a space', () => {
    for (const end of ['fixEndDisplayTime', 'fixEndDisplayTime ']) {
      const world = makeWorld();
      world.send(span('2026-11-01 09:00:00', '2026-11-01 10:00:00', end));
      expect(world.presentations[0]).toMatchObject({ result: 'shown' });
    }
  });

  it('waits for its start', () => {
    const world = makeWorld();
    const result = world.send(span('2026-11-01 10:00:00', '2026-11-01 11:00:00'));
    expect(world.presentations).toEqual([]);
    expect(result.effects.at(-1)).toMatchObject({ type: 'schedule', dueAt: world.now + HOUR / 2 });
    expect(result.trace.map(({ rule }) => rule)).toContain('meizu-display-wait');
    world.now += HOUR / 2;
    for (const one of [...world.jobs.values()].flat()) world.deliver(one);
    expect(world.presentations[0]).toMatchObject({ result: 'shown' });
  });

  it('after its end it is not shown, but counts as taken', () => {
    const world = makeWorld();
    const result = world.send(span('2026-11-01 08:00:00', '2026-11-01 09:00:00'));
    expect(result.trace.map(({ rule }) => rule)).toContain('meizu-lint-window');
    expect(world.presentations[0]).toMatchObject({ result: 'suppressed', cause: 'meizu-device-window' });
  });

  it('the older name of the switch counts, too', () => {
    const world = makeWorld();
    const advanceInfo = {
      isFixDisplay: true,
      fixStartDisplayTime: '2026-11-01 08:00:00',
      fixEndDisplayTime: '2026-11-01 09:00:00',
    };
    world.send(signed(BY_PUSH_ID, { pushIds: 'PID0001', messageJson: messageJson({ advanceInfo }) }));
    expect(world.presentations[0]?.cause).toBe('meizu-device-window');
  });
});

describe('offline phones (row 35)', () => {
  const expiry = (pushTimeInfo: object): number | null => {
    const world = makeWorld();
    world.send(push({ pushTimeInfo }));
    const at = world.pushes[0]?.expiresAt ?? null;
    return at === null ? null : (at - world.now) / HOUR;
  };

  it('are kept for as long as validTime says, and not at all with offLine 0', () => {
    expect([expiry({}), expiry({ validTime: 1 }), expiry({ offLine: 0, validTime: 1 })]).toEqual([24, 1, null]);
  });
});
