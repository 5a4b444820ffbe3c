import type { Certainty } from '../../trace/types.ts';
import type { Pair } from '../kit/rule-table.ts';
import type { CheckRuleId } from './rules.ts';

/** What a sender can do about a code. */
export type CodeFix = 'none' | 'retry' | 'request' | 'credentials' | 'token' | 'slower' | 'console' | 'targets';

export interface CodeRow {
  readonly code: number;
  /** `message` of the answer, as the document has it. */
  readonly text: string;
  /** The Java SDK's constant where it differs. */
  readonly sdk?: string;
  readonly meaning: Pair;
  readonly trigger: Pair;
  readonly fix: CodeFix;
  readonly certainty: Certainty;
  /** Rule that produces it here; null = only scripted faults do. */
  readonly rule: CheckRuleId | null;
}

const INJECTED: Pair = ['Given here by fault injection only.', '此处只会由故障注入产生。'];
const NO_METHOD: Pair = [
  'Given here by fault injection only: no call of this interface carries a method or version.',
  '此处只会由故障注入产生：该接口的请求不携带 method 或 version。',
];

/** Every published result code of OPPO push, and those that only aggregators or single answers show. */
export const CODE_TABLE: readonly CodeRow[] = [
  {
    code: -3,
    text: 'Response Parse Error',
    meaning: ['The client could not parse the answer', '客户端无法解析响应'],
    trigger: [
      'No server sends it: the Java SDK makes it of an answer that is no JSON, which fault injection gives.',
      '服务器不会返回：响应不是 JSON 时由 Java SDK 给出；故障注入会返回这样的响应。',
    ],
    fix: 'retry',
    certainty: 'measured',
    rule: null,
  },
  {
    code: -2,
    text: 'Service in Flow Control',
    meaning: ['Server throttling', '服务器流量控制'],
    trigger: INJECTED,
    fix: 'retry',
    certainty: 'stated',
    rule: null,
  },
  {
    code: -1,
    text: 'Service Currently Unavailable',
    meaning: ['Service not available', '服务不可用'],
    trigger: INJECTED,
    fix: 'retry',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 0,
    text: 'Success',
    meaning: ['Accepted for sending; says nothing about arrival', '成功：已接受发送，不代表送达'],
    trigger: ['The call was carried out.', '调用已执行。'],
    fix: 'none',
    certainty: 'stated',
    rule: 'oppo-accepted',
  },
  {
    code: 11,
    text: 'Invalid AuthToken',
    sdk: 'Invalid Auth Token',
    meaning: ['Token unknown or expired', '不合法的 AuthToken'],
    trigger: [
      'The token is unknown, older than 24 hours, replaced, or of changed credentials.',
      'token 未知、超过 24 小时、已被替换，或所属凭据已变更。',
    ],
    fix: 'token',
    certainty: 'stated',
    rule: 'oppo-token',
  },
  {
    code: 12,
    text: 'Http Action Not Allowed',
    meaning: ['HTTP method not allowed', 'HTTP 方法不正确'],
    trigger: [
      'GET where POST is wanted, or the other way round (HTTP 200 all the same).',
      '请求方法与接口不符（HTTP 仍为 200）。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-method',
  },
  {
    code: 13,
    text: 'App Call Limited',
    meaning: ['The app calls too often', '应用调用次数超限'],
    trigger: [
      'More auth calls and requests in one second than the workspace allows.',
      '一秒内的鉴权与请求数超过工作区上限。',
    ],
    fix: 'slower',
    certainty: 'unconfirmed',
    rule: 'oppo-auth-rate',
  },
  {
    code: 14,
    text: 'Invalid App Key',
    meaning: ['AppKey unknown', '无效的 AppKey'],
    trigger: ['auth with an app_key that no app here has.', '鉴权时的 app_key 不属于任何应用。'],
    fix: 'credentials',
    certainty: 'stated',
    rule: 'oppo-app-key',
  },
  {
    code: 15,
    text: 'Missing App Key',
    meaning: ['AppKey missing', '缺少 AppKey'],
    trigger: ['auth without app_key.', '鉴权缺少 app_key。'],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-app-key-required',
  },
  {
    code: 16,
    text: 'Invalid Signature',
    meaning: ['Signature wrong', 'sign 校验不通过'],
    trigger: ['auth with a sign that does not fit.', '鉴权的 sign 不正确。'],
    fix: 'credentials',
    certainty: 'stated',
    rule: 'oppo-sign',
  },
  {
    code: 17,
    text: 'Missing Signature',
    meaning: ['Signature missing', '缺少 sign'],
    trigger: ['auth without sign.', '鉴权缺少 sign。'],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-sign-required',
  },
  {
    code: 18,
    text: 'Missing Timestamp',
    meaning: ['Timestamp missing', '缺少时间戳'],
    trigger: ['auth without timestamp.', '鉴权缺少 timestamp。'],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-timestamp-required',
  },
  {
    code: 19,
    text: 'Invalid Timestamp',
    meaning: ['Timestamp malformed or too far off', '非法的时间戳'],
    trigger: [
      'timestamp is no number, or more than 10 minutes from the clock.',
      'timestamp 不是数字，或与时钟相差超过 10 分钟。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-timestamp',
  },
  {
    code: 20,
    text: 'Invalid Method',
    meaning: ['No such interface', '接口不存在'],
    trigger: ['The path is unknown (HTTP 404).', '路径不存在（HTTP 404）。'],
    fix: 'request',
    certainty: 'unconfirmed',
    rule: 'oppo-path',
  },
  {
    code: 21,
    text: 'Missing Method',
    meaning: ['Method name missing', '缺少 method 参数'],
    trigger: NO_METHOD,
    fix: 'request',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 22,
    text: 'Missing Version',
    meaning: ['Version missing', '缺少版本参数'],
    trigger: NO_METHOD,
    fix: 'request',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 23,
    text: 'Invalid Version',
    meaning: ['Version is no number', '非法的版本参数'],
    trigger: NO_METHOD,
    fix: 'request',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 24,
    text: 'Unsupported Version',
    meaning: ['Version not supported', '不支持的版本'],
    trigger: NO_METHOD,
    fix: 'request',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 25,
    text: 'Invalid Encoding',
    sdk: 'Invalid encoding',
    meaning: ['Wrong encoding', '编码错误'],
    trigger: ['The body is no valid UTF-8.', '请求体不是有效的 UTF-8。'],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-encoding',
  },
  {
    code: 26,
    text: 'IP Black List',
    meaning: ['The address is blocked', 'IP 在黑名单中'],
    trigger: INJECTED,
    fix: 'console',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 27,
    text: 'Access Denied',
    meaning: ['No right for this function', '没有此功能的权限'],
    trigger: INJECTED,
    fix: 'console',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 28,
    text: 'App Disabled',
    meaning: ['The app is disabled', '应用不可用'],
    trigger: ['The app is marked as blacklisted in the credentials.', '凭据中该应用被标记为停用。'],
    fix: 'console',
    certainty: 'stated',
    rule: 'oppo-app-disabled',
  },
  {
    code: 29,
    text: 'Missing Auth Token',
    meaning: ['Token missing', '缺少 auth_token'],
    trigger: ['No auth_token in the body, the headers or the query.', '请求体、请求头和查询串中都没有 auth_token。'],
    fix: 'token',
    certainty: 'stated',
    rule: 'oppo-token-required',
  },
  {
    code: 30,
    text: 'Api Permission Denied',
    sdk: 'API Permission Denied',
    meaning: ['No right to send; in practice also an app under review', '没有 API 推送权限；应用审核中时也会返回'],
    trigger: ['The workspace says that the app is under review.', '工作区设为应用审核中。'],
    fix: 'console',
    certainty: 'stated',
    rule: 'oppo-api-permission',
  },
  {
    code: 31,
    text: 'Data Not Exist',
    sdk: 'Data Not Exists',
    meaning: ['What is named does not exist', '数据不存在'],
    trigger: [
      'broadcast with an unknown message_id; aliases and tags of an id that is not registered.',
      '广播的 message_id 不存在；别名、标签接口的 id 未注册。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-data-exists',
  },
  {
    code: 32,
    text: 'Data Duplicate',
    sdk: 'Data Duplicate Conflict',
    meaning: ['Data exists already', '数据重复'],
    trigger: [
      'Given here by fault injection only: a repeated app_message_id is answered with 0.',
      '此处只会由故障注入产生：重复的 app_message_id 返回 0。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 33,
    text: 'The number of messages exceeds the daily limit',
    meaning: ['Messages of the day used up', '消息条数超过日限额'],
    trigger: [
      'More public messages in a day than the workspace allows; in a batch for single items.',
      '当日公信消息数超过工作区上限；批量接口中按条返回。',
    ],
    fix: 'slower',
    certainty: 'stated',
    rule: 'oppo-quota',
  },
  {
    code: 34,
    text: 'The number of upload pictures exceeds the daily limit',
    meaning: ['Pictures of the day used up', '上传图片数超过日限额'],
    trigger: ['More uploads in a day than the workspace allows.', '当日上传图片数超过工作区上限。'],
    fix: 'slower',
    certainty: 'stated',
    rule: 'oppo-picture-quota',
  },
  {
    code: 40,
    text: 'Missing Required Arguments',
    meaning: ['A required argument is missing', '缺少必选参数'],
    trigger: [
      'Message, title, content, target, click target or another required field is missing.',
      '缺少消息、标题、内容、目标、点击目标等必需参数。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-argument-required',
  },
  {
    code: 41,
    text: 'Invalid Arguments',
    meaning: ['An argument is not allowed', '参数错误'],
    trigger: [
      'A value of the wrong kind, too long or out of range, or JSON that cannot be read.',
      '参数类型不符、过长或超出范围，或 JSON 无法解析。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-argument-value',
  },
  {
    code: 42,
    text: 'The number of saved messages exceeds the daily limit',
    meaning: [
      'Saved message bodies of the day used up (an aggregator’s table)',
      '保存消息体数超过日限额（来自聚合平台的表）',
    ],
    trigger: INJECTED,
    fix: 'slower',
    certainty: 'unconfirmed',
    rule: null,
  },
  {
    code: 51,
    text: 'Invalid Picture',
    meaning: ['Picture of wrong format, size or resolution', '图片格式、大小或分辨率不符'],
    trigger: ['An upload that is no PNG or JPEG of the wanted size.', '上传的不是尺寸符合要求的 PNG 或 JPEG。'],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-picture',
  },
  {
    code: 54,
    text: 'private_msg_template_id is null',
    meaning: ['A private message without template', '私信消息缺少模板 ID'],
    trigger: [
      'The new scheme is on and a message of category IM has no template.',
      '启用新规则且 category 为 IM 的消息没有模板。',
    ],
    fix: 'request',
    certainty: 'measured',
    rule: 'oppo-template',
  },
  {
    code: 55,
    text: 'App Call Frequency Limit',
    meaning: ['The app calls too often in a second', '应用调用频率超限'],
    trigger: ['More requests in one second than the workspace allows.', '一秒内的请求数超过工作区上限。'],
    fix: 'slower',
    certainty: 'stated',
    rule: 'oppo-rate',
  },
  {
    code: 59,
    text: 'UseSecondaryAction permission denied',
    meaning: ['No right to use a fallback link', '没有使用备用跳转的权限'],
    trigger: INJECTED,
    fix: 'console',
    certainty: 'stated',
    rule: null,
  },
  {
    code: 67,
    text: 'Category error/Private classify channel notify_level invalid',
    meaning: ['Category or reminder level not allowed', '消息分类或提醒级别不合法'],
    trigger: [
      'An unknown category, a category on the old scheme, notify_level without category or without right.',
      '分类未知、旧规则下携带分类、没有分类却有 notify_level，或无权使用该级别。',
    ],
    fix: 'request',
    certainty: 'stated',
    rule: 'oppo-category',
  },
  {
    code: 69,
    text: 'Global limit',
    meaning: ['A limit for all (an aggregator’s table)', '全局限制（来自聚合平台的表）'],
    trigger: INJECTED,
    fix: 'retry',
    certainty: 'unconfirmed',
    rule: null,
  },
  {
    code: 10000,
    text: 'registration_id格式不正确',
    sdk: 'Invalid Registration_id',
    meaning: ['Malformed registration id', 'registration_id 格式不正确'],
    trigger: [
      'The target is not registered and has not the form of an id; in a batch for single items.',
      '目标未注册且不符合 id 格式；批量接口中按条返回。',
    ],
    fix: 'targets',
    certainty: 'stated',
    rule: 'oppo-registration-id',
  },
];

const ROWS: ReadonlyMap<number, CodeRow> = new Map(CODE_TABLE.map((row) => [row.code, row]));

export const codeRow = (code: number): CodeRow | undefined => ROWS.get(code);
