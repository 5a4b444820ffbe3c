import { useTranslation } from 'react-i18next';
import type { DeviceSwitchView, DeviceView } from '../../core/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { patchDevice, usePreferences, useServices } from '../stores/services.ts';
import { Section } from '../ui/pane.tsx';
import { useAnswer } from '../workspace/use-answer.ts';
import { StateRow, SwitchControl, type Value } from './rows.tsx';

interface Props {
  readonly device: DeviceView;
}

/** What can be set, from the API's own tables: a new condition of the core has its row here without another line. */
function useTable(table: 'conditions' | 'settings', { device }: Props) {
  const services = useServices();
  const say = useFailureText();
  const { loaded } = useAnswer(services.api.deviceSettings);
  const listed = loaded.state === 'ready' ? loaded.value[table] : [];
  return {
    failure: loaded.state === 'failed' ? say(loaded.error) : null,
    entries: listed.filter(({ on }) => on === null || on === device.platform),
    set: (name: string, value: Value) => void patchDevice(services, device.id, { [table]: { [name]: value } }),
  };
}

/** The phone as a whole: Doze, power, Do not disturb or Focus, volume, lock screen. */
export function ConditionsSection({ device }: Props) {
  const { t } = useTranslation();
  const table = useTable('conditions', { device });
  return (
    <Section title={t('device.conditions')} testId="device-conditions">
      <Entries {...table} values={device.conditions} />
    </Section>
  );
}

/** The app's switches in the phone's settings. */
export function SettingsSection({ device }: Props) {
  const { t } = useTranslation();
  const table = useTable('settings', { device });
  return (
    <Section title={t('device.settings', { app: device.app.label })} testId="device-settings">
      <Entries {...table} values={device.settings} />
    </Section>
  );
}

function Entries({
  entries,
  values,
  failure,
  set,
}: {
  readonly entries: readonly DeviceSwitchView[];
  readonly values: Readonly<Record<string, Value | undefined>>;
  readonly failure: string | null;
  readonly set: (name: string, value: Value) => void;
}) {
  const language = usePreferences((state) => state.language);
  if (failure !== null) return <p className="text-bad">{failure}</p>;
  return entries.map((one) => (
    <StateRow key={one.name} name={one.text[language]} testId={`set-${one.name}`}>
      <SwitchControl one={one} value={values[one.name] ?? one.default} onChange={(value) => set(one.name, value)} />
    </StateRow>
  ));
}
