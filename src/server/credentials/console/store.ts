import { join } from 'node:path';
import type { Credentials } from '../../../core/channels/credentials.ts';
import { fail, type Result } from '../../../core/result.ts';
import { readIfThere, writePrivate } from '../../certificates/private-files.ts';
import { DamagedFileError } from '../../certificates/store.ts';
import { fileText } from '../service-accounts.ts';
import { MASK, mask } from '../user/present.ts';
import { withConsole } from './merge.ts';
import {
  CONSOLE_FORMAT,
  type ConsoleSettings,
  type ConsoleVendor,
  consoleFile,
  type VendorSettings,
} from './schema.ts';

/** What was set up in the consoles, in a file of its own that only its owner can read. */
export interface VendorConsole {
  /** With secrets masked. */
  shown(): ConsoleSettings;
  /** The credentials with the settings in them. */
  over(credentials: Credentials): Credentials;
  /**
   * Replaces a vendor's settings, which are checked already; without a member there are none any more. A secret that is
   * masked as `shown` masks it stays what it was, else it is refused with `invalid_setting`.
   */
  put(vendor: ConsoleVendor, settings: VendorSettings): Promise<Result<null>>;
}

/** Opens the file, which need not be there yet. Throws `DamagedFileError` when it cannot be used, and leaves it. */
export async function openConsole(directory: string): Promise<VendorConsole> {
  const path = join(directory, 'console.json');
  let settings = await readSettings(path);
  let writing: Promise<unknown> = Promise.resolve();
  const change = async (vendor: ConsoleVendor, given: VendorSettings): Promise<Result<null>> => {
    const next: ConsoleSettings = {
      ...settings,
      [vendor]: Object.keys(given).length === 0 ? undefined : given,
    };
    const whole = withKeptSecrets(next, settings);
    if (!whole.ok) return whole;
    await writePrivate(path, fileText({ format: CONSOLE_FORMAT, settings: whole.value }));
    settings = whole.value;
    return { ok: true, value: null };
  };
  return {
    shown: () => masked(settings),
    over: (credentials) => withConsole(credentials, settings),
    put(vendor, given) {
      // One change after the other: each begins with what the one before left.
      const result = writing.then(() => change(vendor, given));
      writing = result.catch(() => undefined);
      return result;
    },
  };
}

function masked(settings: ConsoleSettings): ConsoleSettings {
  const { huawei } = settings;
  if (huawei?.receipts === undefined) return settings;
  const receipts = huawei.receipts.map((one) => ({ ...one, secret: one.secret === null ? null : mask(one.secret) }));
  return { ...settings, huawei: { ...huawei, receipts } };
}

/** Who reads settings, changes them and sends them back sends masked secrets; they must not become the secrets. */
function withKeptSecrets(next: ConsoleSettings, before: ConsoleSettings): Result<ConsoleSettings> {
  const { huawei } = next;
  if (huawei?.receipts === undefined) return { ok: true, value: next };
  const kept = before.huawei?.receipts ?? [];
  const receipts = huawei.receipts.map((one) => {
    if (one.secret === null || !one.secret.startsWith(MASK)) return one;
    const secret = kept.find(({ id }) => id === one.id)?.secret ?? null;
    return secret !== null && mask(secret) === one.secret ? { ...one, secret } : { ...one, secret: null };
  });
  const lost = receipts.findIndex((one, index) => one.secret === null && huawei.receipts?.[index]?.secret !== null);
  if (lost !== -1) {
    const field = `receipts[${lost}].secret`;
    const expected = 'the secret itself; a masked one stands for the kept one of the same "id" only';
    const received = 'a masked secret';
    return fail('invalid_setting', `"${field}" is ${received}. Expected: ${expected}.`, { field, received, expected });
  }
  return { ok: true, value: { ...next, huawei: { ...huawei, receipts } } };
}

async function readSettings(path: string): Promise<ConsoleSettings> {
  const text = await readIfThere(path);
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DamagedFileError(path, 'it is no JSON');
  }
  const parsed = consoleFile.safeParse(value);
  if (parsed.success) return parsed.data.settings;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new DamagedFileError(path, `its content is not what it should be (${place || 'the whole'})`);
}
