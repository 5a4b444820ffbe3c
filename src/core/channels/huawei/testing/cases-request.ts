import { illegal, type RefusalCase, stop, v1, v1Body } from './case.ts';
import { topic } from './vectors.ts';
import { APP_ID, FOREIGN, N1, notification, sendV1, setHuawei, T0, T1 } from './world.ts';

/** Messages of v1 and v2, and topics. */
export const REQUEST: readonly RefusalCase[] = [
  stop('huawei-body-json', '80100001', 'a list', v1Body([])),
  stop('huawei-size', '80300008', 'too long', v1({ title: 'x'.repeat(4096) })),
  stop('huawei-message', '80300010', 'misspelt', v1Body({ mesage: {} })),
  stop('huawei-target-needed', '80300010', 'nobody', v1Body({ message: { data: 'd' } })),
  stop('huawei-target-one', '80100001', 'three', v1Body({ message: { token: [T1], topic: 'a', condition: 'b' } })),
  stop('huawei-token-list', '80100001', 'a text', v1Body({ message: { token: T1 } })),
  stop('huawei-token-count', '80300010', 'none', v1Body({ message: { token: [] } })),
  stop('huawei-payload', '80100003', 'nothing to show', v1Body({ message: { token: [T1] } })),
  stop('huawei-type', '80100001', 'android is a list', v1Body({ message: { token: [T1], data: 'd', android: [] } })),
  stop('huawei-type', '80100001', 'title is an object', v1({ title: {} })),
  stop('huawei-type', '80100001', 'apns is a text', (world) => sendV1(world, { ...notification(), apns: 'x' })),
  illegal('huawei-value', 'urgency', v1({}, { urgency: 'SOON' })),
  illegal('huawei-value', 'fast_app_target', v1({}, { fast_app_target: 3 })),
  illegal('huawei-value', 'target_user_type', v1({}, { target_user_type: 2 })),
  illegal('huawei-value', 'validate_only', (world) => sendV1(world, notification(), { validate_only: 'maybe' })),
  illegal('huawei-value', 'image', v1({ image: 'http://example.com/a.png' })),
  illegal('huawei-value', 'color', v1({ color: 'red' })),
  illegal('huawei-value', 'default_sound', v1({ default_sound: 'no' })),
  illegal('huawei-value', 'importance', v1({ importance: 'MAX' })),
  illegal('huawei-value', 'style', v1({ style: 4 })),
  illegal('huawei-value', 'notify_id', v1({ notify_id: -2 })),
  illegal('huawei-value', 'auto_clear', v1({ auto_clear: 0 })),
  illegal('huawei-value', 'when', v1({ when: '2024-05-01' })),
  illegal('huawei-value', 'visibility', v1({ visibility: 'HIDDEN' })),
  illegal('huawei-value', 'profile_id', v1({ profile_id: 'x'.repeat(65) })),
  illegal('huawei-value', 'vibrate_config', v1({ vibrate_config: ['61s'] })),
  illegal('huawei-value', 'inbox_content', v1({ inbox_content: ['1', '2', '3', '4', '5', '6'] })),
  illegal('huawei-value', 'multi_lang_key', v1({ multi_lang_key: { t: { en: 'a', zh: 'b', fr: 'c', de: 'd' } } })),
  illegal('huawei-value', 'buttons', v1({ buttons: [1, 2, 3, 4].map(() => ({ name: 'n', action_type: 0 })) })),
  illegal('huawei-value', 'name', v1({ buttons: [{ name: 'n'.repeat(41), action_type: 0 }] })),
  illegal('huawei-value', 'action_type', v1({ buttons: [{ name: 'n', action_type: 5 }] })),
  illegal('huawei-value', 'intent', v1({ buttons: [{ name: 'n', action_type: 2, intent: 'http://example.com' }] })),
  illegal(
    'huawei-value',
    'alpha',
    v1({ light_settings: { color: { alpha: 2 }, light_on_duration: '1s', light_off_duration: '1s' } }),
  ),
  illegal('huawei-value', 'type', v1({ click_action: { type: 5 } })),
  illegal('huawei-value', 'url', v1({ click_action: { type: 2, url: 'http://example.com' } })),
  stop('huawei-value', '80100003', 'set_num', v1({ badge: { class: 'c', set_num: 100 } }), {
    text: 'Illegal payload, badge set_num value ranges from 0 to 99',
  }),
  illegal('huawei-required', 'title', (world) => sendV1(world, { ...notification(), notification: { body: 'b' } })),
  illegal('huawei-required', 'click_action', v1({ click_action: null })),
  illegal('huawei-required', 'intent', v1({ click_action: { type: 1 } })),
  illegal('huawei-required', 'url', v1({ click_action: { type: 2 } })),
  illegal('huawei-required', 'rich_resource', v1({ click_action: { type: 4 } })),
  illegal('huawei-required', 'title_loc_key', v1({ title_loc_args: ['a'] })),
  illegal('huawei-required', 'big_body', v1({ style: 1, big_title: 'B' })),
  illegal('huawei-required', 'inbox_content', v1({ style: 3 })),
  illegal('huawei-required', 'color', v1({ light_settings: { light_on_duration: '1s', light_off_duration: '1s' } })),
  illegal('huawei-required', 'name', v1({ buttons: [{ action_type: 0 }] })),
  illegal('huawei-required', 'intent_type', v1({ buttons: [{ name: 'n', action_type: 1, intent: 'i' }] })),
  illegal('huawei-required', 'data', v1({ buttons: [{ name: 'n', action_type: 4 }] })),
  stop('huawei-topic-name', '82000007', 'with a blank', v1Body({ message: { topic: 'a b', data: 'd' } }), {
    text: 'topic invalid',
  }),
  stop(
    'huawei-condition',
    '80100001',
    'does not parse',
    v1Body({ message: { condition: "'a' in topics &&", data: 'd' } }),
  ),
  stop(
    'huawei-condition',
    '80100001',
    'six topics',
    v1Body({
      message: { condition: ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `'${one}' in topics`).join(' || '), data: 'd' },
    }),
  ),
  stop('huawei-collapse-key', '80100013', 'a fraction', v1({}, { collapse_key: 1.5 })),
  stop('huawei-ttl', '80100004', 'minutes', v1({}, { ttl: '5m' })),
  stop('huawei-receipt-id', '80300013', 'unknown', v1({}, { receipt_id: 'RCP99' })),
  stop(
    'huawei-high-right',
    '80300011',
    'no right',
    v1Body({ message: { token: [T1], data: 'd', android: { urgency: 'HIGH' } } }),
  ),
  stop('huawei-test-quota', '80300029', 'second of the day', v1({}, { target_user_type: 1 }), {
    prepare: (world) => setHuawei(world, { testMessagesPerDay: 1 }),
    requests: (world) => [1, 2].map(() => sendV1(world, notification({}, { target_user_type: 1 }))),
  }),
  stop('huawei-tokens', '80300007', 'of another app', (world) =>
    sendV1(world, { ...notification(), token: [FOREIGN] }),
  ),
  stop('huawei-tokens', '80300007', 'of HarmonyOS 5', (world) => sendV1(world, { ...notification(), token: [N1] })),
  stop('huawei-topic-tokens', '82000003', 'no list', (world) => topic(world, 'subscribe', { topic: 'a' })),
  stop('huawei-token-list', '80100001', 'topic with a text', (world) =>
    topic(world, 'subscribe', { topic: 'a', tokenArray: T1 }),
  ),
  stop('huawei-topic-token-count', '82000008', 'empty', (world) =>
    topic(world, 'unsubscribe', { topic: 'a', tokenArray: [] }),
  ),
  stop(
    'huawei-topic-limit',
    '82000009',
    'number 2001',
    (world) => topic(world, 'subscribe', { topic: 'new', tokenArray: [T1] }),
    {
      prepare: (world) => {
        const topics = Array.from({ length: 2000 }, (_, index) => `t${index}`);
        world.state = { ...(world.state as object), topics: { [APP_ID]: topics } };
      },
    },
  ),
  stop('huawei-topic-token', '82000011', 'list without', (world) => topic(world, 'list', {})),
  stop('huawei-topic-token-valid', '82000010', 'list of nobody', (world) => topic(world, 'list', { token: T0 })),
];
