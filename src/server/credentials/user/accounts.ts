import { fail, type Result } from '../../../core/result.ts';
import { type CredentialInput, takePackageNames, wrong } from './input.ts';
import { publicHalf } from './keys.ts';
import type { UserCredentialOf } from './types.ts';

const GOOGLE =
  'the service-account file of a Firebase project (type, project_id, private_key_id, private_key, client_email)';
const HUAWEI = 'the service-account file of a Huawei project (project_id, key_id, private_key, sub_account)';

/** Reads a Google service account; of its key only the public half is kept. */
export function readGoogleAccount(input: CredentialInput, addedAt: string): Result<UserCredentialOf<'fcm', 'account'>> {
  const file = readFile(input, GOOGLE);
  if (!file.ok) return file;
  if ('sub_account' in file.value) return wrong('file', 'a Huawei service account', GOOGLE);
  const members = texts(file.value, ['project_id', 'private_key_id', 'private_key', 'client_email'], GOOGLE);
  if (!members.ok) return members;
  const { project_id: projectId = '', private_key_id: keyId = '', private_key = '', client_email = '' } = members.value;
  if (file.value.type !== undefined && file.value.type !== 'service_account') {
    return wrong('file', `of type ${JSON.stringify(file.value.type)}`, GOOGLE);
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
  if ('client_email' in file.value) return wrong('file', 'a Google service account', HUAWEI);
  const members = texts(file.value, ['project_id', 'key_id', 'private_key', 'sub_account'], HUAWEI);
  if (!members.ok) return members;
  const { project_id: projectId = '', key_id: keyId = '', private_key = '', sub_account = '' } = members.value;
  const key = publicHalf(private_key, 'rsa', 'file');
  if (!key.ok) return key;
  const value = { projectId, keyId, subAccount: sub_account, publicKey: key.value, addedAt };
  return { ok: true, value: { vendor: 'huawei', kind: 'account', ...value } };
}

function readFile(input: CredentialInput, expected: string): Result<Readonly<Record<string, unknown>>> {
  const text = input.file?.trim() ?? '';
  if (text === '') return wrong('file', 'missing', expected);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value: { ...value } };
  } catch {
    return wrong('file', `a text of ${text.length} characters that is no JSON`, expected);
  }
  return wrong('file', 'JSON, but no object', expected);
}

function texts(
  file: Readonly<Record<string, unknown>>,
  names: readonly string[],
  expected: string,
): Result<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const name of names) {
    const value = file[name];
    if (typeof value !== 'string' || value.trim() === '') {
      const received = name in file ? `"${name}" that is no text` : `no "${name}"`;
      return fail('invalid_credential', `The file has ${received}. Expected: ${expected}.`, {
        field: 'file',
        received,
        expected,
      });
    }
    values[name] = value.trim();
  }
  return { ok: true, value: values };
}
