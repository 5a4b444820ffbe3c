import { curlRecipes, pick } from './curl.ts';
import { onPort443 } from './general.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const HOST = 'api-push.vivo.com.cn';

export function vivoRecipes(facts: RecipeFacts): readonly Recipe[] {
  const { vivo } = facts.secrets;
  const json = "-H 'Content-Type: application/json'";
  const auth = `{"appId":${vivo.appId},"appKey":"${vivo.appKey}","timestamp":%s,"sign":"%s"}`;
  const message = `{"appId":${vivo.appId},"regId":"${facts.target('vivo')}","notifyType":4,"title":"Hello","content":"World","timeToLive":86400,"skipType":1,"networkType":-1,"classification":1,"requestId":"%s"}`;
  return [
    ...curlRecipes(
      facts,
      'vivo',
      { en: 'curl (vivo)', zh: 'curl（vivo）' },
      ({ curl, url }) => [
        'now=$(date +%s)000',
        `sign=$(printf %s "${vivo.appId}${vivo.appKey}\${now}${vivo.appSecret}" | openssl dgst -md5 -r | cut -c1-32)`,
        `token=$(printf '${auth}' "$now" "$sign" | ${curl} ${json} -d @- \\`,
        `  '${url(HOST, '/message/auth')}' | ${pick('authToken')})`,
        `printf '${message}' "$now-$$" | ${curl} -H "authToken: $token" ${json} -d @- \\`,
        `  '${url(HOST, '/message/send')}'`,
      ],
      { en: 'Needs openssl, for the signature.', zh: '签名需要 openssl。' },
    ),
    ...recipesOf('vivo', sdkParts(facts)),
  ];
}

function sdkParts({ dir, plain, tlsPort, secrets }: RecipeFacts): Parameters<typeof recipesOf>[1] {
  const { vivo } = secrets;
  return [
    {
      en: 'push-vivo',
      language: 'node',
      way: 'address',
      code: [
        `const base = '${plain.origin}';`,
        `new Vivo({ appId: '${vivo.appId}', appKey: '${vivo.appKey}', appSecret: '${vivo.appSecret}',`,
        "  getTokenUrl: base + '/message/auth', pushSingleUrl: base + '/message/send', pushAllUrl: base + '/message/all',",
        "  saveMessageUrl: base + '/message/saveListPayload', pushUrl: base + '/message/pushToList',",
        "  statisticUrl: base + '/report/getStatistics' });",
      ],
    },
    {
      en: 'vpush-server-sdk (Java)',
      zh: 'vpush-server-sdk（Java）',
      language: 'java',
      way: 'names',
      code: [`java -Djdk.net.hosts.file=${dir}/hosts -jar sender.jar`],
      note: {
        en: `Its host cannot be set, and it ignores proxy properties. ${onPort443(tlsPort).en}`,
        zh: `它的主机无法设置，也不理会代理属性。${onPort443(tlsPort).zh}`,
      },
    },
    {
      en: 'modood/pushapi (Go)',
      zh: 'modood/pushapi（Go）',
      language: 'go',
      way: 'address',
      code: [
        `client := vivopush.NewClient("${vivo.appId}", "${vivo.appKey}", "${vivo.appSecret}")`,
        `client.SetHost("${plain.origin}")`,
      ],
    },
  ];
}
