import xiaomi from 'xiaomi-push';
import { finish, readJob } from './input.ts';

export interface XiaomiJob {
  readonly packageName: string;
  readonly appSecret: string;
  readonly regid: string;
}

export interface XiaomiResult {
  readonly result: string;
  readonly code: number;
  readonly data: { readonly id: string };
}

const { packageName, appSecret, regid } = await readJob<XiaomiJob>();
const notification = new xiaomi.Notification({ production: true, appSecret });
const message = new xiaomi.Message()
  .title('Via proxy')
  .description('Unchanged client')
  .payload('p')
  .passThrough(0)
  .restrictedPackageName(packageName);
finish(await notification.send(regid, message));
