import { createHash, randomInt } from 'node:crypto';
import type { ChannelId } from '../../../core/channels/types.ts';
import { fail, type Result } from '../../../core/result.ts';
import { readGoogleAccount, readHuaweiAccount } from './accounts.ts';
import { readCertificate } from './certificate.ts';
import {
  type CredentialInput,
  EMPTY_LIST,
  type InputField,
  MISSING,
  onlyThese,
  PACKAGE_NAME,
  PACKAGE_WORDS,
  packageName,
  quoted,
  takePackageNames,
  takeText,
  takeTexts,
  wrong,
} from './input.ts';
import { publicHalf } from './keys.ts';
import type { UserCredential } from './types.ts';

type Reader = (input: CredentialInput, addedAt: string) => Result<UserCredential> | Promise<Result<UserCredential>>;

interface Kind {
  readonly fields: readonly InputField[];
  readonly read: Reader;
}

// `name` is what the vendor's console calls it, in each language.
const digits = (field: InputField, name: string, zh = name) => ({
  field,
  pattern: /^\d{1,20}$/,
  expected: { en: `the ${name}, digits`, zh: `${zh}，纯数字` },
});
const opaque = (field: InputField, name: string, zh = name) => ({
  field,
  // What a header or a form can carry unchanged.
  pattern: /^[\x21-\x7e]{1,512}$/,
  expected: { en: `the ${name}, without spaces`, zh: `${zh}，不含空格` },
});
const secret = (field: InputField, name: string, zh = name) => ({ ...opaque(field, name, zh), secret: true });
const appleId = (field: InputField, name: string) => ({
  field,
  pattern: /^[A-Z0-9]{10}$/,
  expected: { en: `the ${name}, ten capital letters and digits`, zh: `${name}，由十位大写字母和数字组成` },
});

/** Every kind of credential that a vendor has, with the members that it takes. */
const KINDS: Readonly<Record<ChannelId, Partial<Readonly<Record<CredentialInput['kind'], Kind>>>>> = {
  apns: {
    key: { fields: ['keyId', 'teamId', 'key', 'environments', 'topics', 'bundleIds'], read: readApnsKey },
    certificate: { fields: ['certificate', 'password'], read: readCertificate },
  },
  xiaomi: { app: { fields: ['appId', 'appSecret', 'packageName', 'packageNames'], read: readXiaomiApp } },
  huawei: {
    app: { fields: ['appId', 'appSecret', 'projectId', 'packageName'], read: readHuaweiApp },
    account: { fields: ['file'], read: readHuaweiAccount },
  },
  fcm: {
    account: { fields: ['file', 'packageName', 'packageNames'], read: readGoogleAccount },
    project: {
      fields: ['projectId', 'projectNumber', 'serverKey', 'packageName', 'packageNames'],
      read: readFcmProject,
    },
  },
  meizu: { app: { fields: ['appId', 'appKey', 'appSecret', 'packageName'], read: readMeizuApp } },
  oppo: { app: { fields: ['appId', 'appKey', 'masterSecret', 'packageName'], read: readOppoApp } },
  vivo: { app: { fields: ['appId', 'appKey', 'appSecret', 'packageName'], read: readVivoApp } },
};

/** Checks what a user gave for a vendor. A refusal names the member, what it is, and what fits. */
export async function readCredential(
  vendor: ChannelId,
  input: CredentialInput,
  addedAt: string,
): Promise<Result<UserCredential>> {
  const kind = KINDS[vendor][input.kind];
  if (kind === undefined) {
    const kinds = Object.keys(KINDS[vendor]).map((one) => `"${one}"`);
    const expected = kinds.join(' or ');
    const text = {
      en: `"kind" is "${input.kind}". Expected for ${vendor}: ${expected}.`,
      zh: `“kind”是 "${input.kind}"。${vendor} 应为：${kinds.join(' 或 ')}。`,
    };
    return fail('invalid_credential', text, { field: 'kind', received: input.kind, expected });
  }
  const known = onlyThese(input, kind.fields);
  return known.ok ? kind.read(input, addedAt) : known;
}

/** Kinds and members for each vendor, for documents and forms. */
export const kindsOf = (
  vendor: ChannelId,
): readonly { kind: CredentialInput['kind']; fields: readonly InputField[] }[] =>
  Object.entries(KINDS[vendor]).map(([kind, { fields }]) => ({ kind: kind as CredentialInput['kind'], fields }));

const P8 = {
  en: 'the content of the .p8 file, or its public key as PEM',
  zh: '.p8 文件的内容，或其公钥（PEM）',
};
const ENVIRONMENTS = { en: '"production", "sandbox" or both', zh: '"production"、"sandbox" 或两者' };

function readApnsKey(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const ids = takeTexts(input, { keyId: appleId('keyId', 'key id'), teamId: appleId('teamId', 'team id') });
  if (!ids.ok) return ids;
  if (input.key === undefined) return wrong('key', MISSING, P8);
  const key = publicHalf(input.key, 'ec', 'key');
  if (!key.ok) return key;
  for (const field of ['topics', 'bundleIds'] as const) {
    const bad = input[field]?.find((name) => !PACKAGE_NAME.test(name));
    if (bad !== undefined) return wrong(field, quoted(bad), PACKAGE_WORDS);
  }
  const { environments = ['production', 'sandbox'], topics, bundleIds = [] } = input;
  if (environments.length === 0) return wrong('environments', EMPTY_LIST, ENVIRONMENTS);
  return {
    ok: true,
    value: {
      vendor: 'apns',
      kind: 'key',
      ...ids.value,
      publicKey: key.value,
      environments: [...new Set(environments)],
      topics: topics === undefined ? null : [...topics],
      bundleIds: [...bundleIds],
      addedAt,
    },
  };
}

function readXiaomiApp(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const app = takeTexts(input, { appId: digits('appId', 'AppID'), appSecret: secret('appSecret', 'AppSecret') });
  if (!app.ok) return app;
  const names = takePackageNames(input);
  if (!names.ok) return names;
  return { ok: true, value: { vendor: 'xiaomi', kind: 'app', ...app.value, packageNames: [...names.value], addedAt } };
}

function readHuaweiApp(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const app = takeTexts(input, {
    appId: digits('appId', 'App ID'),
    appSecret: secret('appSecret', 'App Secret'),
    packageName,
  });
  if (!app.ok) return app;
  if (input.projectId === undefined) {
    return { ok: true, value: { vendor: 'huawei', kind: 'app', ...app.value, projectId: null, addedAt } };
  }
  const project = takeText(input, digits('projectId', 'project id', '项目 ID'));
  if (!project.ok) return project;
  return { ok: true, value: { vendor: 'huawei', kind: 'app', ...app.value, projectId: project.value, addedAt } };
}

function readFcmProject(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const projectId = takeText(input, {
    field: 'projectId',
    pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    expected: {
      en: 'the project id, 6 to 30 lower-case letters, digits and hyphens',
      zh: '项目 ID，6 到 30 个小写字母、数字和连字符',
    },
  });
  if (!projectId.ok) return projectId;
  const names = takePackageNames(input);
  if (!names.ok) return names;
  const serverKey =
    input.serverKey === undefined ? null : takeText(input, secret('serverKey', 'legacy server key', '旧版服务器密钥'));
  if (serverKey?.ok === false) return serverKey;
  const number =
    input.projectNumber === undefined
      ? null
      : takeText(input, digits('projectNumber', 'project number (sender id)', '项目编号（Sender ID）'));
  if (number?.ok === false) return number;
  return {
    ok: true,
    value: {
      vendor: 'fcm',
      kind: 'project',
      projectId: projectId.value,
      projectNumber: number?.value ?? numberFor(projectId.value),
      serverKey: serverKey?.value ?? null,
      packageNames: [...names.value],
      addedAt,
    },
  };
}

/** A stand-in for a project number that the user did not give: the same each time for the same project. */
export const numberFor = (projectId: string): string =>
  String(100_000_000_000 + (createHash('sha256').update(projectId).digest().readUIntBE(0, 5) % 900_000_000_000));

function readMeizuApp(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const app = takeTexts(input, {
    appId: digits('appId', 'AppId'),
    appSecret: secret('appSecret', 'AppSecret'),
    packageName,
  });
  if (!app.ok) return app;
  // The key belongs to the phone's SDK; servers do without.
  const key = input.appKey === undefined ? null : takeText(input, secret('appKey', 'AppKey'));
  if (key?.ok === false) return key;
  return { ok: true, value: { vendor: 'meizu', kind: 'app', ...app.value, appKey: key?.value ?? '', addedAt } };
}

function readOppoApp(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const app = takeTexts(input, {
    appKey: opaque('appKey', 'AppKey'),
    masterSecret: secret('masterSecret', 'MasterSecret'),
    packageName,
  });
  if (!app.ok) return app;
  const id = input.appId === undefined ? null : takeText(input, opaque('appId', 'AppId'));
  if (id?.ok === false) return id;
  const appId = id?.value ?? randomAppId();
  return { ok: true, value: { vendor: 'oppo', kind: 'app', ...app.value, appId, addedAt } };
}

/** OPPO's id only shows in message ids, so one that was not given can be any. */
const randomAppId = (): string => Array.from({ length: 24 }, () => randomInt(36).toString(36)).join('');

function readVivoApp(input: CredentialInput, addedAt: string): Result<UserCredential> {
  const app = takeTexts(input, {
    appId: digits('appId', 'AppId'),
    appKey: secret('appKey', 'AppKey'),
    appSecret: secret('appSecret', 'AppSecret'),
    packageName,
  });
  return app.ok ? { ok: true, value: { vendor: 'vivo', kind: 'app', ...app.value, addedAt } } : app;
}
