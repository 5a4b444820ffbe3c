import type { GlassProps } from '../skins/skin.ts';
import { AppMark, IconBadge } from './app-mark.tsx';
import { DOCK_ICONS, GRID_ICONS, type NeutralIcon, NeutralTile } from './neutral-icons.tsx';

/** Four columns of icons: the app under test among nobody's, on its own row where the eye finds it. */
export function HomeGrid(props: GlassProps) {
  const { device } = props;
  return (
    <div className="ph-grid">
      {GRID_ICONS.slice(0, 8).map((icon) => (
        <Neighbour key={icon.id} icon={icon} {...props} />
      ))}
      {device.app.installed && <TestedApp {...props} />}
      {GRID_ICONS.slice(8).map((icon) => (
        <Neighbour key={icon.id} icon={icon} {...props} />
      ))}
    </div>
  );
}

function Neighbour({ icon, language }: Pick<GlassProps, 'language'> & { readonly icon: NeutralIcon }) {
  return (
    <span className="ph-neighbour" aria-hidden="true">
      <NeutralTile icon={icon} />
      <span className="ph-app-label">{icon.name[language]}</span>
    </span>
  );
}

function TestedApp({ device, screen, texts, actions }: GlassProps) {
  return (
    <button
      type="button"
      className="ph-app"
      aria-label={texts.openApp(device.app.label, screen.badgeText === null ? 0 : screen.badge)}
      data-badge={screen.badge}
      onClick={actions.launch}
    >
      <span className="ph-app-icon">
        <span className="ph-tile">
          <AppMark />
        </span>
        <IconBadge screen={screen} />
      </span>
      <span className="ph-app-label">{device.app.label}</span>
    </button>
  );
}

export function Dock() {
  return (
    <div className="ph-dock" aria-hidden="true">
      {DOCK_ICONS.map((icon) => (
        <NeutralTile key={icon.id} icon={icon} />
      ))}
    </div>
  );
}
