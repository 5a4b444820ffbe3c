import type { Rule, RuleSource } from '../trace/types.ts';
import { selfTestRule } from './self-test.ts';

const PIPELINE: RuleSource = {
  title: 'Tencent Cloud IM: push records and troubleshooting',
  url: 'https://cloud.tencent.com/document/product/269/101972',
};

const FAULTS: RuleSource = {
  title: 'Pushpit: faults that the user sets up',
  texts: {
    title: { en: 'Pushpit', zh: 'Pushpit' },
    section: { en: 'faults that the user sets up', zh: '用户设置的故障' },
    label: { en: 'Pushpit, faults', zh: 'Pushpit 故障设置' },
  },
};

const BOUNDS: RuleSource = {
  title: 'Pushpit: bounds of what it keeps',
  texts: {
    title: { en: 'Pushpit', zh: 'Pushpit' },
    section: { en: 'bounds of what it keeps', zh: '保存数量的上限' },
    label: { en: 'Pushpit, bounds', zh: 'Pushpit 上限' },
  },
};

const FIREBASE_ADMIN: RuleSource = {
  title: 'firebase-admin for Node: src/utils/api-request.ts',
  url: 'https://github.com/firebase/firebase-admin-node',
};

/** Where the IM side, the vendor and the phone meet: what the vendor answered, and what came of it. */
export const handoverRules: readonly Rule[] = [
  selfTestRule,
  {
    id: 'im-access-token',
    stage: 'channel',
    text: {
      note: {
        en: 'The IM server fetched an access token first, which this vendor wants with every push.',
        zh: 'IM 服务端先获取了访问令牌，该厂商要求每次推送携带。',
      },
    },
    sources: [PIPELINE],
    certainty: 'inferred',
  },
  {
    id: 'device-store-full',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: 'Too many pushes waited for {device}: this one, the oldest, made room. The vendor publishes no number; the bound is Pushpit’s own.',
        zh: '等待 {device} 的推送过多，这一条最早，因此让位。厂商没有公布数量上限，该上限由 Pushpit 自行设定。',
      },
    },
    fix: { en: 'Bring the phone online.', zh: '让手机恢复联网。' },
    sources: [BOUNDS],
    certainty: 'inferred',
  },
  {
    id: 'scripted-fault',
    stage: 'channel',
    text: {
      stop: {
        en: 'The fault {fault}, which you set up, took the place of the vendor’s answer: {answer}.',
        zh: '你设置的故障 {fault} 取代了厂商的应答：{answer}。',
      },
    },
    fix: {
      en: 'Remove the fault when the sender has shown how it copes with it.',
      zh: '看过发送端如何应对之后，删除该故障即可恢复。',
    },
    sources: [FAULTS],
    certainty: 'stated',
    reason: 'vendor-rejected',
  },
  {
    id: 'scripted-delay',
    stage: 'channel',
    text: {
      note: {
        en: 'The fault {fault}, which you set up, holds the answer back for {ms} ms.',
        zh: '你设置的故障 {fault} 让应答推迟 {ms} 毫秒返回。',
      },
    },
    sources: [FAULTS],
    certainty: 'stated',
  },
  {
    id: 'http2-malformed-scheme',
    stage: 'channel',
    text: {
      note: {
        en: 'The request says ":scheme: {scheme}" over HTTP/2, with a colon that does not belong there. Google’s servers take it; most other HTTP/2 servers and proxies reset such a request.',
        zh: '请求在 HTTP/2 中写了 ":scheme: {scheme}"，末尾多了一个冒号。Google 的服务器会接受，其他多数 HTTP/2 服务器和代理会重置这样的请求。',
      },
    },
    fix: {
      en: 'Nothing to do for FCM: firebase-admin for Node sends its batches like this. Behind a proxy that refuses it, use its HTTP/1.1 transport (enableLegacyHttpTransport).',
      zh: '对 FCM 无需处理：Node 版 firebase-admin 批量发送时就是这样写的。若途中的代理拒绝，可改用它的 HTTP/1.1 传输（enableLegacyHttpTransport）。',
    },
    sources: [FIREBASE_ADMIN],
    certainty: 'measured',
  },
  {
    id: 'vendor-accepted',
    stage: 'channel',
    text: {
      pass: { en: 'The vendor accepted the push with status {status}.', zh: '厂商接受了推送，状态码 {status}。' },
    },
    sources: [PIPELINE],
    certainty: 'stated',
  },
  {
    id: 'vendor-rejected',
    stage: 'channel',
    text: {
      stop: {
        en: 'The vendor refused the push: status {status}, {body}',
        zh: '厂商拒绝了推送：状态码 {status}，{body}',
      },
    },
    fix: { en: "Read the vendor's code in the answer below.", zh: '请查看下方应答中的厂商错误码。' },
    sources: [PIPELINE],
    certainty: 'stated',
  },
  {
    id: 'vendor-unreachable',
    stage: 'channel',
    text: {
      stop: {
        en: "The vendor's endpoint did not answer: {error}.",
        zh: '厂商接口没有应答：{error}。',
      },
      note: {
        en: 'The vendor took the push, but the IM server got no answer: {error}.',
        zh: '厂商已接受推送，但 IM 服务端没有收到应答：{error}。',
      },
    },
    fix: { en: 'Check that the TLS listener is running.', zh: '请检查 TLS 监听是否在运行。' },
    sources: [PIPELINE],
    certainty: 'inferred',
  },
  {
    id: 'device-offline',
    stage: 'device',
    text: {
      stop: { en: 'The phone was offline when the push came.', zh: '推送到达时手机不在线。' },
    },
    fix: { en: 'Bring the phone online.', zh: '让手机恢复联网。' },
    sources: [PIPELINE],
    certainty: 'stated',
  },
  {
    id: 'device-waiting',
    stage: 'device',
    text: {
      stop: {
        en: 'The phone is online, but something keeps the push from it for now.',
        zh: '手机在线，但推送暂时无法到达。',
      },
    },
    fix: { en: 'The step at the stage "device" names the cause.', zh: '“设备”阶段的步骤说明了原因。' },
    sources: [PIPELINE],
    certainty: 'inferred',
  },
  {
    id: 'device-suppressed',
    stage: 'device',
    text: {
      stop: {
        en: 'The vendor accepted the push, but the phone showed nothing.',
        zh: '厂商接受了推送，但手机没有展示。',
      },
    },
    fix: { en: 'The step at the stage "device" names the cause.', zh: '“设备”阶段的步骤说明了原因。' },
    sources: [PIPELINE],
    certainty: 'stated',
  },
  {
    id: 'delivered',
    stage: 'device',
    text: { pass: { en: 'The phone showed the notification.', zh: '手机展示了通知。' } },
    sources: [PIPELINE],
    certainty: 'stated',
  },
];
