import { TEST_APP } from '../../../testing/credentials.ts';
import { makeVendorRequest, VendorWorld } from '../../../testing/vendor-world.ts';
import { noCredentials, type XiaomiApp } from '../../credentials.ts';
import type { AcceptedPush, ReceiveResult, VendorCallback, VendorRequest } from '../../types.ts';
import { createXiaomi } from '../channel.ts';
import type { XiaomiState } from '../state.ts';

export const PACKAGE = TEST_APP;
export const SECRET = 'S';
const HOST = 'api.xmpush.xiaomi.com';
export const R1 = 'R1';
export const R2 = 'R2';

export const testApp: XiaomiApp = {
  appId: '2882303761517000001',
  packageNames: [PACKAGE],
  appSecret: SECRET,
  blacklisted: false,
  channels: [{ id: '1001', name: 'Orders', kind: 'private' }],
};

/** Another company's app on the same simulator. */
export const otherApp: XiaomiApp = {
  appId: '2882303761517000002',
  packageNames: ['com.other'],
  appSecret: 'OTHER',
  blacklisted: false,
  channels: [],
};

/** A POST or GET of a backend; `key` is the whole Authorization header. */
export function makeRequest(
  method: string,
  path: string,
  options: { readonly key?: string | null; readonly body?: string | Uint8Array; readonly type?: string | null } = {},
): VendorRequest {
  const { key = `key=${SECRET}`, body = '', type = 'application/x-www-form-urlencoded' } = options;
  const headers: [string, string][] = [['host', HOST]];
  if (key !== null) headers.push(['authorization', key]);
  if (type !== null && body.length > 0) headers.push(['content-type', type]);
  return makeVendorRequest(HOST, { method, path, headers, body });
}

/** What the answer says, parsed. */
export interface ParsedAnswer {
  readonly status: number;
  readonly keys: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** Xiaomi with two phones; the first has an alias, an account and a topic. */
export class World extends VendorWorld {
  constructor() {
    super(createXiaomi(), [R1, R2]);
    this.apps = [testApp, otherApp];
    const bindings = { aliases: ['al1'], userAccounts: ['acc1'], topics: ['news'] };
    this.change({ targets: this.device().targets.map((target) => ({ ...target, ...bindings })) });
  }

  set apps(apps: readonly XiaomiApp[]) {
    this.credentials = { ...noCredentials, xiaomi: { apps } };
  }

  get kept(): XiaomiState {
    return this.state as XiaomiState;
  }

  /** POST with a form body; the answer parsed. */
  post(path: string, body: string): ParsedAnswer {
    return parseAnswer(this.receive(makeRequest('POST', path, { body })));
  }

  get(path: string): ParsedAnswer {
    return parseAnswer(this.receive(makeRequest('GET', path)));
  }

  tap(push: AcceptedPush): void {
    this.tell(push, 'tapped');
  }
}

export function parseAnswer({ response }: Pick<ReceiveResult, 'response'>): ParsedAnswer {
  const body = JSON.parse(response.body) as Record<string, unknown>;
  const data = body.data as Record<string, unknown> | undefined;
  return { status: response.status, keys: Object.keys(body), body, data };
}

export const SEND = '/v2/message/regid';

/** What the vendor makes of a POST with a form body. */
export const post = (world: World, body: string, path = SEND): ReceiveResult =>
  world.receive(makeRequest('POST', path, { body }));

/** Fields of the plain message that the vectors vary; `undefined` leaves one out. */
export function form(fields: Readonly<Record<string, string | number | undefined>> = {}): string {
  const base = { restricted_package_name: PACKAGE, title: 't', description: 'd', registration_id: R1 };
  return Object.entries<string | number | undefined>({ ...base, ...fields })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** The one field of a receipt, parsed: entries by message id. */
export function receiptData(callback: VendorCallback | undefined): Record<string, Record<string, unknown>> {
  const text = callback?.body.replace(/^data=/, '') ?? '';
  return JSON.parse(decodeURIComponent(text)) as Record<string, Record<string, unknown>>;
}
