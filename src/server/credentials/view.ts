import { join } from 'node:path';
import type { ChannelId } from '../../core/channels/types.ts';
import type { LocalText } from '../../core/trace/types.ts';
import { type Installation, keyFileName } from './installation.ts';
import type { Secrets } from './secrets.ts';
import { fileText, googleServiceAccount, huaweiServiceAccount } from './service-accounts.ts';

/** One id or secret of a vendor, as a sender's configuration names it. */
export interface CredentialField {
  /** Member of `credentials.json`, or what the vendor calls it. */
  readonly name: string;
  readonly label: LocalText;
  readonly value: string;
  readonly secret: boolean;
}

const field = (name: string, value: string, en: string, zh: string = en): CredentialField => ({
  name,
  label: { en, zh },
  value,
  secret: false,
});

const secret = (name: string, value: string, en: string, zh: string = en): CredentialField => ({
  ...field(name, value, en, zh),
  secret: true,
});

const packageName = (value: string): CredentialField => field('packageName', value, 'Package name', '包名');

const FIELDS: { readonly [V in ChannelId]: (secrets: Secrets[V]) => readonly CredentialField[] } = {
  apns: (apns) => [
    field('topic', apns.topic, 'Topic (bundle id)', 'Topic（Bundle ID）'),
    field('teamId', apns.teamId, 'Team ID'),
    field('keyId', apns.keyId, 'Key ID'),
    secret('p12Password', apns.p12Password, 'Password of the .p12', '.p12 的密码'),
  ],
  xiaomi: (xiaomi) => [
    packageName(xiaomi.packageName),
    field('appId', xiaomi.appId, 'AppID'),
    secret('appKey', xiaomi.appKey, 'AppKey'),
    secret('appSecret', xiaomi.appSecret, 'AppSecret'),
  ],
  huawei: (huawei) => [
    packageName(huawei.packageName),
    field('appId', huawei.appId, 'App ID (client id)', 'App ID（Client ID）'),
    secret('appSecret', huawei.appSecret, 'App Secret (client secret)', 'App Secret（Client Secret）'),
    field('projectId', huawei.projectId, 'Project ID', '项目 ID'),
    field('keyId', huawei.serviceAccount.keyId, 'Service account: key id', '服务账号：密钥 ID'),
    field('subAccount', huawei.serviceAccount.subAccount, 'Service account: sub_account', '服务账号：sub_account'),
  ],
  fcm: (fcm) => [
    packageName(fcm.packageName),
    field('projectId', fcm.projectId, 'Project ID', '项目 ID'),
    field('projectNumber', fcm.projectNumber, 'Project number (sender id)', '项目编号（Sender ID）'),
    field('clientEmail', fcm.clientEmail, 'Service account', '服务账号'),
    secret('serverKey', fcm.serverKey, 'Server key (legacy)', '服务器密钥（旧版）'),
  ],
  meizu: (meizu) => [
    packageName(meizu.packageName),
    field('appId', meizu.appId, 'AppId'),
    secret('appKey', meizu.appKey, 'AppKey'),
    secret('appSecret', meizu.appSecret, 'AppSecret'),
  ],
  oppo: (oppo) => [
    packageName(oppo.packageName),
    field('appId', oppo.appId, 'AppId'),
    secret('appKey', oppo.appKey, 'AppKey'),
    secret('masterSecret', oppo.masterSecret, 'MasterSecret'),
  ],
  vivo: (vivo) => [
    packageName(vivo.packageName),
    field('appId', vivo.appId, 'AppId'),
    secret('appKey', vivo.appKey, 'AppKey'),
    secret('appSecret', vivo.appSecret, 'AppSecret'),
  ],
};

/** Ids and secrets of a vendor, in the order in which a form asks for them. */
export const fieldsOf = <V extends ChannelId>(vendor: V, secrets: Secrets): readonly CredentialField[] =>
  FIELDS[vendor](secrets[vendor]);

/** A file that a sender needs, as `pushpit creds --out` names it. */
export interface CredentialFile {
  readonly name: string;
  /** null: for all vendors. */
  readonly vendor: ChannelId | null;
  readonly label: LocalText;
  readonly secret: boolean;
  readonly mediaType: string;
  /** Where it lies in the data directory; null when it is made for the answer. */
  readonly path: string | null;
  content(): string | Uint8Array;
}

/** The files of an installation; `plain` is the address of the plain listener. */
export function credentialFiles(installation: Installation, plain: string): readonly CredentialFile[] {
  const { secrets, vendorFiles, dataDir, ca } = installation;
  const keyFile = keyFileName(secrets.apns.keyId);
  const json = { secret: true, mediaType: 'application/json' };
  return [
    {
      name: 'ca.pem',
      vendor: null,
      label: { en: 'CA to trust', zh: '需要信任的 CA' },
      secret: false,
      mediaType: 'application/x-pem-file',
      path: ca.file,
      content: () => ca.certPem,
    },
    {
      name: keyFile,
      vendor: 'apns',
      label: { en: 'Signing key', zh: '签名密钥' },
      secret: true,
      mediaType: 'application/pkcs8',
      path: join(dataDir, 'credentials', keyFile),
      content: () => installation.apnsKeyPem,
    },
    {
      name: 'apns.p12',
      vendor: 'apns',
      label: { en: 'Client certificate', zh: '客户端证书' },
      secret: true,
      mediaType: 'application/x-pkcs12',
      path: join(dataDir, 'credentials', 'apns.p12'),
      content: () => installation.p12,
    },
    {
      name: 'huawei-service-account.json',
      vendor: 'huawei',
      label: { en: 'Service account (v3)', zh: '服务账号（v3）' },
      ...json,
      path: vendorFiles.huaweiFile,
      content: () => fileText(huaweiServiceAccount(secrets.huawei, vendorFiles.huaweiKeyPem)),
    },
    {
      name: 'service-account.json',
      vendor: 'fcm',
      label: { en: 'Service account', zh: '服务账号' },
      ...json,
      path: vendorFiles.fcmFile,
      content: () => fileText(googleServiceAccount(secrets.fcm, vendorFiles.fcmKeyPem)),
    },
    {
      name: 'service-account-local.json',
      vendor: 'fcm',
      label: {
        en: 'Service account whose token_uri is this server (Go, Java, Python)',
        zh: 'token_uri 指向本服务的服务账号（Go、Java、Python）',
      },
      ...json,
      path: null,
      content: () =>
        fileText(googleServiceAccount(secrets.fcm, vendorFiles.fcmKeyPem, `${new URL(plain).origin}/token`)),
    },
  ];
}
