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

type HuaweiConsole = NonNullable<ConsoleSettings['huawei']>;
type Receipt = NonNullable<HuaweiConsole['receipts']>[number];
type ProjectReceipt = NonNullable<HuaweiConsole['projectReceipts']>[number];
type Secretive = Receipt | ProjectReceipt;

/** What tells an entry from the others of its list. */
const keyOf = (one: Secretive): string | null => ('projectId' in one ? one.projectId : one.id);

/** Changes both lists of addresses; one that is absent stays so. */
function inBoth(
  { receipts, projectReceipts, ...rest }: HuaweiConsole,
  change: <T extends Secretive>(name: 'receipts' | 'projectReceipts', list: readonly T[]) => T[],
): HuaweiConsole {
  return {
    ...rest,
    ...(receipts && { receipts: change('receipts', receipts) }),
    ...(projectReceipts && { projectReceipts: change('projectReceipts', projectReceipts) }),
  };
}

function masked(settings: ConsoleSettings): ConsoleSettings {
  const { huawei } = settings;
  if (huawei === undefined) return settings;
  const hidden = <T extends { readonly secret: string | null }>(one: T): T => ({
    ...one,
    secret: one.secret === null ? null : mask(one.secret),
  });
  return { ...settings, huawei: inBoth(huawei, (_name, list) => list.map(hidden)) };
}

/** Who reads settings, changes them and sends them back sends masked secrets; they must not become the secrets. */
function withKeptSecrets(next: ConsoleSettings, before: ConsoleSettings): Result<ConsoleSettings> {
  const { huawei } = next;
  if (huawei === undefined) return { ok: true, value: next };
  let lost: string | null = null;
  const whole = inBoth(huawei, (name, list) =>
    list.map((one, index) => {
      if (one.secret === null || !one.secret.startsWith(MASK)) return one;
      const kept: readonly Secretive[] = before.huawei?.[name] ?? [];
      const secret = kept.find((other) => keyOf(other) === keyOf(one))?.secret ?? null;
      if (secret !== null && mask(secret) === one.secret) return { ...one, secret };
      lost ??= `${name}[${index}].secret`;
      return one;
    }),
  );
  if (lost !== null) {
    const expected = 'the secret itself; a masked one stands for the kept one of the same entry only';
    const received = 'a masked secret';
    const text = {
      en: `"${lost}" is ${received}. Expected: ${expected}.`,
      zh: `“${lost}”是掩码后的密钥。应为密钥本身；掩码只能代表同一条目已保存的那个密钥。`,
    };
    return fail('invalid_setting', text, { field: lost, received, expected });
  }
  return { ok: true, value: { ...next, huawei: whole } };
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
