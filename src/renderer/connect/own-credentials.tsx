import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { CredentialView } from '../api/client.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useServices } from '../stores/services.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useAnswer } from '../workspace/use-answer.ts';
import { CredentialEditor } from './credential-editor.tsx';

/** What the user's own backend is configured with, so that its configuration need not change. */
export function OwnCredentials({ vendor }: { readonly vendor: ChannelId }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const { loaded, again } = useAnswer(api.credentials);
  const [adding, setAdding] = useState(false);
  const own = useMemo(
    () => (loaded.state === 'ready' ? loaded.value.filter((one) => one.vendor === vendor) : []),
    [loaded, vendor],
  );
  const done = () => {
    setAdding(false);
    again();
  };
  return (
    <section className="hairline-t mt-4 max-w-4xl pt-3" aria-labelledby="own-title" data-testid="own-credentials">
      <div className="flex items-center gap-3">
        <h3 id="own-title" className="font-semibold">
          {t('connect.own')}
        </h3>
        {!adding && (
          <Button small data-testid="add-credential" onClick={() => setAdding(true)}>
            {t('connect.addOwn')}
          </Button>
        )}
      </div>
      <p className="mt-1.5 text-ink-2">{t('connect.ownText')}</p>
      {loaded.state === 'failed' && <p className="mt-2 text-bad">{say(loaded.error)}</p>}
      <ul className="mt-2">
        {own.map((one) => (
          <OwnLine key={one.id} one={one} removed={again} />
        ))}
      </ul>
      {adding && <CredentialEditor key={vendor} vendor={vendor} done={done} cancel={() => setAdding(false)} />}
    </section>
  );
}

function OwnLine({ one, removed }: { readonly one: CredentialView; readonly removed: () => void }) {
  const { t } = useTranslation();
  const { api, notices } = useServices();
  const remove = () =>
    void api.removeCredential(one.vendor, one.id).then((answer) => {
      if (answer.ok) removed();
      else notices.getState().report(answer.error);
    });
  return (
    <li className="hairline-t flex items-start gap-3 py-1.5 first:border-t-0" data-credential={one.id}>
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-semibold">{t(`connect.kinds.${one.kind}`)}</span>{' '}
          <span className="text-ink-2">{one.apps.join(', ')}</span>
        </p>
        <p className="flex flex-wrap gap-x-4 font-mono text-xs text-ink-2">
          {one.fields.map(({ name, value }) => (
            <span key={name}>
              {name} {value}
            </span>
          ))}
        </p>
        {one.phones.length === 0 && <p className="text-sm text-warn">{t('connect.noPhone')}</p>}
      </div>
      <IconButton
        icon={Trash2}
        size={14}
        className="size-6"
        label={t('connect.removeOwn', { id: one.id })}
        onClick={remove}
      />
    </li>
  );
}
