import type { CSSProperties, RefObject } from 'react';
import type { Face } from './logic/arrivals.ts';
import { ChatScreen } from './parts/chat-screen.tsx';
import { NotificationCard } from './parts/notification-card.tsx';
import { NotificationList } from './parts/notification-list.tsx';
import type { GlassProps } from './skins/skin.ts';
import type { Glass } from './use-glass.ts';

interface BodyProps extends GlassProps {
  readonly face: Face;
  readonly glass: Glass;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly light: RefObject<HTMLDivElement | null>;
}

/** The drawn phone: case, glass, and on the glass what the system shows. */
export function PhoneBody(props: BodyProps) {
  const { skin, face, glass, texts, device } = props;
  const what = { lock: texts.lockScreen, home: texts.homeScreen, app: texts.appScreen(device.app.label) }[face];
  // React has no type for custom properties.
  const style = { '--ph-font': skin.fontFamily, ...skin.vars } as CSSProperties;
  return (
    <div className="ph-body" ref={props.body} style={style}>
      <skin.Hardware />
      <div className="ph-case">
        <section
          className="ph-glass"
          aria-label={texts.control(what, device.name)}
          data-face={face}
          data-shade={glass.shadeOpen || undefined}
        >
          <skin.Wallpaper skin={skin} />
          <FaceView {...props} />
          <Shade {...props} />
          <skin.StatusBar {...props} showClock={face !== 'lock' && !glass.shadeOpen} />
          <TopEdge {...props} />
          <Banner {...props} />
          <skin.Cutout />
          <BottomEdge {...props} />
          <div className="ph-dark" ref={props.light} aria-hidden="true" />
        </section>
      </div>
    </div>
  );
}

function listOf(props: BodyProps, place: 'shade' | 'lock') {
  const { groups, lockScreen } = props.screen;
  return (place === 'lock' ? lockScreen : groups).length === 0 ? null : <NotificationList {...props} place={place} />;
}

function FaceView(props: BodyProps) {
  const { skin, face, glass } = props;
  if (face === 'lock') return <skin.Lock {...props} list={listOf(props, 'lock')} />;
  return (
    <div className="ph-face" inert={glass.shadeOpen}>
      {face === 'app' ? <ChatScreen {...props} /> : <skin.Home {...props} />}
    </div>
  );
}

function Shade(props: BodyProps) {
  return props.glass.shadeOpen ? (
    <div className="ph-shade">
      <props.skin.Shade {...props} list={listOf(props, 'shade')} />
    </div>
  ) : null;
}

/** The upper edge pulls the notification shade down. */
function TopEdge({ face, glass, texts, actions }: BodyProps) {
  if (face === 'lock' || glass.shadeOpen) return null;
  return <button type="button" className="ph-top" aria-label={texts.openShade} onClick={actions.openShade} />;
}

/** The bar at the lower edge: unlocks, closes the shade, or leaves the app. */
function BottomEdge({ face, glass, texts, actions }: BodyProps) {
  const [label, act] =
    face === 'lock'
      ? [texts.unlock, actions.unlock]
      : glass.shadeOpen
        ? [texts.closeShade, actions.closeShade]
        : [texts.toHome, actions.home];
  if (face === 'home' && !glass.shadeOpen) return <span className="ph-bottom" aria-hidden="true" />;
  return <button type="button" className="ph-bottom" aria-label={label} onClick={act} />;
}

function Banner(props: BodyProps) {
  const { banner, bannerMoved } = props.glass;
  return (
    <div className="ph-banner-place" aria-live="polite">
      {banner !== null && (
        <div
          key={banner.appearance}
          className="ph-note ph-banner"
          data-notification={banner.note.id}
          data-leaving={banner.leaving || undefined}
          onAnimationEnd={bannerMoved}
        >
          <NotificationCard {...props} note={banner.note} place="banner" />
        </div>
      )}
    </div>
  );
}
