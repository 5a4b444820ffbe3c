import type { LocalText } from '../../../core/trace/types.ts';
import { bareHost, isLoopback } from '../../callbacks/post.ts';
import type { ConsoleSettings, ConsoleVendor } from './schema.ts';

export interface NoteFacts {
  /** Hosts beside loopback that receipts may be posted to. */
  readonly allowHosts: readonly string[];
  /** The workspace lets vivo's receipts by `callback.id` be sent. */
  readonly vivoIdReceipts: boolean;
  /** E-mail addresses of FCM's service accounts. */
  readonly serviceAccounts: readonly string[];
}

/** Why settings that are right may have no effect yet. */
export function consoleNotes(
  vendor: ConsoleVendor,
  { huawei, fcm, vivo }: ConsoleSettings,
  { allowHosts, vivoIdReceipts, serviceAccounts }: NoteFacts,
): readonly LocalText[] {
  const receipts: readonly { readonly url: string }[] =
    (vendor === 'huawei'
      ? [...(huawei?.receipts ?? []), ...(huawei?.projectReceipts ?? [])]
      : vendor === 'vivo'
        ? vivo?.receipts
        : undefined) ?? [];
  const hosts = new Set(receipts.map(({ url }) => bareHost(new URL(url))));
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  const far = [...hosts].filter((host) => host !== 'localhost' && !isLoopback(host) && !allowed.has(host));
  const strangers = (vendor === 'fcm' ? (fcm?.disabledAccounts ?? []) : []).filter(
    (one) => !serviceAccounts.includes(one),
  );
  return [
    ...far.map(farAway),
    ...strangers.map((one) => unknownAccount(one, serviceAccounts)),
    ...(vendor === 'vivo' && receipts.length > 0 && !vivoIdReceipts ? [SWITCHED_OFF] : []),
  ];
}

const farAway = (host: string): LocalText => ({
  en: `Receipts are posted to loopback addresses only. Start Pushpit with --allow-callback-host ${host} to let them reach ${host}.`,
  zh: `回执只会发往本机回环地址。若要发往 ${host}，请在启动 Pushpit 时加上 --allow-callback-host ${host}。`,
});

const unknownAccount = (account: string, known: readonly string[]): LocalText => ({
  en: `There is no service account ${account} here. Known: ${known.join(', ')}.`,
  zh: `这里没有服务账号 ${account}。已有：${known.join('、')}。`,
});

const SWITCHED_OFF: LocalText = {
  en: 'Receipts by callback.id are not sent while the switch vivo.idReceipts of the workspace is "none".',
  zh: '工作区开关 vivo.idReceipts 为 "none" 时，不发送 callback.id 的回执。',
};
