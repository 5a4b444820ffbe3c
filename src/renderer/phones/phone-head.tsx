import { BellOff, CircleOff, KeyRound, LogOut, PackageX, WifiOff } from 'lucide-react';
import type { DeviceView } from '../../core/views.ts';
import { statusMarks } from './logic/status.ts';
import type { PhoneTexts } from './texts.ts';

const ICONS = {
  offline: WifiOff,
  permission: BellOff,
  session: LogOut,
  process: CircleOff,
  install: PackageX,
  token: KeyRound,
} as const;

/** Above the phone: which one it is, and what about its state is not the usual. */
export function PhoneHead(props: {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  readonly service: string;
}) {
  const { device, texts } = props;
  return (
    <header className="ph-head">
      <div className="ph-head-line">
        <h3>{device.name}</h3>
        <span className="ph-head-model">
          {[device.model === device.name ? null : device.model, texts.system(device.system.name, device.system.version)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span className="ph-head-service">{props.service}</span>
      </div>
      <ul className="ph-marks" aria-label={texts.state}>
        {statusMarks(device, texts).map((mark) => {
          const Icon = ICONS[mark.id];
          return (
            <li key={mark.id} data-tone={mark.tone} data-mark={mark.id}>
              <Icon aria-hidden="true" />
              {mark.text}
            </li>
          );
        })}
      </ul>
    </header>
  );
}
