import { fcmWorld, sendParts, T } from '../../channels/fcm/testing/world.ts';
import { huaweiWorld, notification, sendV1 } from '../../channels/huawei/testing/world.ts';
import { makeWorld, push } from '../../channels/meizu/testing/world.ts';
import { createOppo } from '../../channels/oppo/channel.ts';
import { R1 as OPPO_ID, signOf, single } from '../../channels/oppo/testing/scene.ts';
import type { ChannelId } from '../../channels/types.ts';
import { message, send, vivoWorld } from '../../channels/vivo/testing/world.ts';
import { form, SEND, World } from '../../channels/xiaomi/testing/world.ts';
import { act } from '../../device/actions.ts';
import type { AndroidChannel, Device, Presentation } from '../../device/types.ts';
import { VendorWorld } from '../vendor-world.ts';
import type { Happening } from './android-vectors.ts';

export type AndroidId = Exclude<ChannelId, 'apns'>;
export const ANDROID_IDS = ['fcm', 'xiaomi', 'huawei', 'meizu', 'oppo', 'vivo'] as const satisfies readonly AndroidId[];

type Payload = Readonly<Record<string, unknown>>;

interface Sender {
  world(): VendorWorld;
  /** Sends a message that rings by default, changed by what is given in the vendor's own names. */
  send(world: VendorWorld, payload: Payload): void;
}

function oppoToken(world: VendorWorld): string {
  const timestamp = String(world.now);
  const sign = signOf('demo-key', timestamp, 'demo-master');
  const { response } = world.send(oppoForm('/auth', { app_key: 'demo-key', timestamp, sign }));
  return JSON.parse(response.body).data.auth_token;
}

const oppoForm = (path: string, fields: Record<string, string>) => ({
  path: `/server/v1${path}`,
  headers: [['content-type', 'application/x-www-form-urlencoded']] as const,
  body: new URLSearchParams(fields).toString(),
});

const SENDERS: Readonly<Record<AndroidId, Sender>> = {
  fcm: {
    world: fcmWorld,
    send: (world, payload) =>
      void world.send(sendParts({ token: T, notification: { title: 't', body: 'b' }, ...payload })),
  },
  xiaomi: {
    world: () => new World(),
    send: (world, payload) => void (world as World).post(SEND, form(payload as Parameters<typeof form>[0])),
  },
  huawei: {
    world: huaweiWorld,
    send: (world, { android = { category: 'IM' }, ...own }) =>
      void world.send(sendV1(world, notification(own, android as object))),
  },
  meizu: { world: makeWorld, send: (world, { bar = {}, ...rest }) => void world.send(push(rest, bar as object)) },
  oppo: {
    world: () => new VendorWorld(createOppo(), [OPPO_ID]),
    send: (world, payload) => {
      const text = JSON.stringify(single({ ...payload }, {}));
      world.send(oppoForm('/message/notification/unicast', { auth_token: oppoToken(world), message: text }));
    },
  },
  vivo: { world: vivoWorld, send: (world, payload) => void send(world, message({ classification: 1, ...payload })) },
};

/** State of a phone, as far as it differs from the one in the test: app in the background, everything allowed. */
export type PhoneState = Partial<Omit<Device, 'system' | 'app' | 'android'>> & {
  readonly system?: Partial<Device['system']>;
  readonly app?: Partial<Device['app']>;
  readonly channels?: Readonly<Record<string, AndroidChannel>>;
};

function apply(world: VendorWorld, { system, app, channels, ...rest }: PhoneState): void {
  const device = world.device();
  const settings = { ...device.settings, ...rest.settings };
  world.change({
    ...rest,
    settings,
    system: { ...device.system, ...system },
    app: { ...device.app, ...app },
    ...(channels === undefined ? {} : { android: { seenKeys: [], lastAlertAt: null, channels } }),
  });
}

/** What one push led to, in the words of the tables. */
export interface Seen {
  readonly result: Presentation['result'];
  readonly cause: string | null;
  readonly title: string | null;
  readonly sound: string | null;
  readonly vibrated: boolean;
  readonly headsUp: boolean;
  readonly quiet: boolean;
  readonly lock: 'full' | 'hidden' | 'none';
  /** Number behind the icon. */
  readonly badge: number;
  readonly rows: number;
  readonly decidedBy: string | null;
  readonly tap: { readonly kind: string; readonly target: string | null; readonly data: unknown } | null;
  readonly callbacks: readonly string[];
  readonly rules: readonly string[];
}

/** A phone of one maker, and what it makes of pushes. */
export class GoldenPhone {
  readonly id: AndroidId;
  readonly world: VendorWorld;

  constructor(id: AndroidId, state: PhoneState = {}) {
    this.id = id;
    this.world = SENDERS[id].world();
    apply(this.world, { app: { process: 'background', killedBy: null }, settings: { popUps: true, badges: true } });
    apply(this.world, state);
  }

  change(state: PhoneState): void {
    apply(this.world, state);
  }

  later(ms: number): void {
    this.world.now += ms;
  }

  send(payload: Payload = {}): Seen {
    const before = this.world.presentations.length;
    SENDERS[this.id].send(this.world, payload);
    const presentation = this.world.presentations[before];
    if (presentation === undefined) throw new Error(`${this.id}: nothing reached the phone`);
    return this.seen(presentation);
  }

  /** One event of a vector; what a push led to. */
  happen(event: Happening): Seen | null {
    if ('push' in event) return this.send(event.push);
    if ('later' in event) this.later(event.later);
    else if ('change' in event) this.change(event.change);
    else this.act(event.act);
    return null;
  }

  private act(name: Extract<Happening, { act: unknown }>['act']): void {
    const device = this.world.device();
    const [newest] = device.shade;
    const action = name === 'tap' ? { action: name, notificationId: newest?.id ?? '' } : { action: name };
    const done = act(device, action, { now: this.world.now, ids: this.world.ports.ids });
    if (!done.ok) throw new Error(done.error.message);
    this.world.change(done.value.device);
  }

  end() {
    const { badge, shade, app } = this.world.device();
    return { badge, rows: shade.filter(({ heldBack }) => heldBack !== 'dnd').length, process: app.process };
  }

  private seen({ result, cause, notification: shown, sound, callbacks, trace }: Presentation): Seen {
    const device = this.world.device();
    return {
      result,
      cause,
      title: shown?.title ?? null,
      sound: sound?.played ?? null,
      vibrated: sound?.vibrated ?? false,
      headsUp: shown?.headsUp ?? false,
      quiet: shown?.quiet ?? false,
      lock: shown?.onLockScreen ?? 'full',
      badge: device.badge,
      rows: device.shade.filter(({ heldBack }) => heldBack !== 'dnd').length,
      decidedBy: sound?.decidedBy ?? null,
      tap: shown?.tap ?? null,
      callbacks: callbacks.map(({ name }) => name),
      rules: trace.map(({ rule }) => rule),
    };
  }
}
