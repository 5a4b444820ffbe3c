import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ApiFailure } from '../api/client.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Row } from '../ui/pane.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CREDENTIAL_FORMS, credentialOf, type FormField } from './credential-forms.ts';

type Values = Readonly<Record<string, string>>;

/** A form for one credential of the vendor; what the API refuses is said where it was typed. */
export function CredentialEditor({
  vendor,
  done,
  cancel,
}: {
  readonly vendor: ChannelId;
  readonly done: () => void;
  readonly cancel: () => void;
}) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const forms = CREDENTIAL_FORMS[vendor];
  const [kind, setKind] = useState(forms[0]?.kind ?? 'app');
  const [values, setValues] = useState<Values>({});
  const [refused, setRefused] = useState<ApiFailure | null>(null);
  const form = forms.find((one) => one.kind === kind) ?? forms[0];
  if (form === undefined) return null;
  const save = () =>
    void api.putCredential(vendor, credentialOf(form, values)).then((answer) => {
      if (answer.ok) done();
      else setRefused(answer.error);
    });
  return (
    <form
      className="mt-2 max-w-xl rounded-md border border-line p-3"
      data-testid="credential-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {forms.length > 1 && (
        <Segmented
          className="mb-2"
          label={t('connect.kind')}
          value={kind}
          onChange={setKind}
          choices={forms.map((one) => ({ value: one.kind, label: t(`connect.kinds.${one.kind}`) }))}
        />
      )}
      {form.fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {refused !== null && (
        <p role="alert" className="mt-1.5 text-bad">
          {say(refused)}
        </p>
      )}
      <div className="mt-2.5 flex gap-2">
        <Button type="submit" look="primary">
          {t('connect.save')}
        </Button>
        <Button onClick={cancel}>{t('connect.cancel')}</Button>
      </div>
    </form>
  );
}

async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function Field({
  field,
  value,
  onChange,
}: {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const id = `credential-${field.name}`;
  const isFile = field.kind === 'file' || field.kind === 'binary';
  return (
    <Row label={<span className="font-mono text-xs">{field.name}</span>} htmlFor={id}>
      {isFile ? (
        <input
          id={id}
          type="file"
          className="w-full text-sm"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) void (field.kind === 'file' ? file.text() : readBase64(file)).then(onChange);
          }}
        />
      ) : (
        <input
          id={id}
          type={field.kind === 'secret' ? 'password' : 'text'}
          autoComplete="off"
          className="field h-7 w-full px-2 font-mono text-sm"
          placeholder={field.optional === true ? t('connect.optional') : ''}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Row>
  );
}
