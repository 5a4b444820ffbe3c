import { curlRecipes } from './curl.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const HOST = 'api.push.apple.com';

type Parts = Parameters<typeof recipesOf>[1];

/** APNs speaks HTTP/2 with TLS only, so the base address of its lines is the TLS listener. */
export const apnsRecipes = (facts: RecipeFacts): readonly Recipe[] => [
  ...curl(facts),
  ...recipesOf('apns', [...nodeParts(facts), ...otherParts(facts)]),
];

function nodeParts({ dir, tlsPort, plain, secrets }: RecipeFacts): Parts {
  const { apns } = secrets;
  const key = `${dir}/AuthKey_${apns.keyId}.p8`;
  const token = `token: { key: '${key}', keyId: '${apns.keyId}', teamId: '${apns.teamId}' }`;
  const address = `address: 'localhost', port: ${tlsPort}, ca: fs.readFileSync('${dir}/ca.pem')`;
  return [
    {
      en: '@parse/node-apn',
      language: 'node',
      way: 'address',
      code: [`new apn.Provider({ ${token}, ${address} });`],
    },
    {
      en: '@parse/node-apn',
      language: 'node',
      way: 'proxy',
      code: [
        `// start with NODE_EXTRA_CA_CERTS=${dir}/ca.pem`,
        `new apn.Provider({ ${token}, production: true, proxy: { host: '${plain.hostname}', port: ${plain.port || '80'} } });`,
      ],
    },
    {
      en: 'node-pushnotifications',
      language: 'node',
      way: 'address',
      code: [`new PushNotifications({ apn: { ${token}, ${address} } });`],
    },
    {
      en: 'hapns',
      language: 'node',
      way: 'address',
      code: [
        `// start with NODE_EXTRA_CA_CERTS=${dir}/ca.pem`,
        `const connector = TokenConnector({ key: fs.readFileSync('${key}'), keyId: '${apns.keyId}', teamIdentifier: '${apns.teamId}' });`,
        `const target = { requestPath: \`/3/device/\${token}\`, getBaseUrl: () => 'https://localhost:${tlsPort}' };`,
      ],
    },
    {
      en: 'apns2',
      language: 'node',
      way: 'names',
      code: [
        '// start with: pushpit exec -- node sender.js',
        `new ApnsClient({ team: '${apns.teamId}', keyId: '${apns.keyId}', signingKey: fs.readFileSync('${key}', 'utf8'), defaultTopic: '${apns.topic}' });`,
      ],
      note: {
        en: 'Its port is fixed, so its names have to lead here.',
        zh: '它的端口是固定的，因此只能改变域名的指向。',
      },
    },
    {
      en: '@parse/node-apn, broadcast channels',
      zh: '@parse/node-apn，广播频道',
      language: 'node',
      way: 'address',
      code: [
        `new apn.Provider({ ${token}, ${address},`,
        `  manageChannelsAddress: 'localhost', manageChannelsPort: ${tlsPort} });`,
      ],
      note: {
        en: 'At Apple the management has names and ports of its own: api-manage-broadcast.push.apple.com:2196 and api-manage-broadcast.sandbox.push.apple.com:2195.',
        zh: 'Apple 的频道管理使用单独的域名和端口：api-manage-broadcast.push.apple.com:2196 和 api-manage-broadcast.sandbox.push.apple.com:2195。',
      },
    },
  ];
}

function otherParts(facts: RecipeFacts): Parts {
  const { dir, tlsPort, secrets } = facts;
  const { apns } = secrets;
  const key = `${dir}/AuthKey_${apns.keyId}.p8`;
  return [
    {
      en: 'Pushy (Java)',
      zh: 'Pushy（Java）',
      language: 'java',
      way: 'address',
      code: [
        `new ApnsClientBuilder().setApnsServer("localhost", ${tlsPort})`,
        `    .setTrustedServerCertificateChain(new File("${dir}/ca.pem"))`,
        `    .setSigningKey(ApnsSigningKey.loadFromPkcs8File(new File("${key}"), "${apns.teamId}", "${apns.keyId}")).build();`,
      ],
    },
    {
      en: 'sideshow/apns2 (Go)',
      zh: 'sideshow/apns2（Go）',
      language: 'go',
      way: 'address',
      code: [
        '// start with SSL_CERT_FILE, or set RootCAs of the transport',
        `key, _ := token.AuthKeyFromFile("${key}")`,
        `client := apns2.NewTokenClient(&token.Token{AuthKey: key, KeyID: "${apns.keyId}", TeamID: "${apns.teamId}"})`,
        `client.Host = "https://localhost:${tlsPort}"`,
      ],
      note: {
        en: `SSL_CERT_FILE=${dir}/ca.pem works on Linux and BSD.`,
        zh: `SSL_CERT_FILE=${dir}/ca.pem 在 Linux 与 BSD 上有效。`,
      },
    },
    {
      en: 'aioapns (Python)',
      zh: 'aioapns（Python）',
      language: 'python',
      way: 'address',
      code: [
        'from aioapns.connection import APNsProductionClientProtocol as Protocol',
        `Protocol.APNS_SERVER, Protocol.APNS_PORT = "localhost", ${tlsPort}`,
        `context = ssl.create_default_context(cafile="${dir}/ca.pem")`,
        `client = APNs(key="${key}", key_id="${apns.keyId}", team_id="${apns.teamId}", topic="${apns.topic}", ssl_context=context)`,
      ],
    },
    {
      en: 'PHP (curl)',
      zh: 'PHP（curl）',
      language: 'php',
      way: 'address',
      code: [
        `$ch = curl_init('https://localhost:${tlsPort}/3/device/${facts.target('apns')}');`,
        'curl_setopt_array($ch, [CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_2TLS,',
        `    CURLOPT_CAINFO => '${dir}/ca.pem', CURLOPT_SSLCERTTYPE => 'P12',`,
        `    CURLOPT_SSLCERT => '${dir}/apns.p12', CURLOPT_SSLCERTPASSWD => '${apns.p12Password}',`,
        `    CURLOPT_HTTPHEADER => ['apns-topic: ${apns.topic}', 'apns-push-type: alert'],`,
        `    CURLOPT_POSTFIELDS => '{"aps":{"alert":"Hello"}}']);`,
        'curl_exec($ch);',
      ],
    },
  ];
}

function curl(facts: RecipeFacts): readonly Recipe[] {
  const { dir, tlsPort, secrets } = facts;
  const { apns } = secrets;
  const names = { en: 'curl (APNs, certificate)', zh: 'curl（APNs，证书）' };
  const tail = [
    `  --http2 --cert-type P12 --cert '${dir}/apns.p12:${apns.p12Password}' \\`,
    `  -H 'apns-topic: ${apns.topic}' -H 'apns-push-type: alert' -d '{"aps":{"alert":"Hello"}}' \\`,
  ];
  const path = `/3/device/${facts.target('apns')}`;
  const [, ...others] = curlRecipes(facts, 'apns', names, ({ curl: command, url }) => [
    `${command} \\`,
    ...tail,
    `  '${url(HOST, path)}'`,
  ]);
  const direct = [
    `curl --silent --show-error --cacert ${dir}/ca.pem \\`,
    ...tail,
    `  'https://localhost:${tlsPort}${path}'`,
  ];
  return [...recipesOf('apns', [{ ...names, language: 'curl', way: 'address', code: direct }]), ...others];
}
