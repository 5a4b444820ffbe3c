import { Image as ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { hostOf } from '../logic/picture-host.ts';
import type { PhoneTexts } from '../texts.ts';

/** Where the picture of a notification would stand; it is fetched from its host only when the user asks for it. */
export function Picture({ address, texts }: { readonly address: string; readonly texts: PhoneTexts }) {
  const [state, setState] = useState<'waiting' | 'asked' | 'failed'>('waiting');
  const host = hostOf(address);
  if (state === 'asked') {
    return (
      <img
        className="ph-picture"
        src={address}
        alt={texts.pictureFrom(host ?? '')}
        referrerPolicy="no-referrer"
        decoding="async"
        onError={() => setState('failed')}
      />
    );
  }
  const said = state === 'failed' ? texts.pictureFailed : host === null ? texts.pictureOdd : host;
  return (
    <span className="ph-picture-place">
      <ImageIcon aria-hidden="true" />
      <span className="ph-picture-host" title={address}>
        {said}
      </span>
      {host !== null && (
        <button type="button" aria-label={texts.loadPictureFrom(host)} onClick={() => setState('asked')}>
          {texts.loadPicture}
        </button>
      )}
    </span>
  );
}
