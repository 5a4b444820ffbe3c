import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { DeviceView } from '../../../core/views.ts';
import { shortId } from '../logic/status.ts';
import type { PhoneTexts } from '../texts.ts';

/** The address that senders push to: both ends of it, whole on hover, copied with a click. */
export function TokenRow({ device, texts }: { readonly device: DeviceView; readonly texts: PhoneTexts }) {
  const [copied, setCopied] = useState(false);
  const { token } = device;

  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), 1500);
    return () => window.clearTimeout(timer);
  }, [copied]);

  return (
    <div className="ph-token">
      <span className="ph-field-label">{texts.token}</span>
      {token === null ? (
        <span className="ph-token-none">{texts.tokenNone}</span>
      ) : (
        <button
          type="button"
          className="ph-token-value"
          title={token}
          aria-label={texts.copy(device.name)}
          onClick={() => {
            void navigator.clipboard.writeText(token).then(() => setCopied(true));
          }}
        >
          <code>{shortId(token, 12)}</code>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        </button>
      )}
      <span className="ph-sr" role="status">
        {copied ? texts.copied : ''}
      </span>
    </div>
  );
}
