import { describe, expect, it } from 'vitest';
import { type VendorWorld, WORLD_TIME } from '../testing/vendor-world.ts';
import { huaweiWorld, notification, sendV1, setHuawei } from './huawei/testing/world.ts';
import { CHINA_OFFSET_MS, chinaDayNumber, DAY_MS } from './kit/china.ts';
import { push as meizuPush, makeWorld as meizuWorld } from './meizu/testing/world.ts';
import { Scene, START } from './oppo/testing/scene.ts';
import { setVivo, send as vivoSend, vivoWorld } from './vivo/testing/world.ts';
import { form, SEND, World as XiaomiWorld } from './xiaomi/testing/world.ts';

const midnightAfter = (at: number): number => (chinaDayNumber(at) + 1) * DAY_MS - CHINA_OFFSET_MS;
const MIDNIGHT = midnightAfter(WORLD_TIME);

interface Limit {
  readonly world: VendorWorld;
  /** Sends one message of the limited kind; each has a text of its own. */
  readonly send: (n: number) => void;
  /** What the first phone shows in a day. */
  readonly shown: number;
}

function xiaomi(newsLicence: boolean, channel: 'public' | null, shown: number): Limit {
  const world = new XiaomiWorld();
  world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: true, newsLicence } };
  const [app] = world.credentials.xiaomi.apps;
  if (app === undefined) throw new Error('no app');
  world.apps = [{ ...app, channels: [{ id: '2001', name: 'News', kind: 'public' }] }];
  const fields = channel === null ? {} : { 'extra.channel_id': '2001' };
  const send = (n: number): void => void world.post(SEND, form({ title: `t${n}`, notify_id: n, ...fields }));
  return { world, send, shown };
}

function huawei(marketingPerDay: number): Limit {
  const world = huaweiWorld();
  setHuawei(world, { marketingPerDay });
  return { world, send: () => void world.send(sendV1(world, notification({}, {}))), shown: marketingPerDay };
}

function huaweiAll(messagesPerDay: number): Limit {
  const world = huaweiWorld();
  setHuawei(world, { messagesPerDay });
  const send = (): void => void world.send(sendV1(world, notification({}, { category: 'IM' })));
  return { world, send, shown: messagesPerDay };
}

function vivo(operationalPerPhone: 2 | 5): Limit {
  const world = vivoWorld();
  setVivo(world, { messageClasses: true, operationalPerPhone });
  const send = (n: number): void => void vivoSend(world, { title: `t${n}`, notifyId: n + 1, classification: 0 });
  return { world, send, shown: operationalPerPhone };
}

function meizu(publicPerDay: 3 | 5): Limit {
  const world = meizuWorld();
  world.profile = { ...world.profile, meizu: { ...world.profile.meizu, publicPerDay } };
  return { world, send: () => void world.send(meizuPush()), shown: publicPerDay };
}

const LIMITS: readonly (readonly [name: string, make: () => Limit, opens: number])[] = [
  ['Xiaomi, default class', () => xiaomi(false, null, 1), 0],
  ['Xiaomi, public class', () => xiaomi(false, 'public', 5), 0],
  ['Xiaomi, public class with a news licence', () => xiaomi(true, 'public', 8), 0],
  ['Huawei, marketing', () => huawei(2), 0],
  ['Huawei, marketing of a news app', () => huawei(5), 0],
  ['Huawei, everything', () => huaweiAll(4), 0],
  // Operational messages are not shown before seven.
  ['vivo, operational', () => vivo(2), 7 * 3_600_000],
  ['vivo, operational of a news app', () => vivo(5), 7 * 3_600_000],
  ['Meizu, public', () => meizu(3), 0],
  ['Meizu, public of a news app', () => meizu(5), 0],
];

describe.each(LIMITS)('%s', (_name, make, opens) => {
  it('shows so many a day, and as many again after midnight in China', () => {
    const { world, send, shown } = make();
    const count = (): number => world.presentations.filter(({ result }) => result === 'shown').length;
    const burst = (): number => {
      const before = count();
      for (let n = 0; n < shown + 2; n++) send(world.now + n - WORLD_TIME);
      return count() - before;
    };
    expect(burst()).toBe(shown);
    world.now = MIDNIGHT - 1;
    expect(burst()).toBe(0);
    world.now = MIDNIGHT + opens;
    expect(burst()).toBe(shown);
  });
});

describe('OPPO', () => {
  const open = async (switches: Parameters<Scene['simulator']['setProfile']>[0]): Promise<Scene> => {
    const scene = await Scene.open();
    scene.simulator.setProfile(switches);
    return scene;
  };

  it('shows so many public messages a day, and as many again after midnight in China', async () => {
    const scene = await open({ oppo: { deviceDailyMessages: 2 } });
    const burst = async (): Promise<number> => {
      const before = scene.shade().length;
      for (let n = 0; n < 4; n++) await scene.unicast({ title: `t${n}` });
      return scene.shade().length - before;
    };
    expect(await burst()).toBe(2);
    scene.advance(midnightAfter(START) - START - 1);
    expect(await burst()).toBe(0);
    scene.advance(1);
    expect(await burst()).toBe(2);
  });

  it('gives public messages only to installations from its store', async () => {
    const scene = await open({ oppo: { storeInstall: false } });
    await scene.unicast();
    expect(scene.shade()).toEqual([]);
    expect(scene.simulator.exchanges()[0]?.deliveries).toMatchObject([{ cause: 'oppo-device-foreign-install' }]);
    await scene.unicast({ category: 'ORDER' });
    expect(scene.shade()).toHaveLength(1);
    scene.simulator.setProfile({ oppo: { storeInstall: true } });
    await scene.unicast();
    expect(scene.shade()).toHaveLength(2);
  });
});
