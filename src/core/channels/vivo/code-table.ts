import { type ListedCode, listedIn } from '../kit/code-table.ts';
import type { CheckRuleId } from './rules.ts';

/** Where code and text were read. */
export type CodeOrigin = 'sdk' | 'document' | 'aggregator' | 'clients' | 'hearsay';

/** What a sender can do about a code. */
export type CodeFix =
  | 'none'
  | 'retry'
  | 'request'
  | 'credentials'
  | 'slower'
  | 'tomorrow'
  | 'console'
  | 'targets'
  | 'unknown';

export type CodeRow = ListedCode<CodeOrigin, CodeFix, CheckRuleId>;

const list = listedIn<CodeOrigin, CodeFix, CheckRuleId>;
const sdk = list('sdk');
const document = list('document');
const aggregator = list('aggregator');
const clients = list('clients');
const hearsay = list('hearsay');

/** Every result code with a public source. 404 and 500 are HTTP statuses with plain text. */
export const CODE_TABLE: readonly CodeRow[] = [
  sdk(0, '请求成功', 'Success', 'none', 'vivo-accepted'),
  clients(404, 'Not Found', 'No such interface', 'request', 'vivo-path'),
  document(500, 'Internet server error!', 'Server fault, or a body that is no JSON object', 'request', 'vivo-body'),
  aggregator(10000, '权限认证失败', 'Authentication failed', 'credentials', 'vivo-token'),
  clients(10040, '资源暂时受限，请重试', 'Resources are limited for the moment', 'retry'),
  aggregator(10043, '应用已关闭push通道', "The app's push channel is closed", 'console', 'vivo-app-open'),
  document(
    10045,
    '应用审核中不可发送正式消息',
    'The app is under review and may not send formal messages',
    'console',
    'vivo-app-released',
  ),
  sdk(10050, 'alias和regId 不能都为空', 'Neither alias nor regId is given', 'request', 'vivo-target-given'),
  aggregator(10051, 'classification 不支持该消息类型', 'The class does not support this kind of message', 'request'),
  sdk(10054, 'notifyType 不合法', 'notifyType is not allowed', 'request', 'vivo-notify-type'),
  sdk(10055, 'title 不能为空', 'title is empty', 'request', 'vivo-field-missing'),
  sdk(10056, 'title 长度不能超过40个字符', 'title is longer than 40 characters', 'request', 'vivo-title'),
  sdk(10057, 'content 不能为空', 'content is empty', 'request', 'vivo-field-missing'),
  sdk(10058, 'content 长度不能超过100个字符', 'content is longer than 100 characters', 'request', 'vivo-content'),
  sdk(10059, 'timeToLive 不合法', 'timeToLive is not allowed', 'request', 'vivo-life'),
  sdk(10060, 'skipType 不合法', 'skipType is not allowed', 'request', 'vivo-skip-type'),
  sdk(
    10061,
    'skipType = 2, skipContent 不能为空',
    'A link is to be opened and skipContent is empty',
    'request',
    'vivo-skip-missing',
  ),
  sdk(10062, 'skipType = 2, skipContent 不能超过1000个字符', 'The link is too long', 'request', 'vivo-skip-content'),
  sdk(
    10063,
    'skipType = 3, skipContent 不能为空',
    'A custom action without skipContent',
    'request',
    'vivo-skip-missing',
  ),
  sdk(
    10064,
    'skipType = 3, skipContent 不能超过1024个字符',
    'skipContent of a custom action is too long',
    'request',
    'vivo-skip-content',
  ),
  sdk(10065, 'networkType 不合法', 'networkType is neither -1 nor 1', 'request', 'vivo-network-type'),
  sdk(10066, '自定义key和Value键值对个数不能超过10个', 'More than 10 custom pairs', 'request', 'vivo-map-count'),
  sdk(
    10067,
    '自定义key和value键值对不合法',
    'Custom pairs are no map of texts, or longer than 1024 characters in all',
    'request',
    'vivo-map-value',
  ),
  sdk(
    10068,
    'skipType = 4, skipContent 不能为空',
    'A page is to be opened and skipContent is empty',
    'request',
    'vivo-skip-missing',
  ),
  sdk(
    10069,
    'skipType = 4, skipContent 不能超过1024个字符',
    "The page's address is too long",
    'request',
    'vivo-skip-content',
  ),
  sdk(10070, '发送总量超出限制', 'Operational messages of the day are used up', 'tomorrow', 'vivo-total'),
  clients(10071, '超出发送时间允许范围', 'Operational messages may not be sent at this hour', 'request', 'vivo-hours'),
  aggregator(10072, '推送速度过快', 'Too many requests per second', 'slower', 'vivo-rate'),
  aggregator(10073, '系统消息发送总量超出限制', 'System messages of the day are used up', 'tomorrow', 'vivo-total'),
  aggregator(
    10082,
    '系统消息开关未打开',
    'System messages are not switched on for the app',
    'console',
    'vivo-system-open',
  ),
  clients(10085, '消息内容不符合规范', 'The text breaks the content rules', 'request'),
  document(10093, '鉴权过于频繁', 'Tokens are asked for too often', 'slower', 'vivo-auth-rate'),
  aggregator(10094, '鉴权码与appId不一致', 'The token belongs to another appId', 'request', 'vivo-app-id'),
  aggregator(10095, 'notifyId 不合法', 'notifyId is not allowed', 'request', 'vivo-notify-id'),
  aggregator(10096, 'category 不合法', 'category is unknown', 'request', 'vivo-category'),
  aggregator(
    10097,
    'category与classification不对应',
    'category belongs to the other class',
    'request',
    'vivo-category-class',
  ),
  hearsay(10101, '内容审核未通过', 'The content did not pass the audit', 'request'),
  hearsay(10102, '服务器未知异常', 'Unknown fault of the server', 'retry'),
  aggregator(10103, '推送内容含敏感信息', 'The content is held to be sensitive', 'request'),
  aggregator(10104, '请发送正式消息', 'The text looks like a test', 'request', 'vivo-text'),
  sdk(10150, 'aliases 和 regIds 不能都为空', 'Neither aliases nor regIds are given', 'request', 'vivo-target-given'),
  sdk(10151, 'taskId 不能为空', 'taskId is empty', 'request', 'vivo-task-id'),
  aggregator(10152, 'taskId 不合法', 'taskId is no number', 'request', 'vivo-task-id'),
  sdk(10153, 'regIds 个数不在指定范围[2-1000]', 'regIds are not 2 to 1000', 'request', 'vivo-target-count'),
  sdk(10154, 'aliases 个数不在指定范围[2-1000]', 'aliases are not 2 to 1000', 'request', 'vivo-target-count'),
  aggregator(
    10155,
    '消息不存在或已过期',
    'There is no saved body with this taskId, or it has expired',
    'request',
    'vivo-task-known',
  ),
  sdk(10200, 'appId 不能为空', 'appId is empty', 'credentials', 'vivo-auth-fields'),
  sdk(10201, 'appKey 不能为空', 'appKey is empty', 'credentials', 'vivo-auth-fields'),
  aggregator(10202, 'appKey不合法', 'appKey is wrong', 'credentials', 'vivo-auth-key'),
  sdk(10203, 'timestamp 不能为空', 'timestamp is empty', 'credentials', 'vivo-auth-fields'),
  sdk(10204, 'sign 不能为空', 'sign is empty', 'credentials', 'vivo-auth-fields'),
  aggregator(10205, 'appId 不存在', 'There is no app with this appId', 'credentials', 'vivo-auth-app'),
  aggregator(10206, 'sign 不正确', 'sign is wrong', 'credentials', 'vivo-auth-sign'),
  aggregator(
    10207,
    'timestamp 不合法',
    'timestamp is no number or more than 10 minutes off',
    'credentials',
    'vivo-auth-time',
  ),
  sdk(10252, '批量发送消息体超出限制', 'Bodies for list pushes of the day are used up', 'tomorrow', 'vivo-bodies'),
  sdk(10254, '全量发送超过次数限制', 'A second push to everybody on one day', 'tomorrow', 'vivo-all-once'),
  sdk(10301, 'alias 长度不能超过40个字符', 'alias is too long', 'request', 'vivo-alias-length'),
  sdk(10302, 'regId 不合法', 'regId is unknown, gone, or no test device', 'targets', 'vivo-regid'),
  hearsay(10303, 'alias 不合法', 'alias is unknown or its phone is gone', 'targets', 'vivo-alias'),
  aggregator(10304, 'extra 包含不支持的key', 'extra has a key that is not supported', 'request', 'vivo-extra-keys'),
  sdk(
    10305,
    'extra callback长度不能超过128个字符',
    'extra.callback is longer than 128 characters',
    'request',
    'vivo-callback-length',
  ),
  sdk(
    10306,
    'extra callback.param长度不能超过64个字符',
    'extra["callback.param"] is too long',
    'request',
    'vivo-callback-param',
  ),
  aggregator(10311, '设备当前无法推送', 'The phone cannot be pushed to now', 'targets', 'vivo-reachable'),
  sdk(10352, 'requestId 不能为空', 'requestId is empty', 'request', 'vivo-field-missing'),
  sdk(10353, 'requestId 长度不能超过64个字符', 'requestId is longer than 64 characters', 'request', 'vivo-request-id'),
  sdk(10471, 'taskIds 数量不能超过100个', 'More than 100 taskIds', 'request', 'vivo-task-ids'),
  sdk(10473, 'taskIds 为空', 'taskIds is empty', 'request', 'vivo-task-ids'),
  document(10601, 'name参数不能为空', 'The name of a tag is empty', 'request', 'vivo-tag-name'),
  document(10609, 'ids参数不能为空', 'ids is empty', 'request', 'vivo-tag-ids'),
  document(10614, 'ids数量不能超过1000', 'More than 1000 ids', 'request', 'vivo-tag-ids'),
  document(10616, 'type参数不合法', 'type is neither 1 nor 2', 'request', 'vivo-tag-type'),
  hearsay(10800, 'registration token 数量超出限制', 'More than 100 registration tokens', 'unknown'),
  hearsay(10801, 'notification 不能为空', 'notification is empty', 'unknown'),
  sdk(11000, '消息类型错误', 'classification is neither 0 nor 1', 'request', 'vivo-classification'),
];

const BY_CODE: ReadonlyMap<number, CodeRow> = new Map(CODE_TABLE.map((item) => [item.code, item]));

export const codeRow = (code: number): CodeRow | undefined => BY_CODE.get(code);

/** Text of a code; every code in use has a row. */
export const descOf = (code: number): string => BY_CODE.get(code)?.zh ?? '未知错误';
