import type { CodeCase } from '../../../testing/code-cases.ts';
import { type RequestParts, stopOf, type VendorWorld } from '../../../testing/vendor-world.ts';
import type { ReceiveContext } from '../../types.ts';
import { answerOf, BY_ALIAS, BY_PUSH_ID, MESSAGE, makeWorld, PREFIX, push, SWITCH_OFF, signed } from './world.ts';

interface Recipe {
  readonly code: string;
  readonly request: RequestParts;
  readonly before?: readonly RequestParts[];
  readonly profile?: Partial<ReceiveContext['profile']['meizu']>;
  readonly prepare?: (world: VendorWorld) => void;
}

const blacklist = (world: VendorWorld): void => {
  const apps = world.credentials.meizu.apps.map((app) => ({ ...app, blacklisted: true }));
  world.credentials = { ...world.credentials, meizu: { apps } };
};
const switches = (pushId: string): RequestParts => signed(`${PREFIX}/message/getRegisterSwitch`, { pushId });

/** How to get every code that is produced. */
const RECIPES: readonly Recipe[] = [
  { code: '200', request: push() },
  { code: '500', request: push({}, { content: '' }) },
  { code: '1005', request: push({ clickTypeInfo: { clickType: 9 } }) },
  { code: '1006', request: { ...push(), body: `${push().body}0` } },
  { code: '110000', request: signed(BY_PUSH_ID, { appId: '1', pushIds: 'PID0001', messageJson: MESSAGE }) },
  { code: '110002', request: switches('PID0007') },
  { code: '110003', request: switches('x-y') },
  { code: '110004', request: signed(BY_PUSH_ID, { messageJson: MESSAGE }) },
  { code: '110009', request: push(), prepare: blacklist },
  { code: '110010', request: push(), before: [push()], profile: { requestsPerSecond: 1 } },
  { code: '110019', request: push(), before: [push()], profile: { sendsPerDay: 1 } },
  {
    code: '110031',
    request: signed(BY_PUSH_ID, { pushIds: 'PID0001', messageJson: MESSAGE, restrictedPackageNames: 'com.other' }),
  },
  { code: '110032', request: signed(`${PREFIX}/push/task/varnished/pushByAlias`, { taskId: 7, alias: 'a1' }) },
  {
    code: '110053',
    request: signed(`${PREFIX}/push/unvarnished/pushByAlias`, { alias: 'a1', messageJson: '{"content":"c"}' }),
  },
  { code: 'value.520', request: push(), before: [push()], profile: { foldAfter: 1 } },
  { code: 'value.110002', request: push({}, {}, 'PID0007') },
  { code: 'value.110003', request: push({}, {}, 'x-y') },
  { code: 'value.110005', request: signed(BY_ALIAS, { alias: 'zz', messageJson: MESSAGE }) },
  { code: 'value.110010', request: push({}, {}, 'PID0003'), before: [SWITCH_OFF] },
  {
    code: 'value.110011',
    request: push(),
    before: [push(), push(), push()],
    profile: { publicPerDay: 3 },
  },
];

/** Ways to every code that the endpoints give; those of targets stand inside a successful answer. */
export const CODE_CASES: readonly CodeCase[] = RECIPES.map(({ code, request, before = [], profile, prepare }) => ({
  name: 'by its rule',
  code,
  run: () => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...profile } };
    prepare?.(world);
    for (const one of before) world.send(one);
    const result = world.send(request);
    const body = answerOf(result);
    const target = code.startsWith('value.') ? Object.keys(body.value as object)[0] : undefined;
    return {
      code: target === undefined ? String(body.code) : `value.${target}`,
      status: result.response.status,
      rule: stopOf(result),
    };
  },
}));
