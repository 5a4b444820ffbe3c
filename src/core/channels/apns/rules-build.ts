import type { Rule } from '../../trace/types.ts';
import { fact, from, remark } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

/** How the IM server writes the push. */
export const buildRules: readonly Rule[] = [
  fact('channel', 'build-address', from('inferred', S.sending, S.tencentPayload), [
    'The IM server sends the push to {host}, topic {topic}.',
    'IM 服务器将推送发往 {host}，主题为 {topic}。',
  ]),
  remark(
    'channel',
    'build-no-key',
    from('inferred', S.tokenAuth),
    [
      'The IM server has no usable key {keyId}, so it sends without a provider token.',
      'IM 服务器没有可用的密钥 {keyId}，发送时不带 provider token。',
    ],
    ['Create the workspace’s credentials again.', '重新生成工作区的凭证。'],
  ),
  fact('channel', 'build-expiration', from('unconfirmed', S.tencentStorage), [
    'APNs is asked to keep the push for {days} days, as long as IM keeps the message.',
    '请求 APNs 保留推送 {days} 天，与 IM 保存消息的时间一致。',
  ]),
  fact('channel', 'build-alert-string', from('measured', S.tencentPayload, S.tencentCapture), [
    'There is no title, so the alert is one string.',
    '没有标题，alert 为一个字符串。',
  ]),
  fact('channel', 'build-alert-object', from('measured', S.tencentPayload, S.tencentCapture), [
    'There is a title, so the alert is an object with title and body.',
    '有标题，alert 为包含 title 和 body 的对象。',
  ]),
  fact('channel', 'build-no-sound', from('inferred', S.specification), [
    'The sound is push.no_sound, so the payload has no sound: neither tone nor vibration.',
    '声音为 push.no_sound，负载不含 sound：既无提示音也无振动。',
  ]),
  fact('channel', 'build-sound-default', from('stated', S.specificationSound, S.tencentPayload), [
    'No layer names a sound, or one asks for the system’s: the payload says default.',
    '没有指定声音或指定为系统声音，负载中为 default。',
  ]),
  fact('channel', 'build-sound', from('stated', S.specificationSound, S.tencentPayload), [
    'The sound {sound} goes into the payload as it is.',
    '声音 {sound} 原样写入负载。',
  ]),
  fact('channel', 'build-no-badge', from('inferred', S.specification), [
    'This message does not count, so the payload has no badge and the icon keeps its number.',
    '该消息不计入角标，负载不含 badge，图标数字不变。',
  ]),
  fact('channel', 'build-badge', from('stated', S.specification, S.tencentPayload), [
    'The payload sets the badge to {badge}.',
    '负载将角标设为 {badge}。',
  ]),
  fact('channel', 'build-ext', from('stated', S.tencentPayload), [
    'ext stands beside aps as a string, as it was given.',
    'ext 以字符串形式与 aps 并列，内容不变。',
  ]),
];
