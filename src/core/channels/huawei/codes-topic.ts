import { type CodeRow, listed } from './code-row.ts';

/** A row of the older list about something that is not emulated. */
const notEmulated = (en: string, zh: string): Omit<CodeRow, 'origin'> => ({
  en,
  zh,
  rule: null,
  trigger: [
    'Device groups and storage locations of the older list are not emulated; only scripted faults give it.',
    '未模拟旧版列表中的设备群组和数据处理位置，只由故障注入产生。',
  ],
  fix: 'request',
  certainty: 'unconfirmed',
});

/** Codes of the topic interfaces. */
export const topicCodes = listed('topic', {
  '82000001': notEmulated('Group key or name wrong', '群组 key 或名称错误'),
  '82000002': notEmulated('Group key and name do not fit', '群组 key 与名称不符'),
  '82000003': {
    en: 'tokenArray missing',
    zh: '缺少 tokenArray',
    rule: 'huawei-topic-tokens',
    trigger: ['A topic call without tokenArray.', '主题请求缺少 tokenArray。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000004': notEmulated('Group unknown', '群组不存在'),
  '82000005': notEmulated('Group of another app', '群组属于其他应用'),
  '82000006': notEmulated('Token array or number of groups too large', 'token 列表或群组数过大'),
  '82000007': {
    en: 'Topic invalid',
    zh: '主题名不合法',
    rule: 'huawei-topic-name',
    trigger: ['A topic name with other characters than allowed, or none.', '主题名为空或含有不允许的字符。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000008': {
    en: 'tokenArray empty or too long',
    zh: 'tokenArray 为空或过长',
    rule: 'huawei-topic-token-count',
    trigger: ['tokenArray has no or more than 1000 entries.', 'tokenArray 为空或超过 1000 项。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000009': {
    en: 'Too many topics',
    zh: '主题过多',
    rule: 'huawei-topic-limit',
    trigger: ['Topic number 2001 of the app.', '应用的第 2001 个主题。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000010': {
    en: 'Some token is wrong',
    zh: 'token 错误',
    rule: 'huawei-topic-token-valid',
    trigger: ["topic:list for a token that is not the app's.", 'topic:list 的 token 不属于该应用。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000011': {
    en: 'token missing',
    zh: '缺少 token',
    rule: 'huawei-topic-token',
    trigger: ['topic:list without token.', 'topic:list 缺少 token。'],
    fix: 'request',
    certainty: 'unconfirmed',
  },
  '82000012': notEmulated('Data storage location not chosen', '未选择数据处理位置'),
  '82000013': notEmulated('Data storage location does not fit the data', '数据处理位置与数据不符'),
});
