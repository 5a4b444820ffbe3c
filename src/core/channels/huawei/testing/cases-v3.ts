import { form, illegal, liveView, type RefusalCase, stop, typed, v3, v3Options } from './case.ts';
import { revoke } from './vectors.ts';
import { alert, FOREIGN, N1, sendV3, setHuawei, T0, T1 } from './world.ts';

/** v3 and revoking. */
export const V3: readonly RefusalCase[] = [
  stop('huawei-push-type', '80100003', 'unknown type', (world) => sendV3(world, alert(), { pushType: '3' })),
  stop('huawei-push-type', '80100003', 'revoke with type 1', (world) =>
    revoke(world, { notifyId: 1, token: [N1] }, '1'),
  ),
  stop('huawei-v3-parts', '80100001', 'no target', (world) => ({
    ...sendV3(world, alert()),
    body: JSON.stringify({ payload: alert() }),
  })),
  illegal('huawei-required', 'category', v3({ category: undefined })),
  illegal('huawei-required', 'clickAction', v3({ clickAction: undefined })),
  illegal('huawei-required', 'uri', v3({ clickAction: { actionType: 1 } })),
  illegal('huawei-required', 'bigTitle', v3({ style: 1 })),
  illegal('huawei-required', 'inboxContent', v3({ style: 3 })),
  illegal('huawei-required', 'extraData', (world) => sendV3(world, {}, { pushType: '10' })),
  illegal('huawei-required', 'formData', typed('1', form({ formData: undefined }))),
  illegal('huawei-required', 'status', typed('7', liveView({ status: undefined }))),
  illegal('huawei-required', 'notificationData', typed('7', liveView({ activityData: {} }))),
  illegal('huawei-value', 'actionType', v3({ clickAction: { actionType: 3 } })),
  illegal('huawei-value', 'style', v3({ style: 2 })),
  illegal('huawei-value', 'notifyId', v3({ notifyId: 2_147_483_648 })),
  illegal('huawei-value', 'appMessageId', v3({ appMessageId: 'ä' })),
  illegal('huawei-value', 'soundDuration', v3({ soundDuration: 61 })),
  illegal('huawei-value', 'inboxContent', v3({ inboxContent: ['1', '2', '3', '4'] })),
  illegal('huawei-value', 'proxyData', typed('6', { extraData: 'x', proxyData: 'YES' })),
  illegal('huawei-value', 'formData', typed('1', form({ formData: { a: { b: null } } }))),
  illegal('huawei-value', 'event', typed('7', liveView({ event: 'MEAL' }))),
  illegal('huawei-value', 'category', typed('2', { ...alert(), extraData: 'x' })),
  illegal('huawei-value', 'biTag', v3Options({ biTag: '标'.repeat(22) })),
  illegal('huawei-value', 'backgroundMode', v3Options({ backgroundMode: 2 })),
  stop('huawei-ttl', '80100004', 'text as ttl of v3', v3Options({ ttl: '600s' })),
  stop('huawei-ttl', '80100004', 'negative ttl', v3Options({ ttl: -1 })),
  stop('huawei-collapse-key', '80100013', 'v3, 101', v3Options({ collapseKey: 101 })),
  stop('huawei-receipt-id', '80300013', 'v3, unknown', v3Options({ receiptId: 'RCP99' })),
  stop('huawei-form-version', '80100003', 'same version again', typed('1', form()), {
    requests: (world) => [1, 2].map(() => sendV3(world, form(), { pushType: '1' })),
  }),
  stop('huawei-test-quota', '80300029', 'v3, second of the day', v3Options({ testMessage: true }), {
    prepare: (world) => setHuawei(world, { testRequestsPerDay: 1 }),
    requests: (world) => [1, 2].map(() => sendV3(world, alert(), { options: { testMessage: true } })),
  }),
  stop('huawei-test-tokens', '80300030', 'eleven', (world) =>
    sendV3(world, alert(), { options: { testMessage: true }, target: { token: Array.from({ length: 11 }, () => N1) } }),
  ),
  stop(
    'huawei-v3-tokens',
    '80300007',
    'a token of before',
    (world) => sendV3(world, alert(), { target: { token: [T1] } }),
    {
      text: '{"failure":1,"illegalTokens":{"noRight":["T1"]}}',
    },
  ),
  stop('huawei-v3-tokens', '80300007', 'voice under another type', v3({ category: 'PLAY_VOICE' }), {
    text: '{"failure":1,"illegalTokens":{"notSupportPlayVoice":["N1"]}}',
  }),
  stop('huawei-v3-tokens', '80300007', 'no right for calls', typed('10', { extraData: 'x' }), {
    prepare: (world) => setHuawei(world, { pushTypeRights: false }),
    text: '{"failure":1,"illegalTokens":{"noPushTypeRight":["N1"]}}',
  }),
  stop('huawei-v3-tokens', '80300007', 'no right for live views', typed('7', liveView()), {
    prepare: (world) => setHuawei(world, { pushTypeRights: false }),
    text: '{"failure":1,"illegalTokens":{"noRightToSendThisLiveNotificationEvent":["N1"]}}',
  }),
  stop('huawei-revoke-id', '80300032', 'no notifyId', (world) => revoke(world, { token: [N1] })),
  illegal('huawei-value', 'notifyId', (world) => revoke(world, { notifyId: -1, token: [N1] })),
  stop('huawei-token-count', '80300010', 'revoke nobody', (world) => revoke(world, { notifyId: 1 })),
  stop('huawei-revoke-apps', '80300017', 'two apps', (world) => revoke(world, { notifyId: 1, token: [N1, FOREIGN] })),
  stop('huawei-revoke-mismatch', '80300028', 'another app', (world) =>
    revoke(world, { notifyId: 1, token: [FOREIGN] }),
  ),
  stop('huawei-tokens', '80300007', 'revoke nobody known', (world) => revoke(world, { notifyId: 1, token: [T0] })),
];
