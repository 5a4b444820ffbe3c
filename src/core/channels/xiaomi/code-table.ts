import { type ListedCode, listedIn } from '../kit/code-table.ts';
import type { CheckRuleId } from './rules.ts';

/** Which list a code was read in. */
export type CodeOrigin = 'official' | 'sdk' | 'aggregator';

/** What a sender can do about a code. */
export type CodeFix = 'none' | 'retry' | 'request' | 'credentials' | 'slower' | 'console' | 'targets' | 'support';

export type CodeRow = ListedCode<CodeOrigin, CodeFix, CheckRuleId>;

const list = listedIn<CodeOrigin, CodeFix, CheckRuleId>;
const official = list('official');
const sdk = list('sdk');
const aggregator = list('aggregator');

/** Every known result code: the readable part of the official table, older ones of the SDK, and an aggregator's. */
export const CODE_TABLE: readonly CodeRow[] = [
  official(-1, '未知错误', 'Unknown error', 'retry'),
  official(0, '成功', 'Success', 'none', 'xiaomi-accepted'),
  official(1, '内部错误', 'Internal error', 'retry'),
  sdk(100, '参数不能为空', 'A parameter must not be empty', 'request'),
  official(10001, '系统错误', 'System error', 'retry'),
  official(10002, '系统繁忙', 'System busy', 'retry'),
  official(10003, '远程服务错误', 'Remote service error', 'retry'),
  sdk(10004, 'IP限制不能请求该资源', 'The address may not use this resource', 'console'),
  sdk(10005, '该资源需要appkey拥有授权', 'The app key lacks a permission for this resource', 'console'),
  sdk(10006, '缺少appkey参数', 'The app key is missing', 'request'),
  sdk(10007, '不支持的 mime type', 'MIME type not supported', 'request'),
  official(10008, '参数错误，请参考API文档', 'Wrong parameter, see the API document', 'request'),
  sdk(10009, '系统繁忙', 'System busy', 'retry'),
  sdk(10010, '任务超时', 'Task timed out', 'retry'),
  sdk(10011, 'RPC错误', 'RPC error', 'retry'),
  official(10012, '非法请求', 'Illegal request', 'request'),
  sdk(10013, '不合法的用户', 'Illegal user', 'credentials'),
  sdk(10014, '应用的接口访问权限受限', "The app's access to the interface is limited", 'console'),
  official(10016, '缺失必选参数', 'A required parameter is missing', 'request', 'xiaomi-parameter-required'),
  official(10017, '参数值非法', 'Parameter value not allowed', 'request', 'xiaomi-parameter-value'),
  sdk(10018, '请求长度超过限制', 'The request is too long', 'request', 'xiaomi-body-size'),
  sdk(10020, '接口不存在', 'No such interface', 'request', 'xiaomi-path'),
  sdk(10021, '请求的HTTP方法不支持', 'HTTP method not supported', 'request', 'xiaomi-method'),
  sdk(10022, 'IP请求频次超过上限', 'Too many requests from this address', 'slower'),
  sdk(10023, '用户请求频次超过上限', 'Too many requests of this user', 'slower'),
  sdk(10024, '用户请求特殊接口频次超过上限', 'Too many requests of this user to a special interface', 'slower'),
  sdk(10025, 'Callback连接不合法', 'Illegal callback connection', 'request'),
  sdk(10026, '应用被加入黑名单，不能调用API', 'The app is blacklisted and may not call the API', 'support'),
  official(10027, '应用的API调用太频繁', 'The app calls the API too often', 'slower'),
  sdk(10028, '应用API调用总数太频繁', 'Too many API calls of the app in total', 'slower'),
  official(10029, '不合法的设备', 'Illegal device', 'targets'),
  official(10030, '应用获取失效regid太频繁', 'Invalid regids are fetched too often', 'slower'),
  official(
    10031,
    '应用在黑名单中，禁止发送消息',
    'The app is on the blacklist and may not send',
    'support',
    'xiaomi-blacklist',
  ),
  official(10032, '应用获取失效alias太频繁', 'Invalid aliases are fetched too often', 'slower'),
  official(10033, '黑名单禁止feedback', 'Blacklisted for feedback', 'support'),
  official(10034, '应用当日发送消息数量过多', 'Too many messages of the app today', 'slower'),
  official(10035, '没有更多的失效alias可供拉取', 'No more invalid aliases to fetch', 'none', 'xiaomi-no-invalid-alias'),
  official(10036, '应用操作被禁止', 'The operation is forbidden for the app', 'console', 'xiaomi-geo-withdrawn'),
  official(10037, '请求过期', 'The request has expired', 'request'),
  official(10038, '应用禁止访问统计和trace数据', 'The app may not read statistics and traces', 'console'),
  official(10039, '应用获取消息统计和trace太过频繁', 'Statistics and traces are read too often', 'slower'),
  aggregator(10041, 'title或description不合规范', 'Title or description not in order', 'request', 'xiaomi-text-length'),
  official(20209, '不合法的主题', 'Illegal topic', 'request'),
  official(20215, '订阅主题失败', 'Subscribing to the topic failed', 'targets', 'xiaomi-subscribe-targets'),
  official(20216, '退订主题失败', 'Unsubscribing from the topic failed', 'targets', 'xiaomi-subscribe-targets'),
  official(20301, '发送消息失败', 'Sending failed: no valid target', 'targets', 'xiaomi-target-valid'),
  official(20315, '删除广播消息失败', 'Deleting the broadcast failed', 'retry'),
  official(20607, 'DB错误', 'Database error', 'retry'),
  official(21301, '认证失败', 'Authentication failed', 'credentials', 'xiaomi-secret'),
  official(21302, 'token认证失败', 'Token authentication failed', 'credentials'),
  official(21303, '被限制的请求', 'Restricted request', 'console'),
  official(21305, '缺少必要的参数', 'A necessary parameter is missing', 'request'),
  official(22000, '非法应用', 'Illegal app', 'credentials'),
  sdk(22001, '应用不存在', 'The app does not exist', 'credentials'),
  sdk(22002, '应用已经撤销', 'The app has been withdrawn', 'console'),
  sdk(22003, '更新应用程序失败', 'Updating the app failed', 'retry'),
  sdk(22004, '缺少应用程序信息', 'App information is missing', 'console'),
  sdk(22005, '应用程序名字不合法', 'Illegal app name', 'console'),
  official(22006, '应用程序Id不合法', 'Illegal app id', 'credentials'),
  official(22007, '应用程序Key不合法', 'Illegal app key', 'credentials'),
  sdk(22008, '应用程序Secret不合法', 'Illegal app secret', 'credentials'),
  sdk(22020, '应用程序描述信息不合法', 'Illegal app description', 'console'),
  sdk(22021, '用户没有授权给应用程序', 'The user has not authorised the app', 'console'),
  official(22022, '应用程序package name不合法', 'Illegal package name of the app', 'request', 'xiaomi-package-known'),
  sdk(22100, '应用通知数据格式不合法', 'Illegal format of the notification', 'request'),
  sdk(22101, '太多应用通知消息', 'Too many notifications of the app', 'slower'),
  official(22102, '发送应用通知消息失败', 'Sending the notification failed', 'retry'),
  sdk(22103, '应用通知ID不合法', 'Illegal notification id', 'request'),
  official(26003, '消息Push内部调用失败', 'Internal call of the push service failed', 'retry'),
  official(26004, '广播消息发送太频繁', 'Broadcasts are sent too often', 'slower'),
  official(26005, 'account设置太频繁而被禁止', 'Accounts are set too often', 'slower'),
  official(26006, '发送需要审核，请及时审核', 'The send waits for approval', 'console'),
  official(27001, 'channel相关信息不匹配', 'Channel information does not match', 'console', 'xiaomi-channel'),
  official(65003, '未找到device', 'Device not found', 'targets'),
  official(65006, '别名设置太频繁而被禁止', 'Aliases are set too often', 'slower'),
  official(65007, '别名在黑名单中', 'The alias is blacklisted', 'targets'),
  official(65008, '别名长度太长', 'The alias is too long', 'request'),
  official(65009, '消息内容太长', 'The message content is too long', 'request', 'xiaomi-payload-size'),
  official(65010, '主题长度太长', 'The topic is too long', 'request'),
  official(65011, '未提供参数', 'A parameter was not provided', 'request', 'xiaomi-text-present'),
  official(65012, '别名为空', 'The alias is empty', 'request', 'xiaomi-target-required'),
  official(65013, '主题为空', 'The topic is empty', 'request', 'xiaomi-target-required'),
  official(65014, '键值对数目太多', 'Too many key-value pairs', 'request', 'xiaomi-extra-count'),
  official(65015, '键值对总长度太长', 'Key-value pairs are too long in total', 'request', 'xiaomi-extra-length'),
  official(65016, 'User account为空', 'The user account is empty', 'request', 'xiaomi-target-required'),
  official(65017, 'User account长度太长', 'The user account is too long', 'request'),
  official(65028, '未查询到相应消息', 'No such message found', 'request', 'xiaomi-message-unknown'),
  official(65029, '远程服务异常', 'Remote service failed', 'retry'),
  official(65030, '构建json时出现异常', 'Building the JSON failed', 'retry'),
  official(65035, '主题数量太多', 'Too many topics', 'request', 'xiaomi-target-count'),
  official(65036, 'Callback参数太长', 'The callback parameter is too long', 'request', 'xiaomi-callback-param'),
  official(65037, 'Callback url太长', 'The callback URL is too long', 'request', 'xiaomi-callback-url-length'),
  official(65038, 'Callback url非法', 'The callback URL is illegal', 'request', 'xiaomi-callback-url'),
  official(65040, '注销失败', 'Unregistering failed', 'retry'),
  official(65041, 'ImeiMd5为空', 'The IMEI digest is empty', 'request'),
  aggregator(66006, '注册失败', 'Registration failed', 'retry'),
  aggregator(66007, 'regId非法', 'Illegal regid', 'targets'),
  aggregator(66108, '包名错误', 'Wrong package name (on the phone)', 'request'),
  aggregator(80002, 'EMQ中没有待取的消息', 'No message is waiting in the queue', 'none'),
  aggregator(200001, '推送数量超当日限额', 'The quota of the day is used up', 'slower', 'xiaomi-quota'),
  aggregator(200002, '推送QPS超限额', 'Too many requests per second', 'slower', 'xiaomi-rate'),
];

const BY_CODE: ReadonlyMap<number, CodeRow> = new Map(CODE_TABLE.map((row) => [row.code, row]));

/** The vendor's Chinese text of a code; the text of -1 for codes that nobody has published. */
export const descriptionOf = (code: number): string => BY_CODE.get(code)?.zh ?? '未知错误';

export const codeRow = (code: number): CodeRow | undefined => BY_CODE.get(code);
