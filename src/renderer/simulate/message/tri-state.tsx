import { useTranslation } from 'react-i18next';
import { Row } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';

/** A yes-or-no setting that may also be left out; left out counts as on. */
export function TriState({
  label,
  value,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean | undefined) => void;
  readonly testId: string;
}) {
  const { t } = useTranslation();
  return (
    <Row label={label}>
      <Segmented
        label={label}
        testId={testId}
        value={value === undefined ? 'default' : value ? 'on' : 'off'}
        onChange={(next) => onChange(next === 'default' ? undefined : next === 'on')}
        choices={[
          { value: 'default', label: t('common.defaultOn') },
          { value: 'on', label: t('common.on') },
          { value: 'off', label: t('common.off') },
        ]}
      />
    </Row>
  );
}
