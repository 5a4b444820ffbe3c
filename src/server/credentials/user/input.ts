import { type Failure, fail, type Result } from '../../../core/result.ts';
import type { LocalText } from '../../../core/trace/types.ts';

/** What a request may bring; which members it needs depends on vendor and kind. */
export interface CredentialInput {
  readonly kind: 'key' | 'certificate' | 'account' | 'app' | 'project';
  readonly appId?: string | undefined;
  readonly appKey?: string | undefined;
  readonly appSecret?: string | undefined;
  readonly masterSecret?: string | undefined;
  readonly packageName?: string | undefined;
  readonly packageNames?: readonly string[] | undefined;
  readonly projectId?: string | undefined;
  readonly projectNumber?: string | undefined;
  readonly serverKey?: string | undefined;
  readonly keyId?: string | undefined;
  readonly teamId?: string | undefined;
  /** PEM of a .p8, or of its public key. */
  readonly key?: string | undefined;
  readonly environments?: readonly ('production' | 'sandbox')[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly bundleIds?: readonly string[] | undefined;
  /** .p12 in Base64, or the certificate as PEM. */
  readonly certificate?: string | undefined;
  readonly password?: string | undefined;
  /** Content of a service-account file. */
  readonly file?: string | undefined;
}

export type InputField = Exclude<keyof CredentialInput, 'kind'>;

/** What is wrong with one member. Never holds the value of a secret. */
export const wrong = (
  field: InputField,
  received: LocalText,
  expected: LocalText,
): { readonly ok: false; readonly error: Failure } =>
  fail(
    'invalid_credential',
    {
      en: `"${field}" is ${received.en}. Expected: ${expected.en}.`,
      zh: `“${field}”的值：${received.zh}。应为：${expected.zh}。`,
    },
    { field, received: received.en, expected: expected.en },
  );

export const MISSING: LocalText = { en: 'missing', zh: '没有填写' };
export const EMPTY_LIST: LocalText = { en: 'an empty list', zh: '空列表' };

/** A value that may be repeated, as JSON and not at any length. */
export function quoted(value: string): LocalText {
  const text = JSON.stringify(value.slice(0, 80));
  return { en: text, zh: text };
}

interface TextRule {
  readonly field: InputField;
  readonly pattern: RegExp;
  /** What fits, in words. */
  readonly expected: LocalText;
  /** The value is not repeated in what is said about it. */
  readonly secret?: boolean;
}

/** Takes one text member; spaces around it are what copying leaves behind. */
export function takeText(input: CredentialInput, rule: TextRule): Result<string> {
  const given = input[rule.field];
  if (typeof given !== 'string' || given.trim() === '') return wrong(rule.field, MISSING, rule.expected);
  const value = given.trim();
  if (rule.pattern.test(value)) return { ok: true, value };
  const hidden = { en: `a text of ${value.length} characters`, zh: `长度为 ${value.length} 个字符的文本` };
  return wrong(rule.field, rule.secret === true ? hidden : quoted(value), rule.expected);
}

/** Members that say nothing about this kind would be ignored in silence; they are refused instead. */
export function onlyThese(input: CredentialInput, allowed: readonly InputField[]): Result<null> {
  const extra = Object.entries(input).find(
    ([name, value]) => name !== 'kind' && value !== undefined && !allowed.some((one) => one === name),
  );
  if (extra === undefined) return { ok: true, value: null };
  const expected = `only ${allowed.join(', ')} with kind "${input.kind}"`;
  const text = {
    en: `"${extra[0]}" does not belong here. Expected: ${expected}.`,
    zh: `这里不该有“${extra[0]}”。类型为“${input.kind}”时只接受：${allowed.join('、')}。`,
  };
  return fail('invalid_credential', text, { field: extra[0], received: 'a value', expected });
}

type Values<R extends Readonly<Record<string, TextRule>>> = { readonly [K in keyof R]: string };

/** Takes several text members; the first that does not fit is the answer. */
export function takeTexts<R extends Readonly<Record<string, TextRule>>>(
  input: CredentialInput,
  rules: R,
): Result<Values<R>> {
  const values: Record<string, string> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const taken = takeText(input, rule);
    if (!taken.ok) return taken;
    values[name] = taken.value;
  }
  return { ok: true, value: values as Values<R> };
}

export const PACKAGE_NAME = /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/;
export const PACKAGE_WORDS: LocalText = {
  en: 'a package name or bundle id such as com.example.app',
  zh: '包名或 bundle ID，例如 com.example.app',
};

export const packageName = { field: 'packageName', pattern: PACKAGE_NAME, expected: PACKAGE_WORDS } as const;

/** One or several package names: `packageNames`, or `packageName` for one. */
export function takePackageNames(input: CredentialInput): Result<readonly string[]> {
  if (input.packageNames === undefined) {
    const one = takeText(input, packageName);
    return one.ok ? { ok: true, value: [one.value] } : one;
  }
  const names = [...new Set(input.packageNames.map((name) => name.trim()))];
  if (names.length === 0) return wrong('packageNames', EMPTY_LIST, PACKAGE_WORDS);
  const bad = names.find((name) => !PACKAGE_NAME.test(name));
  return bad === undefined ? { ok: true, value: names } : wrong('packageNames', quoted(bad), PACKAGE_WORDS);
}
