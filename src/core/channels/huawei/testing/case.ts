import type { RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import { alert, jwt, notification, sendV1, sendV3 } from './world.ts';

/** A request with the rule that must stop it, and the code of the table in the answer. */
export interface RefusalCase {
  readonly rule: string;
  readonly code: string;
  readonly name: string;
  readonly prepare?: (world: VendorWorld) => void;
  /** The last one is refused, those before are not. */
  readonly requests: (world: VendorWorld) => readonly RequestParts[];
  /** `msg` or `error_description`. */
  readonly text?: string;
}

export type Make = (world: VendorWorld) => RequestParts;

export const stop = (
  rule: string,
  code: string,
  name: string,
  make: Make,
  rest: Partial<RefusalCase> = {},
): RefusalCase => ({
  rule,
  code,
  name,
  requests: (world) => [make(world)],
  ...rest,
});

export const illegal = (rule: string, hint: string, make: Make): RefusalCase =>
  stop(rule, '80100003', hint, make, { text: `Illegal payload, ${hint} is invalid` });

export const v1 =
  (own: Readonly<Record<string, unknown>>, android: object = {}): Make =>
  (world) =>
    sendV1(world, notification(own, android));
export const v1Body =
  (body: unknown): Make =>
  (world) => ({ ...sendV1(world, {}), body: JSON.stringify(body) });
export const v3 =
  (own: Readonly<Record<string, unknown>>): Make =>
  (world) =>
    sendV3(world, alert(own));
export const v3Options =
  (options: object): Make =>
  (world) =>
    sendV3(world, alert(), { options });
export const withJwt =
  (claims: Readonly<Record<string, unknown>>, header: Readonly<Record<string, unknown>> = {}): Make =>
  (world) =>
    sendV3(world, alert(), { token: jwt(world, claims, header) });

export const seconds = (world: VendorWorld): number => Math.floor(world.now / 1000);

const FORM = {
  formId: 7,
  version: 3,
  moduleName: 'entry',
  formName: 'widget',
  abilityName: 'FormAbility',
  formData: { text: 'hello' },
};
export const form = (own: object = {}): object => ({ ...FORM, ...own });
export const liveView = (own: object = {}): object => ({
  activityId: 1,
  operation: 0,
  event: 'TAXI',
  status: 'RUNNING',
  activityData: { notificationData: { type: 1, clickAction: { actionType: 0 } } },
  ...own,
});
export const typed =
  (pushType: string, payload: object): Make =>
  (world) =>
    sendV3(world, payload, { pushType });
