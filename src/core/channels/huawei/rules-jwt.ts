import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

const JWT = [S.v3Jwt];
const JWT_FIX = [
  'Build the JWT anew from the service-account file: kid = key_id, iss = sub_account, aud = token_uri, PS256.',
  '请按服务账号文件重新生成 JWT：kid 为 key_id，iss 为 sub_account，aud 为 token_uri，算法 PS256。',
] as const;

/** Who may send with a JWT of the project, and whether the app may send at all. */
export const jwtRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-jwt-needed',
    stop: [
      'This interface takes a JWT of a service account only, not {received}.',
      '此接口只接受服务账号的 JWT，不接受 {received}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-form',
    stop: [
      'The JWT cannot be read (part: {received}); it must be {expected}.',
      'JWT 无法解析（部位：{received}），应为 {expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-algorithm',
    stop: [
      'The JWT is signed with {received} instead of {expected}.',
      'JWT 的签名算法为 {received}，应为 {expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-key',
    stop: ['No service account has the key {received} (kid).', '没有密钥 {received}（kid）对应的服务账号。'],
    fix: ['Use the {expected} of the service-account file as kid.', '请将服务账号文件中的 {expected} 用作 kid。'],
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-signature',
    stop: [
      'The signature does not fit key {received}; needed: {expected}.',
      '签名与密钥 {received} 不符，要求：{expected}。',
    ],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-issuer',
    stop: ['iss is {received} instead of {expected}.', 'iss 为 {received}，应为 {expected}。'],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-audience',
    stop: ['aud is {received} instead of {expected}.', 'aud 为 {received}，应为 {expected}。'],
    fix: JWT_FIX,
    certainty: 'stated',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-times',
    stop: [
      'The times of the JWT are unusable: {received}; needed: {expected}.',
      'JWT 的时间无法使用：{received}，要求：{expected}。',
    ],
    fix: ['Give iat and exp as whole seconds.', '请以整数秒填写 iat 和 exp。'],
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-period',
    stop: ['The JWT lasts {received} seconds, more than {limit}.', 'JWT 有效期为 {received} 秒，超过 {limit} 秒。'],
    fix: ['Let exp be one hour after iat.', '请将 exp 设为 iat 之后一小时。'],
    certainty: 'stated',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-jwt-expired',
    stop: [
      'The JWT expired at {received}; it is {now} (both in seconds).',
      'JWT 已于 {received} 过期，当前时间为 {now}（均为秒）。',
    ],
    fix: ['Build a new JWT.', '请重新生成 JWT。'],
    certainty: 'stated',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-jwt-early',
    stop: [
      'iat {received} lies in the future; allowed: {expected}.',
      'iat {received} 晚于当前时间，允许范围：{expected}。',
    ],
    fix: ["Correct the sender's clock.", '请校准发送方的时钟。'],
    certainty: 'unconfirmed',
    sources: JWT,
  },
  {
    id: 'huawei-jwt-project',
    stop: [
      'The key belongs to project {received}, the path names {expected}.',
      '密钥属于项目 {received}，而路径中为 {expected}。',
    ],
    fix: ['Use the service account of the project in the path.', '请使用路径所指项目的服务账号。'],
    certainty: 'unconfirmed',
    sources: [...JWT, S.v3Answer],
  },
  {
    id: 'huawei-push-enabled',
    stop: ['Push is not switched on for app {app}.', '应用 {app} 尚未开通推送服务。'],
    fix: [
      'Switch push on in the console; here it is a switch of the workspace.',
      '请在控制台开通推送服务；在此可通过工作区开关设置。',
    ],
    certainty: 'stated',
    sources: [S.sendApi],
  },
]);
