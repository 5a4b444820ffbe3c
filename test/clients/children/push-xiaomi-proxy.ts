import Xiaomi from 'push-xiaomi';
import { finish, readJob } from './input.ts';
import type { XiaomiJob } from './xiaomi-proxy.ts';

export interface PushXiaomiResult {
  readonly success_total: number;
  readonly fail_total: number;
}

const { packageName, appSecret, regid } = await readJob<XiaomiJob>();
const client = new Xiaomi({ appSecret, appPkgName: packageName });
const push = { title: 'Via proxy', content: 'Unchanged client', list: [regid] };
finish(await new Promise((resolve, reject) => void client.push({ ...push, finish: resolve }).catch(reject)));
