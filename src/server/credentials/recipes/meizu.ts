import { curlRecipes } from './curl.ts';
import { type Recipe, type RecipeFacts, recipesOf } from './types.ts';

const HOST = 'server-api-push.meizu.com';
const PATH = '/garcia/api/server/push/varnished/pushByPushId';

export function meizuRecipes(facts: RecipeFacts): readonly Recipe[] {
  const { plain, tlsPort, secrets } = facts;
  const { meizu } = secrets;
  return [
    ...curlRecipes(
      facts,
      'meizu',
      { en: 'curl (Meizu)', zh: 'curl（魅族）' },
      ({ curl, url }) => [
        `message='{"noticeBarInfo":{"title":"Hello","content":"World"}}'`,
        `target='${facts.target('meizu')}'`,
        `sign=$(printf %s "appId=${meizu.appId}messageJson=\${message}pushIds=\${target}${meizu.appSecret}" | openssl dgst -md5 -r | cut -c1-32)`,
        `${curl} -d appId=${meizu.appId} --data-urlencode "pushIds=$target" --data-urlencode "messageJson=$message" -d "sign=$sign" \\`,
        `  '${url(HOST, PATH)}'`,
      ],
      { en: 'Needs openssl, for the signature.', zh: '签名需要 openssl。' },
    ),
    ...recipesOf('meizu', [
      {
        en: 'push-meizu',
        language: 'node',
        way: 'address',
        code: [
          `new Meizu({ appId: '${meizu.appId}', appSecret: '${meizu.appSecret}', maxLength: 100,`,
          `  pushUrl: '${plain.origin}${PATH}' });`,
        ],
        note: {
          en: 'It sends blocks of 1000 unless told; 100 is the limit today.',
          zh: '默认每批 1000 个；如今的上限是 100。',
        },
      },
      {
        en: 'Meizu server SDK (Java)',
        zh: '魅族服务端 SDK（Java）',
        language: 'java',
        way: 'address',
        code: [
          `SystemConstants.PUSH_APPID_VARNISHED_PUSHIDS = "https://localhost:${tlsPort}${PATH}";`,
          `IFlymePush push = new IFlymePush("${meizu.appSecret}");`,
        ],
        note: {
          en: 'One such field for each call. It turns http into https and trusts any certificate.',
          zh: '每个接口各有一个这样的字段。它会把 http 改成 https，并信任任何证书。',
        },
      },
      {
        en: 'Meizu server SDK (Java)',
        zh: '魅族服务端 SDK（Java）',
        language: 'java',
        way: 'proxy',
        code: [`java -Dhttps.proxyHost=${plain.hostname} -Dhttps.proxyPort=${plain.port || '80'} -jar sender.jar`],
      },
      {
        en: 'Meizu phpsdk',
        zh: '魅族 phpsdk',
        language: 'php',
        way: 'address',
        code: [
          `class LocalPush extends MzPush { function __construct($id, $secret) {`,
          `    parent::__construct($id, $secret); $this->host = '${plain.origin}'; } }`,
          `$push = new LocalPush('${meizu.appId}', '${meizu.appSecret}');`,
        ],
        note: {
          en: 'PHP 8 cannot read this SDK of 2018: run it on PHP 7, or write [ ] instead of { } around the index in utils/HttpManager.php.',
          zh: 'PHP 8 无法解析这个 2018 年的 SDK：请使用 PHP 7，或把 utils/HttpManager.php 中下标的 { } 改为 [ ]。',
        },
      },
    ]),
  ];
}
