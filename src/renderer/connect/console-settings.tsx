import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ConsoleView } from '../../server/api/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { syntaxProblem } from '../message/json.ts';
import { usePreferences, useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { useAnswer } from '../workspace/use-answer.ts';

/** What a developer sets up in the vendor's console or in Tencent IM's; nothing for vendors without such settings. */
export function ConsoleSettings({ vendor }: { readonly vendor: ChannelId }) {
  const { t } = useTranslation();
  const { api } = useServices();
  const say = useFailureText();
  const { loaded, again } = useAnswer(api.consoleSettings);
  const one = loaded.state === 'ready' ? loaded.value.find((entry) => entry.vendor === vendor) : undefined;
  if (loaded.state !== 'failed' && one === undefined) return null;
  return (
    <section className="hairline-t mt-4 max-w-4xl pt-3" aria-labelledby="console-title" data-testid="console-settings">
      <h3 id="console-title" className="font-semibold">
        {t('connect.console')}
      </h3>
      <p id="console-text" className="mt-1.5 text-ink-2">
        {t('connect.consoleText')}
      </p>
      {loaded.state === 'failed' && <p className="mt-2 text-bad">{say(loaded.error)}</p>}
      {one !== undefined && <Editor key={vendor} one={one} saved={again} />}
    </section>
  );
}

const textOf = (value: object): string => (Object.keys(value).length === 0 ? '' : JSON.stringify(value, null, 2));

/** The settings as JSON; what is wrong with them is said below. */
function Editor({ one, saved }: { readonly one: ConsoleView; readonly saved: () => void }) {
  const { t } = useTranslation();
  const { api } = useServices();
  const language = usePreferences((state) => state.language);
  const say = useFailureText();
  const [text, setText] = useState(textOf(one.settings));
  const [state, setState] = useState<{ readonly ok: boolean; readonly said: string } | null>(null);
  const edit = (next: string) => {
    setText(next);
    setState(null);
  };
  const save = async () => {
    const settings = readJson(text);
    if (!settings.ok) {
      const { found } = settings.problem;
      const reason = found === '' ? t('json.syntaxEnd') : t('json.syntax', { found });
      setState({ ok: false, said: t('connect.consoleNoJson', { line: settings.line, reason }) });
      return;
    }
    const answer = await api.putConsoleSettings(one.vendor, settings.value);
    if (!answer.ok) {
      setState({ ok: false, said: say(answer.error) });
      return;
    }
    setText(textOf(answer.value.settings));
    setState({ ok: true, said: t('connect.consoleSaved') });
    saved();
  };
  return (
    <form
      className="mt-2 max-w-xl"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        aria-labelledby="console-title"
        aria-describedby="console-text"
        aria-invalid={state?.ok === false}
        spellCheck={false}
        rows={4}
        className="field field-sizing-content max-h-64 min-h-20 w-full resize-y px-2 py-1.5 font-mono text-xs leading-5"
        placeholder={textOf(one.example)}
        value={text}
        onChange={(event) => edit(event.target.value)}
      />
      {one.notes.map((note) => (
        <p key={note.en} className="mt-1.5 text-sm text-warn">
          {note[language]}
        </p>
      ))}
      <div className="mt-2 flex items-baseline gap-2">
        <Button type="submit" look="primary">
          {t('connect.save')}
        </Button>
        {text === '' && <Button onClick={() => edit(textOf(one.example))}>{t('connect.consoleExample')}</Button>}
        {state?.ok === true && (
          <span role="status" className="text-sm text-ink-2">
            {state.said}
          </span>
        )}
      </div>
      {state?.ok === false && (
        <p role="alert" className="mt-1.5 text-bad">
          {state.said}
        </p>
      )}
    </form>
  );
}

type Read =
  | { readonly ok: true; readonly value: unknown }
  | ({ readonly ok: false } & ReturnType<typeof syntaxProblem>);

/** An empty text takes the settings away. */
function readJson(text: string): Read {
  try {
    return { ok: true, value: text.trim() === '' ? {} : JSON.parse(text) };
  } catch {
    return { ok: false, ...syntaxProblem(text) };
  }
}
