import type { LocalText } from '../../core/trace/types.ts';
import type { Secrets } from './secrets.ts';

/** How one sender is pointed at Pushpit; `code` is what to paste. */
export interface Usage {
  readonly client: string;
  /** The same for the page: most clients have a name that is the same everywhere. */
  readonly names: LocalText;
  readonly code: string;
}

/** The name of a client; without `zh` it is a proper one. */
export const clientNamed = (en: string, zh: string = en): Pick<Usage, 'client' | 'names'> => ({
  client: en,
  names: { en, zh },
});

export interface Listeners {
  /** e.g. `https://127.0.0.1:8443` */
  readonly tls: string;
  /** e.g. `http://127.0.0.1:8180` */
  readonly plain: string;
}

/**
 * Ready-made lines for the common senders. `dir` is the directory that `writeCredentials` filled, as the
 * user would type it.
 */
export function usageFor(secrets: Secrets, dir: string, listeners: Listeners): readonly Usage[] {
  const { apns, xiaomi } = secrets;
  const tls = new URL(listeners.tls);
  const plain = new URL(listeners.plain);
  const port = tls.port || '443';
  const key = `${dir}/AuthKey_${apns.keyId}.p8`;
  const token = `token: { key: '${key}', keyId: '${apns.keyId}', teamId: '${apns.teamId}' }`;
  const address = `address: 'localhost', port: ${port}, ca: fs.readFileSync('${dir}/ca.pem')`;
  return [
    {
      ...clientNamed('any sender that honours a proxy', '任何支持代理的发送端'),
      code: [
        `export HTTPS_PROXY=${plain.origin} NODE_EXTRA_CA_CERTS=${dir}/ca.pem`,
        `export SSL_CERT_FILE=${dir}/ca.pem CURL_CA_BUNDLE=${dir}/ca.pem # Go, OpenSSL; curl, Python requests`,
      ].join('\n'),
    },
    {
      ...clientNamed('curl (APNs, certificate)', 'curl（APNs，证书）'),
      code: [
        `curl --http2 --cacert ${dir}/ca.pem --cert-type P12 --cert '${dir}/apns.p12:${apns.p12Password}' \\`,
        `  -H 'apns-topic: ${apns.topic}' -H 'apns-push-type: alert' -d '{"aps":{"alert":"Hello"}}' \\`,
        `  https://localhost:${port}/3/device/<device token>`,
      ].join('\n'),
    },
    { ...clientNamed('@parse/node-apn'), code: `new apn.Provider({ ${token}, ${address} });` },
    { ...clientNamed('node-pushnotifications'), code: `new PushNotifications({ apn: { ${token}, ${address} } });` },
    {
      ...clientNamed('hapns'),
      code: [
        `// start with NODE_EXTRA_CA_CERTS=${dir}/ca.pem`,
        `const connector = TokenConnector({ key: fs.readFileSync('${key}'), keyId: '${apns.keyId}', teamIdentifier: '${apns.teamId}' });`,
        `const target = { requestPath: \`/3/device/\${token}\`, getBaseUrl: () => 'https://localhost:${port}' };`,
      ].join('\n'),
    },
    {
      ...clientNamed('Pushy (Java)', 'Pushy（Java）'),
      code: [
        `new ApnsClientBuilder().setApnsServer("localhost", ${port})`,
        `    .setTrustedServerCertificateChain(new File("${dir}/ca.pem"))`,
        `    .setSigningKey(ApnsSigningKey.loadFromPkcs8File(new File("${key}"), "${apns.teamId}", "${apns.keyId}")).build();`,
      ].join('\n'),
    },
    {
      ...clientNamed('xiaomi-push'),
      code: [
        `const notification = new xmpush.Notification({ production: true, appSecret: '${xiaomi.appSecret}' });`,
        `notification.apis.regid = '${plain.origin}/v2/message/regid';`,
      ].join('\n'),
    },
    {
      ...clientNamed('push-xiaomi'),
      code: `new Xiaomi({ appSecret: '${xiaomi.appSecret}', appPkgName: '${xiaomi.packageName}', pushUrl: '${plain.origin}/v2/message/regid' });`,
    },
    {
      ...clientNamed('MiPush server SDK (Java)', '小米推送服务端 SDK（Java）'),
      code: [
        `Constants.useInternalHost("${plain.host}"); Constants.useHttp();`,
        `new Sender("${xiaomi.appSecret}").send(message, regId, 0);`,
      ].join('\n'),
    },
    {
      ...clientNamed('curl (Xiaomi)', 'curl（小米）'),
      code: [
        `curl -H 'Authorization: key=${xiaomi.appSecret}' --data-urlencode 'registration_id=<regid>' \\`,
        `  -d 'restricted_package_name=${xiaomi.packageName}&pass_through=0&title=Hello&description=World&payload=x' \\`,
        `  ${plain.origin}/v3/message/regid`,
      ].join('\n'),
    },
  ];
}
