import { curlRecipes, pick } from './curl.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const LOGIN = 'oauth-login.cloud.huawei.com';
const PUSH = 'push-api.cloud.huawei.com';

export function huaweiRecipes(facts: RecipeFacts): readonly Recipe[] {
  const { huawei } = facts.secrets;
  const message = `{"message":{"android":{"notification":{"title":"Hello","body":"World","click_action":{"type":3}}},"token":["${facts.target('huawei')}"]}}`;
  return [
    ...curlRecipes(facts, 'huawei', { en: 'curl (Huawei)', zh: 'curl（华为）' }, ({ curl, url }) => [
      `token=$(${curl} -d grant_type=client_credentials -d client_id=${huawei.appId} -d client_secret=${huawei.appSecret} \\`,
      `  '${url(LOGIN, '/oauth2/v3/token')}' | ${pick('access_token')})`,
      `${curl} -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\`,
      `  -d '${message}' \\`,
      `  '${url(PUSH, `/v1/${huawei.appId}/messages:send`)}'`,
    ]),
    ...recipesOf('huawei', [...nodeParts(facts), ...otherParts(facts)]),
  ];
}

function nodeParts({ dir, plain, secrets }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const { huawei } = secrets;
  const ids = `appId: '${huawei.appId}', appSecret: '${huawei.appSecret}'`;
  return [
    {
      en: 'push-huawei',
      language: 'node',
      way: 'address',
      code: [
        `new Huawei({ ${ids}, appPkgName: '${huawei.packageName}',`,
        `  getTokenUrl: '${plain.origin}/oauth2/v2/token', pushUrl: '${plain.origin}/pushsend.do' });`,
      ],
      note: { en: 'It speaks the legacy protocol.', zh: '它使用旧版协议。' },
    },
    {
      en: 'hms-push-serverdemo-nodejs',
      language: 'node',
      way: 'address',
      code: [`hcm.init({ ${ids}, authUrl: '${plain.origin}/oauth2/v3/token', pushUrl: '${plain.origin}/v1' });`],
    },
    {
      en: 'jose (v3, service account)',
      zh: 'jose（v3，服务账号）',
      language: 'node',
      way: 'address',
      code: [
        `const account = JSON.parse(fs.readFileSync('${dir}/huawei-service-account.json', 'utf8'));`,
        `const jwt = await new SignJWT({}).setProtectedHeader({ alg: 'PS256', kid: account.key_id, typ: 'JWT' })`,
        `  .setIssuer(account.sub_account).setAudience('https://${LOGIN}/oauth2/v3/token').setIssuedAt().setExpirationTime('1h')`,
        `  .sign(await importPKCS8(account.private_key, 'PS256'));`,
        `const url = \`${plain.origin}/v3/\${account.project_id}/messages:send\`; // authorization: \`Bearer \${jwt}\``,
      ],
      note: { en: 'v3 serves phones on HarmonyOS 5 and newer only.', zh: 'v3 仅面向 HarmonyOS 5 及更新的手机。' },
    },
  ];
}

function otherParts({ plain, secrets }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const { huawei } = secrets;
  return [
    {
      en: 'hms-push-serverdemo-java',
      language: 'java',
      way: 'address',
      code: [
        '# src/main/resources/url.properties',
        `token_server=${plain.origin}/oauth2/v3/token`,
        `push_open_url=${plain.origin}`,
      ],
    },
    {
      en: 'hms-push-serverdemo-go',
      language: 'go',
      way: 'address',
      code: [
        `conf := &config.Config{AppId: "${huawei.appId}", AppSecret: "${huawei.appSecret}",`,
        `	AuthUrl: "${plain.origin}/oauth2/v3/token", PushUrl: "${plain.origin}"}`,
        'client, err := core.NewHttpClient(conf)',
      ],
    },
    {
      en: 'hms-push-serverdemo-python',
      language: 'python',
      way: 'address',
      code: [
        `push_admin.initialize_app("${huawei.appId}", "${huawei.appSecret}",`,
        `    token_server="${plain.origin}/oauth2/v3/token", push_open_url="${plain.origin}")`,
      ],
    },
    {
      en: 'hms-push-serverdemo-php',
      language: 'php',
      way: 'address',
      code: [
        '# src/config.ini',
        `HW_APPID="${huawei.appId}"`,
        `HW_APPSECRET="${huawei.appSecret}"`,
        `HW_TOKEN_SERVER="${plain.origin}/oauth2/v2/token"`,
        `HW_PUSH_SERVER="${plain.origin}/v1/{appid}/messages:send"`,
      ],
    },
  ];
}
