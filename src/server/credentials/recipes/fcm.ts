import { curlRecipes, pick } from './curl.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const TOKEN = 'oauth2.googleapis.com';
const FCM = 'fcm.googleapis.com';
/** Written by `creds --out` beside the ordinary file; its `token_uri` is the plain listener. */
const LOCAL_FILE = 'service-account-local.json';

export function fcmRecipes(facts: RecipeFacts): readonly Recipe[] {
  return [...curl(facts), ...recipesOf('fcm', [...nodeParts(facts), ...otherParts(facts)])];
}

function curl(facts: RecipeFacts): readonly Recipe[] {
  const { fcm } = facts.secrets;
  const key = `${facts.dir}/service-account.json`;
  const message = `{"message":{"token":"${facts.target('fcm')}","notification":{"title":"Hello","body":"World"}}}`;
  const claims = `{"iss":"${fcm.clientEmail}","scope":"https://www.googleapis.com/auth/firebase.messaging","aud":"https://${TOKEN}/token","iat":%s,"exp":%s}`;
  return curlRecipes(
    facts,
    'fcm',
    { en: 'curl (FCM)', zh: 'curl（FCM）' },
    ({ curl: command, url }) => [
      "b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }",
      'now=$(date +%s)',
      `part=$(printf '{"alg":"RS256"}' | b64).$(printf '${claims}' "$now" "$((now + 3600))" | b64)`,
      `key=$(mktemp) && printf '%b' "$(sed -n 's/.*"private_key": "\\(.*\\)".*/\\1/p' ${key})" > "$key"`,
      'sign=$(printf %s "$part" | openssl dgst -sha256 -sign "$key" | b64); rm -f "$key"',
      `token=$(${command} --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer -d "assertion=$part.$sign" \\`,
      `  '${url(TOKEN, '/token')}' | ${pick('access_token')})`,
      `${command} -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\`,
      `  -d '${message}' \\`,
      `  '${url(FCM, `/v1/projects/${fcm.projectId}/messages:send`)}'`,
    ],
    { en: 'Needs openssl, for the signature.', zh: '签名需要 openssl。' },
  );
}

function nodeParts({ dir, plain, secrets }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const { fcm } = secrets;
  return [
    {
      en: 'firebase-admin (Node)',
      zh: 'firebase-admin（Node）',
      language: 'node',
      way: 'names',
      code: [
        '// start with: pushpit exec -- node sender.js',
        `initializeApp({ credential: cert('${dir}/service-account.json') });`,
      ],
      note: {
        en: 'It has no option for another host, and sendEach ignores proxies.',
        zh: '它没有更换主机的选项，sendEach 也不理会代理。',
      },
    },
    {
      en: 'googleapis',
      language: 'node',
      way: 'address',
      code: [
        `const auth = new google.auth.GoogleAuth({ keyFile: '${dir}/service-account.json', scopes: 'https://www.googleapis.com/auth/firebase.messaging' });`,
        `const fcm = google.fcm({ version: 'v1', auth, rootUrl: '${plain.origin}/' });`,
        `// start with HTTPS_PROXY=${plain.origin} NODE_EXTRA_CA_CERTS=${dir}/ca.pem, for the token`,
      ],
      note: {
        en: "Google's library for Node asks for the token at a fixed address, so that part goes through the proxy.",
        zh: 'Google 的 Node 库从固定地址取令牌，因此这一步需要经过代理。',
      },
    },
    {
      en: 'node-gcm',
      language: 'node',
      way: 'address',
      code: [`new gcm.Sender('${fcm.serverKey}', { uri: '${plain.origin}/fcm/send' });`],
      note: {
        en: 'The legacy interface; a switch of the workspace decides whether it still answers.',
        zh: '旧版接口；是否仍有应答由工作区的开关决定。',
      },
    },
  ];
}

function otherParts({ dir, plain }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const local = `${dir}/${LOCAL_FILE}`;
  return [
    {
      en: 'firebase-admin (Go)',
      zh: 'firebase-admin（Go）',
      language: 'go',
      way: 'address',
      code: [
        `app, err := firebase.NewApp(ctx, nil, option.WithCredentialsFile("${local}"),`,
        `	option.WithEndpoint("${plain.origin}/v1"))`,
      ],
      note: {
        en: `The token is fetched at the token_uri of ${LOCAL_FILE}, which is this server.`,
        zh: `令牌从 ${LOCAL_FILE} 中的 token_uri 获取，也就是本服务。`,
      },
    },
    {
      en: 'firebase-admin (Python)',
      zh: 'firebase-admin（Python）',
      language: 'python',
      way: 'address',
      code: [
        'from firebase_admin import credentials, initialize_app, messaging',
        `messaging._MessagingService.FCM_URL = "${plain.origin}/v1/projects/{0}/messages:send"`,
        `messaging._MessagingService.IID_URL = "${plain.origin}"`,
        `initialize_app(credentials.Certificate("${local}"))`,
      ],
    },
    {
      en: 'firebase-admin (Python)',
      zh: 'firebase-admin（Python）',
      language: 'python',
      way: 'proxy',
      code: [
        `# start with HTTPS_PROXY=${plain.origin} REQUESTS_CA_BUNDLE=${dir}/ca.pem`,
        `initialize_app(credentials.Certificate("${dir}/service-account.json"))`,
      ],
      note: {
        en: 'For send and send_each; send_each_async uses another HTTP library.',
        zh: '适用于 send 和 send_each；send_each_async 使用另一个 HTTP 库。',
      },
    },
    {
      en: 'firebase-admin (Java)',
      zh: 'firebase-admin（Java）',
      language: 'java',
      way: 'proxy',
      code: [
        `// start with -Dhttps.proxyHost=${plain.hostname} -Dhttps.proxyPort=${plain.port || '80'} and the trust store`,
        `FirebaseApp.initializeApp(FirebaseOptions.builder().setCredentials(`,
        `    GoogleCredentials.fromStream(new FileInputStream("${dir}/service-account.json"))).build());`,
      ],
    },
    {
      en: 'kreait/firebase-php',
      language: 'php',
      way: 'proxy',
      code: [
        `// start with php -d curl.cainfo=${dir}/ca.pem -d openssl.cafile=${dir}/ca.pem`,
        `$factory = (new Factory)->withServiceAccount('${dir}/service-account.json')`,
        `    ->withHttpClientOptions(HttpClientOptions::default()->withProxy('${plain.origin}'));`,
      ],
    },
  ];
}
