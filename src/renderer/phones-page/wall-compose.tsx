import { Send } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { ResultMark } from '../ui/result-mark.tsx';
import { Select } from '../ui/select.tsx';
import { countStates, sendToWall, type WallSent } from './wall-send.ts';

/** What stands in the fields, and a way to send it. */
export interface WallDraft {
  readonly title: string;
  readonly text: string;
  /** `shown`, `chosen` or `group:ID`. */
  readonly target: string;
  /** With the push settings that are written on Simulate. */
  readonly takes: boolean;
  readonly sending: boolean;
  readonly sent: WallSent | null;
  edit(change: Partial<Pick<WallDraft, 'title' | 'text' | 'target' | 'takes'>>): void;
  send(): Promise<void>;
}

interface Phones {
  readonly shown: readonly DeviceView[];
  readonly chosen: readonly DeviceView[];
}

/** The message of the wall while the page is open. */
export function useWallDraft({ shown, chosen }: Phones): WallDraft {
  const { t } = useTranslation();
  const services = useServices();
  const [fields, setFields] = useState({ title: '', text: t('phones.firstText'), target: 'shown', takes: false });
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<WallSent | null>(null);
  const send = async () => {
    if (sending || fields.text.trim() === '') return;
    setSending(true);
    const { from, offlinePush } = services.draft.getState().message;
    const { title, text, target, takes } = fields;
    const group = target.startsWith(GROUP) ? target.slice(GROUP.length) : null;
    const to = group === null ? { devices: target === 'chosen' ? chosen : shown } : { group };
    setSent(await sendToWall(services.api, { from, title, text, push: takes ? (offlinePush ?? null) : null }, to));
    setSending(false);
  };
  return { ...fields, sending, sent, send, edit: (change) => setFields((before) => ({ ...before, ...change })) };
}

const GROUP = 'group:';

/** One message, written quickly, to a group or to the phones in sight. */
export function WallCompose({ draft, ...phones }: Phones & { readonly draft: WallDraft }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <form
      data-testid="wall-compose"
      aria-label={t('phones.compose')}
      className="wall-compose hairline-b"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.send();
      }}
    >
      <label htmlFor={`${id}-title`} className="sr-only">
        {t('phones.titleField')}
      </label>
      <input
        id={`${id}-title`}
        className="field h-7 w-40 px-2"
        placeholder={t('phones.titlePlaceholder')}
        value={draft.title}
        onChange={(event) => draft.edit({ title: event.target.value })}
      />
      <label htmlFor={`${id}-text`} className="sr-only">
        {t('phones.textField')}
      </label>
      <input
        id={`${id}-text`}
        data-testid="wall-text"
        className="field h-7 min-w-40 flex-1 px-2"
        value={draft.text}
        onChange={(event) => draft.edit({ text: event.target.value })}
      />
      <Target {...phones} target={draft.target} onTarget={(target) => draft.edit({ target })} />
      <label className="flex h-7 items-center gap-1.5 text-sm text-ink-2">
        <input
          type="checkbox"
          className="accent-[var(--accent)]"
          checked={draft.takes}
          onChange={(event) => draft.edit({ takes: event.target.checked })}
        />
        {t('phones.takeSettings')}
      </label>
      <Button look="primary" type="submit" data-testid="wall-send" disabled={draft.sending || draft.text.trim() === ''}>
        <Send size={13} aria-hidden />
        {t(draft.sending ? 'message.sending' : 'message.send')}
      </Button>
      <SentLine sent={draft.sent} />
    </form>
  );
}

function Target({
  shown,
  chosen,
  target,
  onTarget,
}: Phones & { readonly target: string; readonly onTarget: (target: string) => void }) {
  const { t } = useTranslation();
  const groups = useWorld((world) => world.workspace?.groups) ?? [];
  return (
    <Select
      label={t('phones.target')}
      testId="wall-target"
      className="max-w-56"
      value={target}
      groups={[
        {
          options: [
            { value: 'shown', label: t('phones.toShown', { count: shown.length }) },
            { value: 'chosen', label: t('phones.toChosen', { count: chosen.length }) },
          ],
        },
        {
          label: t('message.groups'),
          options: groups.map(({ groupId, name }) => ({ value: `${GROUP}${groupId}`, label: name, hint: groupId })),
        },
      ]}
      onChange={onTarget}
    />
  );
}

/** How it went, in numbers with words. */
function SentLine({ sent }: { readonly sent: WallSent | null }) {
  const { t } = useTranslation();
  const say = useFailureText();
  return (
    <p className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 text-sm" role="status" data-testid="wall-sent">
      {sent === null ? (
        <span className="text-ink-3">{t('phones.composeText')}</span>
      ) : (
        <>
          {[...countStates(sent.outcomes)].map(([state, count]) => (
            <span key={state} className="inline-flex items-center gap-1.5" data-result={state}>
              <ResultMark kind={state} />
              {t(`phones.stateOf.${state}`)} <b className="font-semibold">{count}</b>
            </span>
          ))}
          {sent.unreachable.length > 0 && (
            <span className="text-ink-2">{t('phones.unreachable', { count: sent.unreachable.length })}</span>
          )}
          {sent.outcomes.length === 0 && sent.failure === null && (
            <span className="text-ink-2">{t('phones.sentToNobody')}</span>
          )}
          {sent.failure !== null && <span className="text-bad">{say(sent.failure)}</span>}
        </>
      )}
    </p>
  );
}
