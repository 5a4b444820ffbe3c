import { curlRecipes, pick } from './curl.ts';
import { onPort443 } from './general.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const HOST = 'api.push.oppomobile.com';

export function oppoRecipes(facts: RecipeFacts): readonly Recipe[] {
  const { oppo } = facts.secrets;
  const message = `{"target_type":2,"target_value":"${facts.target('oppo')}","notification":{"title":"Hello","content":"World","click_action_type":0,"off_line":true}}`;
  return [
    ...curlRecipes(
      facts,
      'oppo',
      { en: 'curl (OPPO)', zh: 'curl（OPPO）' },
      ({ curl, url }) => [
        'now=$(date +%s)000',
        `sign=$(printf %s "${oppo.appKey}\${now}${oppo.masterSecret}" | openssl dgst -sha256 -r | cut -c1-64)`,
        `token=$(${curl} -d "app_key=${oppo.appKey}&timestamp=$now&sign=$sign" \\`,
        `  '${url(HOST, '/server/v1/auth')}' | ${pick('auth_token')})`,
        `${curl} -d "auth_token=$token" --data-urlencode 'message=${message}' \\`,
        `  '${url(HOST, '/server/v1/message/notification/unicast')}'`,
      ],
      { en: 'Needs openssl, for the signature.', zh: '签名需要 openssl。' },
    ),
    ...recipesOf('oppo', sdkParts(facts)),
  ];
}

function sdkParts({ dir, plain, tls, tlsPort, secrets }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const { oppo } = secrets;
  return [
    {
      en: 'push-oppo',
      language: 'node',
      way: 'address',
      code: [
        `new Oppo({ appKey: '${oppo.appKey}', masterSecret: '${oppo.masterSecret}', appPkgName: '${oppo.packageName}',`,
        `  getTokenUrl: '${plain.origin}/server/v1/auth',`,
        `  saveMessageUrl: '${plain.origin}/server/v1/message/notification/save_message_content',`,
        `  pushUrl: '${plain.origin}/server/v1/message/notification/broadcast' });`,
      ],
    },
    {
      en: 'opush-server-sdk 1.0 (Java)',
      zh: 'opush-server-sdk 1.0（Java）',
      language: 'java',
      way: 'address',
      code: [
        'Field host = Class.forName("com.oppo.push.server.Constants").getDeclaredField("HOST_PRODUCTION_CHINA");',
        `host.setAccessible(true); host.set(null, "${tls.hostname}:${tlsPort}");`,
        `Sender sender = new Sender("${oppo.appKey}", "${oppo.masterSecret}");`,
      ],
      note: {
        en: 'Before the first Sender; it accepts any certificate and ignores proxy properties.',
        zh: '须在创建第一个 Sender 之前；它接受任何证书，不理会代理属性。',
      },
    },
    {
      en: 'opush-server-sdk (Java)',
      zh: 'opush-server-sdk（Java）',
      language: 'java',
      way: 'names',
      code: [`java -Djdk.net.hosts.file=${dir}/hosts -jar sender.jar`],
      note: onPort443(tlsPort),
    },
    {
      en: 'modood/pushapi (Go)',
      zh: 'modood/pushapi（Go）',
      language: 'go',
      way: 'address',
      code: [
        `client := oppopush.NewClient("${oppo.appKey}", "${oppo.masterSecret}")`,
        `client.SetHost("${plain.origin}")`,
      ],
    },
  ];
}
