import type { Certainty, RuleSource } from '../../trace/types.ts';
import { COMMON_FIXES } from '../kit/code-table.ts';
import { field, readForm } from '../kit/form.ts';
import { localText, type Pair } from '../kit/rule-table.ts';
import type { ReceiveContext, ResultCode, VendorRequest, VendorResponse } from '../types.ts';
import { failureAnswer, sendAnswer } from './answers.ts';
import { CODE_TABLE, type CodeFix, type CodeOrigin, type CodeRow, codeRow } from './code-table.ts';
import { meizuDefinition } from './definition.ts';
import { messageId } from './ids.ts';
import { SOURCES as S } from './sources.ts';

const FIXES: Readonly<Record<CodeFix, Pair>> = {
  ...COMMON_FIXES,
  none: ['Look into value for targets that got nothing.', '请检查 value 中未收到消息的目标。'],
  credentials: ['Check appId, AppSecret and the way of signing.', '请核对 appId、AppSecret 和签名方法。'],
  console: ["Check the app in Meizu's console, or ask their support.", '请在魅族控制台检查应用，或联系客服。'],
  targets: ['Remove or renew the targets that were named.', '请删除或更新列出的目标。'],
  redirect: ['Send the request to the address in redirect.', '请改为请求 redirect 中的地址。'],
};

const ORIGINS: Readonly<
  Record<CodeOrigin, { readonly sources: readonly RuleSource[]; readonly certainty: Certainty }>
> = {
  official: { sources: [S.api, S.javaCodes], certainty: 'stated' },
  sdk: { sources: [S.javaCodes], certainty: 'stated' },
  seen: { sources: [S.api, S.signIssue, S.contentIssue, S.passThroughIssue, S.trace], certainty: 'measured' },
};

const resultCode = (row: CodeRow): ResultCode => ({
  code: row.code,
  httpStatus: 200,
  meaning: { en: row.en, zh: row.zh },
  trigger: localText(row.trigger),
  fix: localText(FIXES[row.fix]),
  ...ORIGINS[row.origin],
  rule: row.rule,
  ...(row.code === '200' ? { success: true } : {}),
});

/** Every documented result code of Meizu push, with what brings it about here. */
export const meizuCodes: readonly ResultCode[] = CODE_TABLE.map(resultCode);

/** All targets of a send, for an answer that lists them as bad. */
function targetsOf(request: VendorRequest): readonly string[] {
  const form = readForm(request);
  const list = field(form, 'pushIds') || field(form, 'alias') || field(form, 'pushId');
  return [...new Set(list.split(',').filter((part) => part !== ''))];
}

/** The answer with a code of the table, in Meizu's form: keys of `value` in an answer that otherwise says 200. */
export function answerWith({ code }: ResultCode, request: VendorRequest, context: ReceiveContext): VendorResponse {
  const frame = { request, context };
  if (code.startsWith('value.'))
    return sendAnswer(frame, { [code.slice('value.'.length)]: targetsOf(request) }, messageId(context.ports));
  const redirect = code === '300' ? `https://${meizuDefinition.hosts[1] ?? ''}${request.path}` : '';
  return failureAnswer(frame, code, codeRow(code)?.zh ?? '', redirect);
}
