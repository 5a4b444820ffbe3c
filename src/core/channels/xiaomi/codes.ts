import type { Certainty, RuleSource } from '../../trace/types.ts';
import { COMMON_FIXES, resultCodes } from '../kit/code-table.ts';
import type { Pair } from '../kit/rule-table.ts';
import type { ResultCode } from '../types.ts';
import { CODE_TABLE, type CodeFix, type CodeOrigin } from './code-table.ts';
import { SOURCES as S } from './sources.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  ...COMMON_FIXES,
  credentials: ['Check AppSecret and app in the console.', '请在控制台核对 AppSecret 和应用信息。'],
  console: ["Check the app's permissions and settings in Xiaomi's console.", '请在小米控制台检查应用的权限和设置。'],
  targets: ['Remove or renew the targets that were named.', '请删除或更新请求中的目标。'],
  support: ["Ask Xiaomi's support.", '请联系小米客服。'],
};

/** What brings a code about here; codes that are not listed come from fault injection only. */
const TRIGGERS: Readonly<Record<number, Pair>> = {
  0: ['The call was carried out.', '调用已执行。'],
  10016: ['A required parameter is missing or empty; reason names it.', '必需参数缺失或为空，reason 中给出参数名。'],
  10017: [
    'A value is not allowed, no number, or out of range; reason names the parameter.',
    '参数值不被允许、不是数字或超出范围，reason 中给出参数名。',
  ],
  10018: ['The body is longer than 1 MiB.', '请求体超过 1 MiB。'],
  10020: ['The path is unknown (HTTP 404).', '路径不存在（HTTP 404）。'],
  10021: ['The method does not fit the path (HTTP 405).', '请求方法与路径不符（HTTP 405）。'],
  10031: ['The app is marked as blacklisted in the credentials.', '凭据中该应用被标记为黑名单。'],
  10035: ['Invalid aliases are asked for and none is waiting.', '查询失效别名而没有可供拉取的内容。'],
  10036: ['A geo-fence send, or an upload of pictures, which is not emulated.', '地理围栏推送，或未模拟的图片上传。'],
  10041: [
    'Title of 50 or more, or description of 128 or more characters.',
    '标题达到 50 个字符，或描述达到 128 个字符。',
  ],
  20215: ['No target of a subscription is registered.', '订阅请求中没有已注册的目标。'],
  20216: ['No target of an unsubscription is registered.', '退订请求中没有已注册的目标。'],
  20301: [
    'No regid, alias or account of the request is registered with the app.',
    '请求中的 regid、别名或账号均未在该应用下注册。',
  ],
  21301: [
    'The Authorization header is missing, malformed, or names an unknown AppSecret.',
    'Authorization 请求头缺失、格式错误或 AppSecret 未知。',
  ],
  22022: [
    'The package belongs to another app, when the workspace is switched to this code instead of 10017.',
    '包名不属于该应用，且工作区设为返回此码而非 10017。',
  ],
  27001: [
    'The channel is unknown; with message classes on, also a private message without usable template.',
    '渠道不存在；开启消息分类时，私信缺少可用模板也会返回。',
  ],
  65009: ['payload is longer than 4096 bytes.', 'payload 超过 4096 字节。'],
  65011: ['A notification has no title or no description.', '通知没有标题或描述。'],
  65012: ['A send to aliases names none.', '按别名发送但未给出别名。'],
  65013: ['A topic is needed and none was given.', '需要主题但未给出。'],
  65014: ['More than 10 keys of your own in extra.', '自定义 extra 键超过 10 个。'],
  65015: ['Keys and values of your own in extra exceed 1024 characters.', '自定义 extra 键值总长超过 1024 个字符。'],
  65016: ['A send to accounts names none.', '按账号发送但未给出账号。'],
  65028: ['The job or message id is unknown to this app.', '该应用没有此任务或消息编号。'],
  65035: ['More than 5 topics in one send.', '一次发送超过 5 个主题。'],
  65036: ['extra.callback.param is longer than 64 bytes.', 'extra.callback.param 超过 64 字节。'],
  65037: ['extra.callback is longer than 1024 characters.', 'extra.callback 超过 1024 个字符。'],
  65038: ['extra.callback is no http or https address.', 'extra.callback 不是 http 或 https 地址。'],
  200001: ['Message classes are on and the quota of the day is used up.', '开启消息分类且当日配额已用完。'],
  200002: ['More requests in one second than the workspace allows.', '一秒内的请求数超过工作区设定的上限。'],
};

const INJECTED: Pair = ['Given here by fault injection only.', '此处只会由故障注入产生。'];

const ORIGINS: Readonly<
  Record<CodeOrigin, { readonly sources: readonly RuleSource[]; readonly certainty: Certainty }>
> = {
  official: { sources: [S.errorCodes], certainty: 'stated' },
  sdk: { sources: [S.httpSdk], certainty: 'stated' },
  aggregator: { sources: [S.limits, S.getuiQuota], certainty: 'unconfirmed' },
};

/** Every result code of Xiaomi push that is publicly known, with what brings it about here. */
export const xiaomiCodes: readonly ResultCode[] = resultCodes(CODE_TABLE, {
  fixes: FIXES,
  origins: ORIGINS,
  triggers: TRIGGERS,
  scripted: INJECTED,
  statuses: { 10020: 404, 10021: 405 },
});
