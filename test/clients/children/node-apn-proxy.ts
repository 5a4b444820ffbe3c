import { Provider } from '@parse/node-apn';
import { alert, push, type Reports } from '../apns.ts';
import { finish, readJob } from './input.ts';

export interface ProxyJob {
  readonly token: { readonly key: string; readonly keyId: string; readonly teamId: string };
  readonly proxy: { readonly host: string; readonly port: number };
  readonly target: string;
}

export type ProxyResult = Reports;

const { token, proxy, target } = await readJob<ProxyJob>();
const provider = new Provider({ token, proxy, production: true });
finish(await push(provider, alert(), target));
