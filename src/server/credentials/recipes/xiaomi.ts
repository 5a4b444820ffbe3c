import { curlRecipes } from './curl.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const HOST = 'api.xmpush.xiaomi.com';
const PATH = '/v2/message/regid';

export function xiaomiRecipes(facts: RecipeFacts): readonly Recipe[] {
  const { plain, dir, secrets } = facts;
  const { xiaomi } = secrets;
  return [
    ...curlRecipes(facts, 'xiaomi', { en: 'curl (Xiaomi)', zh: 'curl（小米）' }, ({ curl, url }) => [
      `${curl} -H 'Authorization: key=${xiaomi.appSecret}' --data-urlencode 'registration_id=${facts.target('xiaomi')}' \\`,
      `  -d 'restricted_package_name=${xiaomi.packageName}&pass_through=0&title=Hello&description=World&payload=x' \\`,
      `  '${url(HOST, '/v3/message/regid')}'`,
    ]),
    ...recipesOf('xiaomi', [
      {
        en: 'xiaomi-push',
        language: 'node',
        way: 'address',
        code: [
          `const notification = new xmpush.Notification({ production: true, appSecret: '${xiaomi.appSecret}' });`,
          `notification.apis.regid = '${plain.origin}${PATH}';`,
        ],
      },
      {
        en: 'xiaomi-push',
        language: 'node',
        way: 'proxy',
        code: [
          `// start with HTTPS_PROXY=${plain.origin} NODE_EXTRA_CA_CERTS=${dir}/ca.pem`,
          `const notification = new xmpush.Notification({ production: true, appSecret: '${xiaomi.appSecret}' });`,
        ],
      },
      {
        en: 'push-xiaomi',
        language: 'node',
        way: 'address',
        code: [
          `new Xiaomi({ appSecret: '${xiaomi.appSecret}', appPkgName: '${xiaomi.packageName}', pushUrl: '${plain.origin}${PATH}' });`,
        ],
      },
      {
        en: 'MiPush server SDK (Java)',
        zh: '小米推送服务端 SDK（Java）',
        language: 'java',
        way: 'address',
        code: [
          `Constants.useInternalHost("${plain.host}"); Constants.useHttp();`,
          `new Sender("${xiaomi.appSecret}").send(message, regId, 0);`,
        ],
        note: { en: 'Before the first Sender is made.', zh: '须在创建第一个 Sender 之前调用。' },
      },
      {
        en: 'MiPush server SDK (Java)',
        zh: '小米推送服务端 SDK（Java）',
        language: 'java',
        way: 'proxy',
        code: [
          `HttpBase.setProxy("${plain.hostname}", ${plain.port || '80'});`,
          `new Sender("${xiaomi.appSecret}").send(message, regId, 0);`,
        ],
        note: { en: 'With a proxy the SDK trusts any certificate.', zh: '设置代理后，该 SDK 信任任何证书。' },
      },
      {
        en: 'modood/pushapi (Go)',
        zh: 'modood/pushapi（Go）',
        language: 'go',
        way: 'address',
        code: [`client := xiaomipush.NewClient("${xiaomi.appSecret}")`, `client.SetHost("${plain.origin}")`],
      },
      {
        en: 'mipushSDK-python',
        language: 'python',
        way: 'proxy',
        code: [`HTTPS_PROXY=${plain.origin} REQUESTS_CA_BUNDLE=${dir}/ca.pem python sender.py`],
      },
    ]),
  ];
}
