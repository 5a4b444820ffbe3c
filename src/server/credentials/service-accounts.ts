import type { Secrets } from './secrets.ts';

/** Google's own token address: Node's library posts there whatever the file says. */
export const GOOGLE_TOKEN_URI = 'https://oauth2.googleapis.com/token';
export const HUAWEI_TOKEN_URI = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';

/** The key file of a Google service account (https://developers.google.com/identity/protocols/oauth2/service-account). */
export interface GoogleServiceAccountFile {
  readonly type: 'service_account';
  readonly project_id: string;
  readonly private_key_id: string;
  readonly private_key: string;
  readonly client_email: string;
  readonly client_id: string;
  readonly auth_uri: string;
  readonly token_uri: string;
  readonly auth_provider_x509_cert_url: string;
  readonly client_x509_cert_url: string;
  readonly universe_domain: string;
}

/** The key file of a Huawei service account, with which v3 requests are signed. */
export interface HuaweiServiceAccountFile {
  readonly project_id: string;
  readonly key_id: string;
  readonly private_key: string;
  readonly sub_account: string;
  readonly auth_uri: string;
  readonly token_uri: string;
  readonly auth_provider_cert_uri: string;
  readonly client_cert_uri: string;
}

/** `tokenUri` may lead Go, Java and Python, which take it from the file, straight to a listener. */
export const googleServiceAccount = (
  fcm: Secrets['fcm'],
  privateKeyPem: string,
  tokenUri: string = GOOGLE_TOKEN_URI,
): GoogleServiceAccountFile => ({
  type: 'service_account',
  project_id: fcm.projectId,
  private_key_id: fcm.privateKeyId,
  private_key: privateKeyPem,
  client_email: fcm.clientEmail,
  client_id: fcm.clientId,
  auth_uri: 'https://accounts.google.com/o/oauth2/auth',
  token_uri: tokenUri,
  auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
  client_x509_cert_url: `https://www.googleapis.com/robot/v1/metadata/x509/${encodeURIComponent(fcm.clientEmail)}`,
  universe_domain: 'googleapis.com',
});

export const huaweiServiceAccount = (huawei: Secrets['huawei'], privateKeyPem: string): HuaweiServiceAccountFile => ({
  project_id: huawei.projectId,
  key_id: huawei.serviceAccount.keyId,
  private_key: privateKeyPem,
  sub_account: huawei.serviceAccount.subAccount,
  auth_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/authorize',
  token_uri: HUAWEI_TOKEN_URI,
  auth_provider_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/certs',
  client_cert_uri: 'https://oauth-login.cloud.huawei.com/oauth2/v3/x509?client_id=',
});

export const fileText = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;
