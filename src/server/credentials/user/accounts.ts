import { fail, type Result } from '../../../core/result.ts';
import type { LocalText } from '../../../core/trace/types.ts';
import { type CredentialInput, MISSING, takePackageNames, wrong } from './input.ts';
import { publicHalf } from './keys.ts';
import type { UserCredentialOf } from './types.ts';

const GOOGLE: LocalText = {
  en: 'the service-account file of a Firebase project (type, project_id, private_key_id, private_key, client_email)',
  zh: 'Firebase 项目的服务账号文件（type、project_id、private_key_id、private_key、client_email）',
};
const HUAWEI: LocalText = {
  en: 'the service-account file of a Huawei project (project_id, key_id, private_key, sub_account)',
  zh: '华为项目的服务账号文件（project_id、key_id、private_key、sub_account）',
};
const GOOGLES: LocalText = { en: 'a Google service account', zh: 'Google 的服务账号' };
const HUAWEIS: LocalText = { en: 'a Huawei service account', zh: '华为的服务账号' };
const NO_OBJECT: LocalText = { en: 'JSON, but no object', zh: 'JSON，但不是对象' };

/** Reads a Google service account; of its key only the public half is kept. */
export function readGoogleAccount(input: CredentialInput, addedAt: string): Result<UserCredentialOf<'fcm', 'account'>> {
  const file = readFile(input, GOOGLE);
  if (!file.ok) return file;
  if ('sub_account' in file.value) return wrong('file', HUAWEIS, GOOGLE);
  const members = texts(file.value, ['project_id', 'private_key_id', 'private_key', 'client_email'], GOOGLE);
  if (!members.ok) return members;
  const { project_id: projectId = '', private_key_id: keyId = '', private_key = '', client_email = '' } = members.value;
  if (file.value.type !== undefined && file.value.type !== 'service_account') {
    const type = JSON.stringify(file.value.type);
    return wrong('file', { en: `of type ${type}`, zh: `类型为 ${type}` }, GOOGLE);
  }
  const packageNames = takePackageNames(input);
  if (!packageNames.ok) return packageNames;
  const key = publicHalf(private_key, 'rsa', 'file');
  if (!key.ok) return key;
  const value = { projectId, keyId, clientEmail: client_email, publicKey: key.value, addedAt };
  return { ok: true, value: { vendor: 'fcm', kind: 'account', packageNames: [...packageNames.value], ...value } };
}

/** Reads a Huawei service account; of its key only the public half is kept. */
export function readHuaweiAccount(
  input: CredentialInput,
  addedAt: string,
): Result<UserCredentialOf<'huawei', 'account'>> {
  const file = readFile(input, HUAWEI);
  if (!file.ok) return file;
  if ('client_email' in file.value) return wrong('file', GOOGLES, HUAWEI);
  const members = texts(file.value, ['project_id', 'key_id', 'private_key', 'sub_account'], HUAWEI);
  if (!members.ok) return members;
  const { project_id: projectId = '', key_id: keyId = '', private_key = '', sub_account = '' } = members.value;
  const key = publicHalf(private_key, 'rsa', 'file');
  if (!key.ok) return key;
  const value = { projectId, keyId, subAccount: sub_account, publicKey: key.value, addedAt };
  return { ok: true, value: { vendor: 'huawei', kind: 'account', ...value } };
}

function readFile(input: CredentialInput, expected: LocalText): Result<Readonly<Record<string, unknown>>> {
  const text = input.file?.trim() ?? '';
  if (text === '') return wrong('file', MISSING, expected);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value: { ...value } };
  } catch {
    const { length } = text;
    const received = { en: `a text of ${length} characters that is no JSON`, zh: `${length} 个字符的文本，不是 JSON` };
    return wrong('file', received, expected);
  }
  return wrong('file', NO_OBJECT, expected);
}

function texts(
  file: Readonly<Record<string, unknown>>,
  names: readonly string[],
  expected: LocalText,
): Result<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = file[name];
    if (typeof value !== 'string' || value.trim() === '') {
      const there = name in file;
      const received = there ? `"${name}" that is no text` : `no "${name}"`;
      const text = {
        en: `The file has ${received}. Expected: ${expected.en}.`,
        zh: `文件里${there ? `的“${name}”不是文本` : `没有“${name}”`}。应为：${expected.zh}。`,
      };
      return fail('invalid_credential', text, { field: 'file', received, expected: expected.en });
    }
    values[name] = value.trim();
  }
  return { ok: true, value: values };
}
