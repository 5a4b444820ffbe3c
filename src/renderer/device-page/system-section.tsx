import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemFacts } from '../../core/device/types.ts';
import type { DeviceView } from '../../core/views.ts';
import { patchDevice, useServices } from '../stores/services.ts';
import { Section } from '../ui/pane.tsx';
import { Select } from '../ui/select.tsx';
import { StateRow } from './rows.tsx';

const WORDS = ['version', 'android', 'sdkVersion'] as const satisfies readonly (keyof SystemFacts)[];
const FLAGS = ['playServices', 'mainlandChina', 'modelSupported'] as const satisfies readonly (keyof SystemFacts)[];

/** Facts of the system on which the vendors' requirements depend. "Not stated" is a fact too. */
export function SystemSection({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const services = useServices();
  const { system } = device;
  const patch = (change: Partial<SystemFacts>) => void patchDevice(services, device.id, { system: change });
  const android = device.platform === 'android';
  return (
    <Section title={t('device.system')} testId="device-system">
      <WordRow
        name={t('device.facts.name')}
        value={system.name}
        onChange={(name) => name !== null && patch({ name })}
      />
      {WORDS.filter((fact) => android || fact !== 'android').map((fact) => (
        <WordRow
          key={fact}
          name={t(`device.facts.${fact}`)}
          value={system[fact]}
          onChange={(value) => patch({ [fact]: value })}
        />
      ))}
      {android && (
        <WordRow
          name={t('device.facts.hmsVersion')}
          value={system.hmsVersion === null ? null : String(system.hmsVersion)}
          onChange={(value) => {
            if (value === null) patch({ hmsVersion: null });
            else if (/^\d{1,12}$/.test(value)) patch({ hmsVersion: Number(value) });
          }}
        />
      )}
      {android &&
        FLAGS.map((fact) => (
          <FlagRow
            key={fact}
            name={t(`device.facts.${fact}`)}
            value={system[fact]}
            onChange={(value) => patch({ [fact]: value })}
          />
        ))}
    </Section>
  );
}

/** Counts when Enter is pressed or the field is left; empty = not stated. */
function WordRow({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const next = draft === null ? value : draft.trim() === '' ? null : draft.trim();
    setDraft(null);
    if (next !== value) onChange(next);
  };
  return (
    <StateRow name={<label htmlFor={id}>{name}</label>}>
      <input
        id={id}
        className="field h-7 w-40 px-2"
        placeholder={t('device.notStated')}
        value={draft ?? value ?? ''}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setDraft(null);
        }}
      />
    </StateRow>
  );
}

const TRI = ['yes', 'no', 'notStated'] as const;

function FlagRow({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}) {
  const { t } = useTranslation();
  return (
    <StateRow name={name}>
      <Select
        label={name}
        className="w-40"
        value={value === null ? 'notStated' : value ? 'yes' : 'no'}
        groups={[{ options: TRI.map((one) => ({ value: one, label: t(`device.${one}`) })) }]}
        onChange={(one) => onChange(one === 'notStated' ? null : one === 'yes')}
      />
    </StateRow>
  );
}
