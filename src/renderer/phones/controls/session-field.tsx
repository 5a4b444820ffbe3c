import { LogOut, UserX } from 'lucide-react';
import { useId, useState } from 'react';
import type { DeviceAction } from '../../../core/simulator-types.ts';
import type { DeviceView } from '../../../core/views.ts';
import type { PhoneTexts } from '../texts.ts';
import { PopupAction, PopupField } from './popup.tsx';

interface SessionProps {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  /** Accounts to propose. */
  readonly userIds: readonly string[];
  onAction(action: DeviceAction): void;
}

/** Who is logged in on the phone; log in as anybody, log out, or be kicked by another device. */
export function SessionField({ device, texts, userIds, onAction }: SessionProps) {
  const { state, userId } = device.session;
  const word = { loggedIn: null, never: texts.neverLoggedIn, loggedOut: texts.loggedOut, kicked: texts.kicked }[state];
  const name = `${texts.control(texts.session, device.name)}: ${[userId, word].filter((part) => part !== null).join(', ')}`;
  return (
    <PopupField
      label={texts.session}
      name={name}
      value={
        <>
          <i className="ph-dot" data-on={state === 'loggedIn' || undefined} />
          {word ?? userId}
        </>
      }
    >
      {(close) => {
        const act = (action: DeviceAction) => {
          onAction(action);
          close();
        };
        return (
          <>
            <LoginForm
              texts={texts}
              userId={userId}
              userIds={userIds}
              onLogin={(user) => act({ action: 'login', userId: user })}
            />
            <hr className="ph-popup-line" />
            <PopupAction
              icon={<LogOut aria-hidden="true" />}
              disabled={state !== 'loggedIn'}
              onClick={() => act({ action: 'logout' })}
            >
              {texts.logout}
            </PopupAction>
            <PopupAction
              icon={<UserX aria-hidden="true" />}
              disabled={state !== 'loggedIn'}
              onClick={() => act({ action: 'kick' })}
            >
              {texts.kick}
            </PopupAction>
          </>
        );
      }}
    </PopupField>
  );
}

function LoginForm(props: {
  readonly texts: PhoneTexts;
  readonly userId: string | null;
  readonly userIds: readonly string[];
  onLogin(userId: string): void;
}) {
  const { texts } = props;
  const id = useId();
  const [typed, setTyped] = useState(props.userId ?? '');
  const user = typed.trim();
  return (
    <form
      className="ph-popup-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (user !== '') props.onLogin(user);
      }}
    >
      <label htmlFor={id}>{texts.loginAs}</label>
      <input
        id={id}
        className="ph-input"
        value={typed}
        list={`${id}users`}
        spellCheck={false}
        autoComplete="off"
        placeholder={texts.userId}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={`${id}users`}>
        {props.userIds.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <button type="submit" className="ph-button" disabled={user === ''}>
        {texts.login}
      </button>
    </form>
  );
}
