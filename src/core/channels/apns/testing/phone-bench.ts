import type { AppSound, Device, ShadeNotification } from '../../../device/types.ts';
import type { Delivery, DeviceAction, DevicePatch } from '../../../simulator-types.ts';
import { KEY_ID, TEAM_ID, TEST_APP, testKeys } from '../../../testing/credentials.ts';
import { makeCrypto } from '../../../testing/crypto.ts';
import { act, asRequest, device, makeSimulator, type TestBench } from '../../../testing/simulator.ts';
import { createApns } from '../channel.ts';
import type { apnsSwitches } from '../switches.ts';

const IPHONE = 'iphone';
const START = 1_764_000_000_000;
/** A provider token is renewed after this long, ms. */
const RENEWAL = 50 * 60_000;

const crypto = makeCrypto(testKeys);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function providerToken(now: number): string {
  const data = `${part({ alg: 'ES256', kid: KEY_ID })}.${part({ iss: TEAM_ID, iat: Math.floor(now / 1000) })}`;
  return `${data}.${Buffer.from(crypto.sign('ES256', KEY_ID, data)).toString('base64url')}`;
}

export interface Push {
  readonly aps?: Readonly<Record<string, unknown>>;
  /** Beside `aps`. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly type?: 'alert' | 'background';
  readonly priority?: 1 | 5 | 10;
  readonly collapseId?: string;
  /** `apns-expiration` as it is written. */
  readonly expiration?: string;
}

export type Switches = { readonly [K in keyof typeof apnsSwitches]?: string | number | boolean };

/** One thing that happens to the built-in iPhone. */
export type Step =
  | { readonly push: Push }
  | { readonly act: DeviceAction }
  | { readonly patch: DevicePatch }
  | { readonly sound: AppSound }
  | { readonly profile: Switches }
  /** Minutes go by. */
  | { readonly minutes: number };

/** The whole way of a push from a sender's request to the built-in iPhone, whose app its user has swiped away. */
export class PhoneBench {
  readonly bench: TestBench = makeSimulator([createApns()], { startAt: START });
  readonly exchangeIds: string[] = [];
  private now = START;
  private token = { value: providerToken(START), at: START };

  run(...steps: readonly Step[]): this {
    for (const step of steps) this.take(step);
    return this;
  }

  phone(): Device {
    return device(this.bench, IPHONE);
  }

  /** What became of the pushes so far, first to last. */
  deliveries(): readonly Delivery[] {
    return this.exchangeIds.flatMap((id) => this.bench.simulator.exchange(id)?.deliveries ?? []);
  }

  newest(): ShadeNotification | undefined {
    return this.phone().shade[0];
  }

  /** What the app's process was told, in order. */
  callbacks(): readonly string[] {
    return this.bench.events.flatMap((event) => (event.type === 'app-callback' ? [event.name] : []));
  }

  private take(step: Step): void {
    const { simulator } = this.bench;
    const done = (result: { readonly ok: boolean }): void => {
      if (!result.ok) throw new Error(JSON.stringify(result));
    };
    if ('push' in step) this.send(step.push);
    else if ('act' in step) act(this.bench, IPHONE, step.act);
    else if ('patch' in step) done(simulator.patchDevice(IPHONE, step.patch));
    else if ('sound' in step) done(simulator.addSound(IPHONE, step.sound));
    else if ('profile' in step) done(simulator.setProfile({ apns: step.profile as never }));
    else {
      this.bench.advance(step.minutes * 60_000);
      this.now += step.minutes * 60_000;
      simulator.tick();
    }
  }

  private send({ aps, data, type = 'alert', priority, collapseId, expiration }: Push): void {
    if (this.now - this.token.at >= RENEWAL) this.token = { value: providerToken(this.now), at: this.now };
    const headers: [string, string][] = [
      ['authorization', `bearer ${this.token.value}`],
      ['apns-topic', TEST_APP],
      ['apns-push-type', type],
      ['apns-priority', String(priority ?? (type === 'background' ? 5 : 10))],
    ];
    if (collapseId !== undefined) headers.push(['apns-collapse-id', collapseId]);
    if (expiration !== undefined) headers.push(['apns-expiration', expiration]);
    const request = asRequest({
      protocol: 'http/2',
      method: 'POST',
      host: 'api.push.apple.com',
      path: `/3/device/${this.phone().targets[0]?.token}`,
      headers,
      body: JSON.stringify({ ...data, ...(aps === undefined ? {} : { aps }) }),
    });
    const { response, exchangeId } = this.bench.simulator.receive('apns', request, null);
    if (response.status !== 200) throw new Error(`${response.status} ${response.body}`);
    this.exchangeIds.push(exchangeId);
  }
}
