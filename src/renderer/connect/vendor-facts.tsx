import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionChannelView, ConnectionField, ConnectionFile } from '../../server/api/views.ts';
import { API_BASE } from '../api/client.ts';
import { usePreferences } from '../stores/services.ts';
import { CopyButton } from '../ui/copy.tsx';

/** Addresses, ids, secrets and files of one vendor. */
export function VendorFacts({
  vendor,
  common,
  ca,
}: {
  readonly vendor: ConnectionChannelView;
  readonly common: readonly ConnectionFile[];
  readonly ca: string;
}) {
  const { t } = useTranslation();
  return (
    <dl className="mt-3 grid max-w-4xl grid-cols-[9rem_minmax(0,1fr)] gap-x-3" data-testid="connect-facts">
      <Fact name={t('connect.baseTls')}>
        <Copyable text={vendor.url} />
      </Fact>
      <Fact name={t('connect.basePlain')}>
        <Copyable text={vendor.plainUrl} />
      </Fact>
      <Fact name={t('connect.hosts')}>
        <span className="flex min-w-0 flex-wrap gap-x-3">
          {vendor.hosts.map((host) => (
            <Copyable key={host} text={host} />
          ))}
        </span>
      </Fact>
      {vendor.fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
      <Fact name={t('connect.files')}>
        <span className="flex flex-wrap gap-1.5">
          {[...common, ...vendor.files].map((file) => (
            <FileLink key={file.name} file={file} />
          ))}
        </span>
      </Fact>
      <Fact name={t('connect.ca')}>
        <Copyable text={ca} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="hairline-t col-span-2 grid grid-cols-subgrid items-center py-1 first:border-t-0">
      <dt className="py-1 text-sm wrap-anywhere text-ink-2">{name}</dt>
      <dd className="flex min-h-6 min-w-0 items-center">{children}</dd>
    </div>
  );
}

function Field({ field }: { readonly field: ConnectionField }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Fact name={field.label[language]}>
      {field.value === null ? (
        <span className="font-mono text-sm text-ink-3">{t('connect.hidden')}</span>
      ) : (
        <Copyable text={field.value} />
      )}
    </Fact>
  );
}

function Copyable({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex min-w-0 items-center gap-0.5">
      <code className="truncate font-mono text-sm" title={text}>
        {text}
      </code>
      <CopyButton text={text} label={t('top.copyAddress', { address: text })} />
    </span>
  );
}

function FileLink({ file }: { readonly file: ConnectionFile }) {
  const language = usePreferences((state) => state.language);
  return (
    <a
      href={`${API_BASE}/connection/files/${encodeURIComponent(file.name)}`}
      download={file.name}
      title={file.path ?? file.name}
      className="inline-flex h-6 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2 text-sm hover:bg-hover"
    >
      <Download size={13} className="text-ink-3" aria-hidden />
      <span>{file.label[language]}</span>
      <span className="font-mono text-xs text-ink-3">{file.name}</span>
    </a>
  );
}
