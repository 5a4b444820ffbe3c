import type { ChannelId } from '../../core/channels/types.ts';

/** How a member of a credential is given: typed, typed unseen, a comma list, or the content of a file. */
export type FieldKind = 'text' | 'secret' | 'list' | 'file' | 'binary';

export interface FormField {
  /** The member's name in the API, which is the vendor's own word for it. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional?: true;
}

export interface CredentialForm {
  readonly kind: 'key' | 'certificate' | 'account' | 'app' | 'project';
  readonly fields: readonly FormField[];
}

const text = (name: string): FormField => ({ name, kind: 'text' });
const secret = (name: string): FormField => ({ name, kind: 'secret' });
const packageName = text('packageName');

/** What each vendor's backends are configured with. The API checks it; this only says which fields there are. */
export const CREDENTIAL_FORMS: Readonly<Record<ChannelId, readonly CredentialForm[]>> = {
  apns: [
    {
      kind: 'key',
      fields: [
        text('keyId'),
        text('teamId'),
        { name: 'key', kind: 'file' },
        { name: 'bundleIds', kind: 'list', optional: true },
      ],
    },
    {
      kind: 'certificate',
      fields: [
        { name: 'certificate', kind: 'binary' },
        { name: 'password', kind: 'secret', optional: true },
      ],
    },
  ],
  xiaomi: [{ kind: 'app', fields: [text('appId'), secret('appSecret'), packageName] }],
  huawei: [
    {
      kind: 'app',
      fields: [text('appId'), secret('appSecret'), packageName, { name: 'projectId', kind: 'text', optional: true }],
    },
    { kind: 'account', fields: [{ name: 'file', kind: 'file' }] },
  ],
  fcm: [
    { kind: 'account', fields: [{ name: 'file', kind: 'file' }, packageName] },
    {
      kind: 'project',
      fields: [
        text('projectId'),
        packageName,
        { name: 'projectNumber', kind: 'text', optional: true },
        { name: 'serverKey', kind: 'secret', optional: true },
      ],
    },
  ],
  meizu: [{ kind: 'app', fields: [text('appId'), secret('appSecret'), packageName] }],
  oppo: [{ kind: 'app', fields: [text('appKey'), secret('masterSecret'), packageName] }],
  vivo: [{ kind: 'app', fields: [text('appId'), text('appKey'), secret('appSecret'), packageName] }],
};

/** The body for the API from what was typed; empty fields are left out, so that the API says what is missing. */
export function credentialOf(
  form: CredentialForm,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const members = form.fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = (values[name] ?? '').trim();
    if (value === '') return [];
    const list = value.split(/[,\s]+/).filter((part) => part !== '');
    return [[name, kind === 'list' ? list : value]];
  });
  return { kind: form.kind, ...Object.fromEntries(members) };
}
