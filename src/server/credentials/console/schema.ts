import { z } from 'zod';
import { words } from '../../api/words.ts';

// What a developer sets up in a vendor's web console, or in the certificate form of Tencent IM's: one shape per vendor,
// which checks requests and the stored file alike and stands in the OpenAPI document.

const id = z.string().min(1).max(256);
const text = z.string().min(1).max(1024);
const blacklisted = z
  .boolean()
  .optional()
  .meta({ description: "The vendor has blocked the app: its pushes are refused with the vendor's code" });
const channelKind = z.enum(['public', 'private']);

const isWebAddress = (value: string): boolean => {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
};
const url = z
  .string()
  .max(2048)
  .refine(
    isWebAddress,
    words(
      'Give an http or https address such as http://127.0.0.1:9000/receipts',
      '请填写 http 或 https 地址，例如 http://127.0.0.1:9000/receipts',
    ),
  )
  .meta({
    description: 'http or https. Receipts reach loopback addresses only, and hosts of `serve --allow-callback-host`',
  });

/** A list whose entries are told apart by this member. */
const listBy = <K extends string, T extends z.ZodType<{ readonly [P in K]: string | null }>>(name: K, entry: T) =>
  z
    .array(entry)
    .max(1000)
    .superRefine((entries, context) => {
      entries.forEach((one, index) => {
        if (entries.findIndex((other) => other[name] === one[name]) === index) return;
        context.addIssue({
          code: 'custom',
          path: [index, name],
          message: words('Give a value that no other entry has', '请填写与其他条目不同的值'),
        });
      });
    })
    .optional();

const byId = <T extends z.ZodType<{ readonly id: string | null }>>(entry: T) => listBy('id', entry);

const receiver = {
  url,
  userName: text.nullable().default(null),
  secret: text.nullable().default(null).meta({
    description: 'Signs `X-HUAWEI-CALLBACK-ID`. Masked in answers; sent back as masked, the kept one stays',
  }),
};

interface Signer {
  readonly userName: string | null;
  readonly secret: string | null;
}

function together({ userName, secret }: Signer, context: z.RefinementCtx<Signer>): void {
  if ((userName === null) === (secret === null)) return;
  const path = userName === null ? 'userName' : 'secret';
  context.addIssue({
    code: 'custom',
    path: [path],
    message: words('Give userName and secret together, or neither', 'userName 与 secret 要么都填，要么都不填'),
  });
}

const huaweiReceipt = z
  .strictObject({
    id: id.nullable().default(null).meta({ description: 'The `receipt_id` of messages; null = for the whole app' }),
    ...receiver,
  })
  .superRefine(together);

const huaweiProjectReceipt = z
  .strictObject({
    projectId: id.nullable().default(null).meta({ description: 'null = for every project' }),
    ...receiver,
  })
  .superRefine(together);

const click = z
  .strictObject({ kind: z.enum(['page', 'web']), target: text })
  .superRefine(({ kind, target }, context) => {
    if (kind === 'page' || isWebAddress(target)) return;
    context.addIssue({
      code: 'custom',
      path: ['target'],
      message: words('Give the http or https address of the web page', '请填写网页的 http 或 https 地址'),
    });
  })
  .nullable()
  .default(null)
  .meta({ description: 'What a tap does: an intent of a page of the app, or a web page; null = opens the app' });

const huawei = z
  .strictObject({
    receipts: byId(huaweiReceipt),
    projectReceipts: listBy('projectId', huaweiProjectReceipt).meta({
      description: 'For the apps of a project that have no address of their own',
    }),
    certificate: z
      .strictObject({
        badgeClass: text.nullable().default(null).meta({
          description: 'Full class name of the launcher activity; IM then adds 1 to the icon',
        }),
        click,
      })
      .optional()
      .meta({ description: "The certificate form of IM's console" }),
  })
  .meta({ id: 'HuaweiConsole' });

const vivo = z
  .strictObject({ receipts: byId(z.strictObject({ id, url })), blacklisted })
  .meta({ id: 'VivoConsole', description: '`receipts` by `callback.id`; the switch `idReceipts` lets them be sent' });

const oppo = z
  .strictObject({
    channels: byId(z.strictObject({ id, kind: channelKind })),
    templates: byId(z.strictObject({ id, title: text, content: text })).meta({
      description: 'Approved ones, with `$' + '{name}$` places. Absent = any id is taken, with the texts as sent',
    }),
    blacklisted,
  })
  .meta({ id: 'OppoConsole' });

const xiaomi = z
  .strictObject({
    channels: byId(z.strictObject({ id, name: text, kind: channelKind })),
    templates: byId(z.strictObject({ id, title: text, description: text })).meta({
      description: 'Reviewed ones, with `{$name$}` places; asked for while message classes are on',
    }),
    blacklisted,
  })
  .meta({ id: 'XiaomiConsole' });

const fcm = z
  .strictObject({
    disabledAccounts: z
      .array(z.string().min(3).max(256))
      .max(1000)
      .optional()
      .meta({ description: 'E-mail addresses (`client_email`) of service accounts that have been switched off' }),
  })
  .meta({ id: 'FcmConsole' });

const meizu = z.strictObject({ blacklisted }).meta({ id: 'MeizuConsole' });

const FINGERPRINT = /^[0-9a-f]{2}(?::?[0-9a-f]{2}){31}$/i;
const apns = z
  .strictObject({
    revokedCertificates: z
      .array(
        z
          .string()
          .regex(
            FINGERPRINT,
            words(
              'Give the SHA-256 fingerprint of a certificate: 64 hexadecimal digits',
              '请填写证书的 SHA-256 指纹：64 位十六进制数字',
            ),
          ),
      )
      .max(1000)
      .optional()
      .meta({ description: 'SHA-256 fingerprints of client certificates, with or without colons' }),
    topicKeys: z
      .array(z.strictObject({ keyId: id, topics: z.array(text).min(1).max(100) }))
      .max(1000)
      .optional()
      .meta({ description: 'Keys that are good for these topics only; all others as they were given' }),
  })
  .meta({ id: 'ApnsConsole' });

export const consoleSchemas = { apns, xiaomi, huawei, fcm, meizu, oppo, vivo } as const;

/** Vendors with something to set up that is emulated here. */
export type ConsoleVendor = keyof typeof consoleSchemas;

/** All settings; a vendor without any is absent. */
export type ConsoleSettings = { readonly [V in ConsoleVendor]?: z.infer<(typeof consoleSchemas)[V]> | undefined };
export type VendorSettings = NonNullable<ConsoleSettings[ConsoleVendor]>;

export const CONSOLE_VENDORS = [
  'apns',
  'xiaomi',
  'huawei',
  'fcm',
  'meizu',
  'oppo',
  'vivo',
] as const satisfies ConsoleVendor[];

export const CONSOLE_FORMAT = 1;
export const consoleFile = z.strictObject({
  format: z.literal(CONSOLE_FORMAT),
  settings: z.strictObject({
    apns: apns.optional(),
    xiaomi: xiaomi.optional(),
    huawei: huawei.optional(),
    fcm: fcm.optional(),
    meizu: meizu.optional(),
    oppo: oppo.optional(),
    vivo: vivo.optional(),
  }),
});
