import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelView } from '../../core/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { usePreferences, useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Row } from '../ui/pane.tsx';
import { Select } from '../ui/select.tsx';
import { FAULT_KINDS, type FaultDraft, faultOf } from './fault-draft.ts';
import { NumberField } from './number-field.tsx';
import { useAnswer } from './use-answer.ts';

/** Sets a fault up: vendor, what happens, to which target, how often. */
export function FaultForm() {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const { loaded } = useAnswer(api.channels);
  if (loaded.state === 'failed') return <p className="px-3 py-2 text-bad">{say(loaded.error)}</p>;
  if (loaded.state === 'loading' || loaded.value.length === 0) return null;
  return (
    <section className="hairline-t mt-2 px-3 py-2" aria-label={t('faults.add')}>
      <Fields channels={loaded.value} />
    </section>
  );
}

const codesOf = (channels: readonly ChannelView[], id: string) =>
  channels.find((channel) => channel.id === id)?.codes.filter(({ success }) => !success) ?? [];

function Fields({ channels }: { readonly channels: readonly ChannelView[] }) {
  const { t } = useTranslation();
  const { api, notices } = useServices();
  const [draft, setDraft] = useState<FaultDraft>({
    channel: channels[0]?.id ?? 'apns',
    kind: 'code',
    code: '',
    status: 502,
    body: '',
    ms: 2000,
    target: '',
    times: 1,
  });
  const codes = codesOf(channels, draft.channel);
  const code = codes.some((one) => one.code === draft.code) ? draft.code : (codes[0]?.code ?? '');
  const change = (part: Partial<FaultDraft>) => setDraft({ ...draft, ...part });
  const add = () =>
    void api.addFault(faultOf({ ...draft, code })).then((answer) => {
      if (!answer.ok) notices.getState().report(answer.error);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Row label={t('faults.vendor')}>
        <Select
          label={t('faults.vendor')}
          testId="fault-vendor"
          value={draft.channel}
          groups={[{ options: channels.map(({ id }) => ({ value: id, label: t(`channel.${id}`) })) }]}
          onChange={(channel) => change({ channel })}
        />
      </Row>
      <Row label={t('faults.kind')}>
        <Select
          label={t('faults.kind')}
          testId="fault-kind"
          value={draft.kind}
          groups={[{ options: FAULT_KINDS.map((value) => ({ value, label: t(`faults.kinds.${value}`) })) }]}
          onChange={(kind) => change({ kind })}
        />
      </Row>
      <Details draft={draft} code={code} codes={codes} change={change} />
      <Row label={t('faults.target')} htmlFor="fault-target">
        <input
          id="fault-target"
          className="field h-7 w-full px-2 font-mono text-sm"
          placeholder={t('faults.targetHint')}
          value={draft.target}
          onChange={(event) => change({ target: event.target.value })}
        />
      </Row>
      <Row label={t('faults.times')}>
        <NumberField
          label={t('faults.times')}
          value={draft.times}
          min={0}
          max={1_000_000}
          onChange={(times) => change({ times })}
        />
        <span className="ml-2 text-sm text-ink-3">{t('faults.timesHint')}</span>
        <Button type="submit" look="primary" className="ml-auto" data-testid="add-fault">
          {t('faults.add')}
        </Button>
      </Row>
    </form>
  );
}

interface DetailsProps {
  readonly draft: FaultDraft;
  readonly code: string;
  readonly codes: ChannelView['codes'];
  readonly change: (part: Partial<FaultDraft>) => void;
}

/** What only some kinds of fault need. */
function Details({ draft, code, codes, change }: DetailsProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  if (draft.kind === 'code')
    return (
      <Row label={t('faults.code')}>
        <Select
          label={t('faults.code')}
          testId="fault-code"
          value={code}
          groups={[
            { options: codes.map((one) => ({ value: one.code, label: one.code, hint: one.meaning[language] })) },
          ]}
          onChange={(next) => change({ code: next })}
        />
      </Row>
    );
  if (draft.kind === 'status')
    return (
      <>
        <Row label={t('faults.status')}>
          <NumberField
            label={t('faults.status')}
            value={draft.status}
            min={200}
            max={599}
            onChange={(status) => change({ status })}
          />
        </Row>
        <Row label={t('faults.body')} htmlFor="fault-body">
          <input
            id="fault-body"
            className="field h-7 w-full px-2 font-mono text-sm"
            value={draft.body}
            onChange={(event) => change({ body: event.target.value })}
          />
        </Row>
      </>
    );
  if (draft.kind === 'delay')
    return (
      <Row label={t('faults.wait')}>
        <NumberField
          label={t('faults.wait')}
          value={draft.ms}
          min={1}
          max={600_000}
          onChange={(ms) => change({ ms })}
        />
      </Row>
    );
  return null;
}
