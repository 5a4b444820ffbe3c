import type { ChannelId } from '../../../core/channels/types.ts';
import { appsOf, idOf, type UserCredential } from './types.ts';

/** One of the user's credentials as the API shows it: secrets are masked, keys are left out. */
export interface UserCredentialView {
  readonly vendor: ChannelId;
  readonly id: string;
  readonly kind: UserCredential['kind'];
  readonly addedAt: string;
  /** Package names or bundle ids that it may send to. */
  readonly apps: readonly string[];
  readonly fields: readonly { readonly name: string; readonly value: string; readonly secret: boolean }[];
}

const SECRETS: ReadonlySet<string> = new Set(['appSecret', 'masterSecret', 'appKey', 'serverKey']);
/** Shown elsewhere in the view, or too long to show. */
const LEFT_OUT: ReadonlySet<string> = new Set(['vendor', 'kind', 'addedAt', 'publicKey', 'certificate']);

/** OPPO calls an app by its key, so there it is an id. */
const isSecret = (vendor: ChannelId, name: string): boolean =>
  SECRETS.has(name) && !(vendor === 'oppo' && name === 'appKey');

export const presentUserCredential = (one: UserCredential): UserCredentialView => ({
  vendor: one.vendor,
  id: idOf(one),
  kind: one.kind,
  addedAt: one.addedAt,
  apps: appsOf(one),
  fields: Object.entries(one).flatMap(([name, value]) => {
    if (LEFT_OUT.has(name) || value === null || value === '') return [];
    const text = name === 'notAfter' ? new Date(Number(value)).toISOString() : shown(value);
    const secret = isSecret(one.vendor, name);
    return [{ name, value: secret ? mask(text) : text, secret }];
  }),
});

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

/** How masked secrets begin. */
export const MASK = '••••';

/** The last characters tell secrets apart; of short ones nothing is shown. */
export const mask = (secret: string): string => `${MASK}${secret.length >= 16 ? secret.slice(-4) : ''}`;
