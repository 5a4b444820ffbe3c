import { join } from 'node:path';
import { z } from 'zod';
import type { Credentials } from '../../../core/channels/credentials.ts';
import type { ChannelId } from '../../../core/channels/types.ts';
import { type Failure, fail, type Result } from '../../../core/result.ts';
import { readIfThere, writePrivate } from '../../certificates/private-files.ts';
import { DamagedFileError } from '../../certificates/store.ts';
import type { KeyStore } from '../../ports/crypto.ts';
import { fileText } from '../service-accounts.ts';
import type { CredentialInput } from './input.ts';
import { withUserCredentials } from './merge.ts';
import { readCredential } from './read.ts';
import { idOf, keyIdOf, type UserCredential, userCredential } from './types.ts';

const FORMAT = 1;
const storedFile = z.strictObject({ format: z.literal(FORMAT), credentials: z.array(userCredential) });

/** The credentials that the user brought along, in a file of their own that only its owner can read. */
export interface UserCredentials {
  /** In the order in which they were added. */
  list(): readonly UserCredential[];
  /** The installation's own and the user's. */
  all(): Credentials;
  /** Adds an entry, or replaces the one of the same id. Refuses what does not fit with `invalid_credential`. */
  put(vendor: ChannelId, input: CredentialInput, at: Date): Promise<Result<UserCredential>>;
  /** Fails with `not_found` when the vendor has no such entry. */
  remove(vendor: ChannelId, id: string): Promise<Result<UserCredential>>;
}

/** Opens the file, which need not be there yet. Throws `DamagedFileError` when it cannot be used, and leaves it. */
export async function openUserCredentials(
  directory: string,
  own: Credentials,
  keys: KeyStore,
): Promise<UserCredentials> {
  const path = join(directory, 'own.json');
  const entries = await readEntries(path);
  for (const one of entries) addKey(keys, one);
  const store = new Store(path, own, keys, entries);
  return {
    list: () => store.entries,
    all: () => store.merged,
    put: (vendor, input, at) => store.change(() => store.put(vendor, input, at)),
    remove: (vendor, id) => store.change(() => store.remove(vendor, id)),
  };
}

class Store {
  private readonly path: string;
  private readonly own: Credentials;
  private readonly keys: KeyStore;
  private readonly reserved: ReadonlySet<string>;
  private writing: Promise<unknown> = Promise.resolve();
  entries: readonly UserCredential[];
  merged: Credentials;

  constructor(path: string, own: Credentials, keys: KeyStore, entries: readonly UserCredential[]) {
    this.path = path;
    this.own = own;
    this.keys = keys;
    this.reserved = reservedIds(own);
    this.entries = entries;
    this.merged = withUserCredentials(own, entries);
  }

  /** One change after the other: each begins with what the one before left. */
  change<T>(make: () => Promise<Result<T>>): Promise<Result<T>> {
    const next = this.writing.then(make);
    this.writing = next.catch(() => undefined);
    return next;
  }

  async put(vendor: ChannelId, input: CredentialInput, at: Date): Promise<Result<UserCredential>> {
    const read = await readCredential(vendor, input, at.toISOString());
    if (!read.ok) return read;
    const taken = takenBy(read.value, this.entries, this.reserved);
    if (taken !== null) return taken;
    const replaced = (one: UserCredential): boolean => one.vendor === vendor && idOf(one) === idOf(read.value);
    await this.save([...this.entries.filter((one) => !replaced(one)), read.value]);
    addKey(this.keys, read.value);
    return read;
  }

  async remove(vendor: ChannelId, id: string): Promise<Result<UserCredential>> {
    const found = this.entries.find((one) => one.vendor === vendor && idOf(one) === id);
    if (found === undefined) {
      return fail('not_found', {
        en: `There are no credentials "${id}" of yours for ${vendor}.`,
        zh: `${vendor} 下没有你的凭据“${id}”。`,
      });
    }
    await this.save(this.entries.filter((one) => one !== found));
    const keyId = keyIdOf(found);
    if (keyId !== null) this.keys.remove(keyId);
    return { ok: true, value: found };
  }

  private async save(next: readonly UserCredential[]): Promise<void> {
    await writePrivate(this.path, fileText({ format: FORMAT, credentials: next }));
    this.entries = next;
    this.merged = withUserCredentials(this.own, next);
  }
}

/** What the installation uses itself, as vendor and id, and the names of its keys. */
function reservedIds({ apns, xiaomi, huawei, fcm, meizu, oppo, vivo }: Credentials): ReadonlySet<string> {
  const appIds = (vendor: ChannelId, apps: readonly { readonly appId: string }[]): string[] =>
    apps.map(({ appId }) => `${vendor} app-${appId}`);
  return new Set([
    ...[...apns.keys, ...huawei.serviceAccounts, ...fcm.serviceAccounts].map(({ keyId }) => `key ${keyId}`),
    ...appIds('xiaomi', xiaomi.apps),
    ...appIds('huawei', huawei.apps),
    ...fcm.projects.map(({ projectId }) => `fcm project-${projectId}`),
    ...appIds('meizu', meizu.apps),
    ...oppo.apps.map(({ appKey }) => `oppo app-${appKey}`),
    ...appIds('vivo', vivo.apps),
  ]);
}

function takenBy(
  one: UserCredential,
  entries: readonly UserCredential[],
  reserved: ReadonlySet<string>,
): { readonly ok: false; readonly error: Failure } | null {
  const keyId = keyIdOf(one);
  const id = idOf(one);
  if (reserved.has(`${one.vendor} ${id}`) || (keyId !== null && reserved.has(`key ${keyId}`))) {
    return fail('already_exists', {
      en: `"${id}" belongs to Pushpit's own credentials. Yours need another id.`,
      zh: `“${id}”是 Pushpit 自带的凭据。你的凭据要用别的标识。`,
    });
  }
  // All keys lie in one store: another vendor's under the same name would be lost.
  const other = entries.find((entry) => keyId !== null && keyIdOf(entry) === keyId && entry.vendor !== one.vendor);
  if (other === undefined) return null;
  return fail('already_exists', {
    en: `The key id "${keyId}" is that of your ${other.vendor} key. Delete that one first.`,
    zh: `密钥 ID“${keyId}”已用于你的 ${other.vendor} 密钥。请先删除那一个。`,
  });
}

function addKey(keys: KeyStore, one: UserCredential): void {
  if ('publicKey' in one) keys.add(one.keyId, one.publicKey);
}

async function readEntries(path: string): Promise<readonly UserCredential[]> {
  const text = await readIfThere(path);
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedFileError(path, 'it is no JSON');
  }
  const parsed = storedFile.safeParse(value);
  if (parsed.success) return parsed.data.credentials;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new DamagedFileError(path, `its content is not what it should be (${place || 'the whole'})`);
}
