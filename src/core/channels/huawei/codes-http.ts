import { listed, scripted } from './code-row.ts';

/** HTTP statuses whose answers have no body. */
export const httpCodes = listed('http', {
  'HTTP 403': scripted('Forbidden', '禁止访问'),
  'HTTP 404': {
    en: 'Wrong path',
    zh: '路径错误',
    rule: 'huawei-path',
    trigger: ['No interface has this path.', '没有此路径的接口。'],
    fix: 'request',
  },
  'HTTP 405': {
    en: 'Wrong method',
    zh: '请求方法错误',
    rule: 'huawei-method',
    trigger: ['Another method than POST.', '请求方法不是 POST。'],
    fix: 'request',
  },
  'HTTP 500': scripted('Internal error', '内部错误'),
  'HTTP 502': scripted('Connection trouble', '连接异常'),
  'HTTP 503': {
    en: 'Flow control',
    zh: '流控',
    rule: 'huawei-rate',
    trigger: ['More requests or token calls than the workspace allows.', '请求或取 token 次数超过工作区上限。'],
    fix: 'slower',
  },
  'HTTP 504': scripted('Gateway timeout', '网关超时'),
  'HTTP 590': scripted('Gateway error', '网关错误'),
});
