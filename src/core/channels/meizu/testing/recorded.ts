/** Which client forms a request so; the shapes were read in its source. */
export const CLIENTS = {
  java: {
    title: "Meizu's Java server SDK, 1.2.13",
    url: 'https://github.com/MEIZUPUSH/JavaSdk',
    shape: 'IFlymePush, IFlymePushSub, HttpClient: targets before appId, URLEncoder, fastjson with members by name',
  },
  node: {
    title: "Meizu's Node server SDK, 2017",
    url: 'https://github.com/MEIZUPUSH/node-sdk',
    shape: 'lib/request.js: querystring, no content type, plain HTTP',
  },
  php: {
    title: "Meizu's PHP server SDK, 2018",
    url: 'https://github.com/MEIZUPUSH/phpsdk',
    shape: 'MzPushBase, MzMessage: ksort, http_build_query, JSON without escapes inside texts, plain HTTP',
  },
  go: {
    title: "Meizu's Go server SDK",
    url: 'https://github.com/MEIZUPUSH/go-meizu-push-sdk',
    shape: 'non-task-push.go, notification-message.go: url.Values by name, encoding/json with & as \\u0026',
  },
  'push-meizu': {
    title: 'push-meizu for Node',
    url: 'https://github.com/push-sdk/push-meizu',
    shape: 'lib/push-meizu.js: axios with querystring',
  },
} as const;

export interface RecordedRequest {
  readonly name: string;
  readonly client: keyof typeof CLIENTS;
  /** The client speaks TLS; the older ones do not by default. */
  readonly tls: boolean;
  readonly host: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const PREFIX = '/garcia/api/server';

const JAVA: RecordedRequest['headers'] = [
  ['f-push-sdk-version', '1.2.11.20250401_release'],
  ['f-push-jdk-version', '1.8.0_402'],
  ['f-push-os', 'linux'],
  ['f-push-client-host', 'sender'],
  ['f-push-client-ip', '192.0.2.10'],
  ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
  ['user-agent', 'Java/1.8.0_402'],
  ['accept', 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'],
];

/** Requests as these clients form them, byte for byte, for the app and phones of the test world. */
export const RECORDED: readonly RecordedRequest[] = [
  {
    name: 'java-push',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: JAVA,
    body: 'pushIds=PID0001&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22order7%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A2%2C%22customAttribute%22%3A%22%22%2C%22parameters%22%3A%7B%22id%22%3A%227%22%2C%22count%22%3A2%7D%2C%22url%22%3A%22https%3A%2F%2Fexample.com%2Fo%3Fid%3D7%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A12%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=577d648e147f224a99891dcecae4f2ba',
  },
  {
    name: 'java-alias',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByAlias`,
    headers: JAVA,
    body: 'alias=a1&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=5cbb4b691fa8b71e3a8c8323c8ec43c2',
  },
  {
    name: 'java-packages',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: JAVA,
    body: 'pushIds=PID0001%2CPID0007&appId=123456&restrictedPackageNames=com.example.app&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=4dfb2f7c77318dc23872a0b9474ee6b2',
  },
  {
    name: 'java-long-title',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: JAVA,
    body: 'pushIds=PID0001&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%E6%A0%87%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=bfc42d410e0f77f003428e0c1f5ef814',
  },
  {
    name: 'java-task-id',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/pushTask/getTaskId`,
    headers: JAVA,
    body: 'pushType=0&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=dc972238a6e27c018c8625895e611441',
  },
  {
    name: 'java-to-app',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/pushTask/pushToApp`,
    headers: JAVA,
    body: 'pushType=0&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=dc972238a6e27c018c8625895e611441',
  },
  {
    name: 'java-to-tag',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/pushTask/pushToTag`,
    headers: JAVA,
    body: 'pushType=0&appId=123456&tagNames=%E4%BD%93%E8%82%B2%2C%E6%96%B0%E9%97%BB&scope=0&messageJson=%7B%22advanceInfo%22%3A%7B%22clearNoticeBar%22%3Atrue%2C%22fixDisplay%22%3Afalse%2C%22fixEndDisplayTime%22%3A%22%22%2C%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22lights%22%3Atrue%2C%22sound%22%3Atrue%2C%22vibrate%22%3Atrue%7D%2C%22notifyKey%22%3A%22%22%2C%22suspend%22%3Atrue%7D%2C%22clickTypeInfo%22%3A%7B%22activity%22%3A%22%22%2C%22clickType%22%3A0%2C%22customAttribute%22%3A%22%22%2C%22url%22%3A%22%22%7D%2C%22extra%22%3A%7B%7D%2C%22noticeBarInfo%22%3A%7B%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%2C%22noticeBarImgUrl%22%3A%22%22%2C%22noticeBarType%22%3A0%2C%22noticeMsgType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandContent%22%3A%22%22%2C%22noticeExpandImgUrl%22%3A%22%22%2C%22noticeExpandType%22%3A0%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A24%7D%2C%22vipInfo%22%3A%7B%22backgroundImgUrl%22%3A%22%22%2C%22bigIconUrl%22%3A%22%22%2C%22notGroup%22%3Afalse%2C%22pullDownTop%22%3Afalse%2C%22smallIconUrl%22%3A%22%22%2C%22subtitle%22%3A%22%22%2C%22timeTop%22%3A0%2C%22titleColor%22%3A%22%22%7D%7D&sign=0831570fcb80b9e014c8e8b9ef9c620e',
  },
  {
    name: 'java-upload',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/uploadImg`,
    headers: JAVA,
    body: 'pushIds=123456&appId=123456&imgType=5&imgUrl=https%3A%2F%2Fexample.com%2Ficon.png&sign=e5f1e52abccbc8ba8b57233d1d178def',
  },
  {
    name: 'java-statistics',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/statistics/dailyPushStatics`,
    headers: JAVA,
    body: 'appId=123456&startTime=20261101&endTime=20261101&sign=900135d47a0bb97cc552bfb0c2bece50',
  },
  {
    name: 'java-switch-off',
    client: 'java',
    tls: true,
    host: 'api-push.meizu.com',
    path: `${PREFIX}/message/changeRegisterSwitch`,
    headers: JAVA,
    body: 'appId=123456&pushId=PID0001&msgType=0&subSwitch=false&sign=dd5facb5e8940f7cda04ceb35cd15721',
  },
  {
    name: 'java-pass-through',
    client: 'java',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/unvarnished/pushByPushId`,
    headers: JAVA,
    body: 'pushIds=PID0001&appId=123456&messageJson=%7B%22advanceInfo%22%3A%7B%22fixSpeed%22%3Afalse%2C%22fixSpeedRate%22%3A0%7D%2C%22content%22%3A%22%7B%5C%22cmd%5C%22%3A%5C%22locate%5C%22%7D%22%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3Atrue%2C%22pushTimeType%22%3A0%2C%22startTime%22%3A%22%22%2C%22validTime%22%3A10%7D%2C%22title%22%3A%22%22%7D&sign=0a50b3d705510b9b5d2254b5e58b446b',
  },
  {
    name: 'node-push',
    client: 'node',
    tls: false,
    host: 'api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [],
    body: 'appId=123456&pushIds=PID0001&messageJson=%7B%22noticeBarInfo%22%3A%7B%22title%22%3A%22%E8%AE%A2%E5%8D%95%20A%26B%22%2C%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A%2050%25%20%2B%20%E7%A4%BC%E5%93%81%20%F0%9F%98%80%22%7D%2C%22clickTypeInfo%22%3A%7B%22clickType%22%3A1%2C%22activity%22%3A%22com.example.app.OrderActivity%22%2C%22parameters%22%3A%7B%22id%22%3A%227%22%7D%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3A1%2C%22validTime%22%3A24%7D%2C%22advanceInfo%22%3A%7B%22suspend%22%3A1%2C%22isFixDisplay%22%3A0%7D%7D&sign=e5b28ec1bd2b6ae747bf790f45aa404f',
  },
  {
    name: 'push-meizu',
    client: 'push-meizu',
    tls: true,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [
      ['accept', 'application/json, text/plain, */*'],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: 'appId=123456&pushIds=PID0001%2CPID0002%2Cx-y&messageJson=%7B%22noticeBarInfo%22%3A%7B%22noticeBarType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95%20A%26B%22%2C%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A%2050%25%20%2B%20%E7%A4%BC%E5%93%81%20%F0%9F%98%80%22%7D%7D&sign=0556dab1285300dd42cf917290b13794',
  },
  {
    name: 'php-push',
    client: 'php',
    tls: false,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [
      ['accept', '*/*'],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: 'appId=123456&messageJson=%7B%22noticeBarInfo%22%3A%7B%22noticeBarType%22%3A0%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%26B%22%2C%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandType%22%3A0%7D%2C%22clickTypeInfo%22%3A%7B%22clickType%22%3A0%2C%22parameters%22%3A%7B%22id%22%3A%227%22%7D%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3A1%2C%22validTime%22%3A24%7D%2C%22advanceInfo%22%3A%7B%22suspend%22%3A1%2C%22clearNoticeBar%22%3A1%2C%22notificationType%22%3A%7B%22vibrate%22%3A1%2C%22lights%22%3A1%2C%22sound%22%3A1%7D%7D%7D&pushIds=PID0001&sign=212f7618f81e43e86ca1099014f90b87',
  },
  {
    name: 'php-quotes',
    client: 'php',
    tls: false,
    host: 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [
      ['accept', '*/*'],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: 'appId=123456&messageJson=%7B%22noticeBarInfo%22%3A%7B%22noticeBarType%22%3A0%2C%22title%22%3A%22say+%22hi%22%22%2C%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandType%22%3A0%7D%2C%22clickTypeInfo%22%3A%7B%22clickType%22%3A0%2C%22parameters%22%3A%7B%22id%22%3A%227%22%7D%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3A1%2C%22validTime%22%3A24%7D%2C%22advanceInfo%22%3A%7B%22suspend%22%3A1%2C%22clearNoticeBar%22%3A1%2C%22notificationType%22%3A%7B%22vibrate%22%3A1%2C%22lights%22%3A1%2C%22sound%22%3A1%7D%7D%7D&pushIds=PID0001&sign=163739265bd2875cce9af3a1163930d8',
  },
  {
    name: 'go-push',
    client: 'go',
    tls: true,
    host: 'api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'appId=123456&messageJson=%7B%22noticeBarInfo%22%3A%7B%22noticeBarType%22%3A2%2C%22title%22%3A%22%E8%AE%A2%E5%8D%95+A%5Cu0026B%22%2C%22content%22%3A%22%E6%82%A8%E7%9A%84%E8%AE%A2%E5%8D%95%E5%B7%B2%E5%8F%91%E8%B4%A7%3A+50%25+%2B+%E7%A4%BC%E5%93%81+%F0%9F%98%80%22%7D%2C%22noticeExpandInfo%22%3A%7B%22noticeExpandType%22%3A0%2C%22noticeExpandContent%22%3A%22%22%7D%2C%22clickTypeInfo%22%3A%7B%22clickType%22%3A0%2C%22url%22%3A%22%22%2C%22parameters%22%3A%7B%22test%22%3A%22test%22%7D%2C%22activity%22%3A%22%22%2C%22customAttribute%22%3A%22%22%7D%2C%22pushTimeInfo%22%3A%7B%22offLine%22%3A0%2C%22validTime%22%3A24%7D%2C%22advanceInfo%22%3A%7B%22suspend%22%3A0%2C%22clearNoticeBar%22%3A0%2C%22fixDisplay%22%3A0%2C%22fixStartDisplayTime%22%3A%22%22%2C%22fixEndDisplayTime%22%3A%22%22%2C%22notificationType%22%3A%7B%22vibrate%22%3A1%2C%22lights%22%3A1%2C%22sound%22%3A1%7D%7D%7D&pushIds=PID0001&sign=1ffd58759f66040c004708a9f30d3a61',
  },
  {
    name: 'go-switch',
    client: 'go',
    tls: true,
    host: 'api-push.meizu.com',
    path: `${PREFIX}/message/changeRegisterSwitch`,
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: 'appId=123456&msgType=0&pushId=PID0001&subSwitch=0&sign=37fa9042d96d7d7dbd00b79dd936aa4b',
  },
];
