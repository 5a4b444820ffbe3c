import { ChevronDown, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView, NotificationView } from '../../core/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { clockTime, fullTime } from '../lib/format.ts';
import { useFollowing } from '../lib/use-following.ts';
import { usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { JsonCode } from '../ui/json-code.tsx';
import { Section } from '../ui/pane.tsx';
import { RecordLinks } from './open-record.tsx';

const PAGE = 20;

/** Every notification that the phone showed, newest first; what memory forgot comes from the archive. */
export function History({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const screen = useWorld((world) => world.screens[device.id]);
  const loaded = useFollowing(
    useCallback(() => api.notifications({ device: device.id, limit: PAGE }), [api, device.id]),
    screen,
  );
  const [older, setOlder] = useState<readonly NotificationView[]>([]);
  const [end, setEnd] = useState(false);
  useEffect(() => {
    // A reset empties the history, and what was read before is of another world.
    if (loaded.state === 'ready' && loaded.value.length === 0) setOlder([]);
  }, [loaded]);
  const newest = loaded.state === 'ready' ? loaded.value : [];
  const known = new Set(newest.map(({ id }) => id));
  const all = [...newest, ...older.filter(({ id }) => !known.has(id))];
  const more = async () => {
    const before = all.at(-1)?.id;
    const answer = await api.notifications({ device: device.id, limit: PAGE, before });
    if (!answer.ok) return;
    setOlder([...all, ...answer.value]);
    setEnd(answer.value.length < PAGE);
  };
  return (
    <Section title={t('device.history')} testId="device-history">
      {loaded.state === 'failed' && <p className="text-bad">{say(loaded.error)}</p>}
      {loaded.state === 'ready' && all.length === 0 && <p className="text-ink-2">{t('device.historyNone')}</p>}
      <ul>
        {all.map((one) => (
          <HistoryRow key={one.id} one={one} />
        ))}
      </ul>
      {all.length >= PAGE && !end && (
        <Button small look="quiet" className="mt-1" onClick={() => void more()}>
          {t('device.older')}
        </Button>
      )}
    </Section>
  );
}

function HistoryRow({ one }: { readonly one: NotificationView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [open, setOpen] = useState(false);
  const Icon = open ? ChevronDown : ChevronRight;
  const facts = [
    one.sound ?? (one.vibrated ? t('device.vibrated') : t('device.noSound')),
    one.badge === null ? null : t('device.badgeIs', { number: one.badge }),
    one.heldBack === null ? null : t(`device.heldBack.${one.heldBack}`),
    one.quiet ? t('device.quiet') : null,
    one.channelName,
  ].filter((fact) => fact !== null);
  return (
    <li className="hairline-t py-1 first:border-t-0" data-testid="history-row">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-ml-1 flex min-w-0 flex-1 items-center gap-1.5 rounded-md px-1 py-0.5 text-left hover:bg-hover"
        >
          <Icon size={13} className="shrink-0 text-ink-3" aria-hidden />
          <span className="shrink-0 text-sm text-ink-3" title={fullTime(one.at, language)}>
            {clockTime(one.at)}
          </span>
          <span className="min-w-0 truncate">
            <b className="font-medium">{one.title ?? t('device.untitled')}</b>
            {one.body !== null && <span className="text-ink-2"> · {one.body}</span>}
          </span>
        </button>
        <RecordLinks outcomeId={one.outcomeId} exchangeId={one.exchangeId} />
      </div>
      {open && (
        <div className="pt-1 pb-2 pl-5">
          <p className="text-sm text-ink-2">{facts.join(' · ')}</p>
          <p className="mt-1.5 mb-1 text-sm text-ink-2">
            {t(`device.tap.${one.tap.kind}`)}
            {one.tap.target !== null && <code className="ml-1.5 font-mono text-xs break-all">{one.tap.target}</code>}
          </p>
          <JsonCode label={t('device.tapData')} text={JSON.stringify(one.tap.data, null, 2)} />
        </div>
      )}
    </li>
  );
}
