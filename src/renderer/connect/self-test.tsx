import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { SelfTestRow } from '../../server/self-test/run.ts';
import type { ApiFailure } from '../api/client.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { usePreferences, useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { Pane } from '../ui/pane.tsx';

type State =
  | { readonly state: 'idle' | 'running' }
  | { readonly state: 'done'; readonly rows: readonly SelfTestRow[] }
  | { readonly state: 'failed'; readonly error: ApiFailure };

/** One push to every vendor through every way, and what came of it. */
export function SelfTest() {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const [test, setTest] = useState<State>({ state: 'idle' });
  const run = () => {
    setTest({ state: 'running' });
    void api
      .selfTest()
      .then((answer) =>
        setTest(answer.ok ? { state: 'done', rows: answer.value } : { state: 'failed', error: answer.error }),
      );
  };
  return (
    <Pane
      testId="self-test-pane"
      title={t('connect.selfTest')}
      tools={
        <Button small data-testid="run-self-test" disabled={test.state === 'running'} onClick={run}>
          {test.state === 'running' ? t('connect.running') : t('connect.run')}
        </Button>
      }
    >
      <p className="px-3 pt-2.5 pb-2 text-ink-2">{t('connect.selfTestText')}</p>
      <div aria-live="polite">
        {test.state === 'failed' && <p className="px-3 text-bad">{say(test.error)}</p>}
        {test.state === 'done' && <Results rows={test.rows} />}
      </div>
    </Pane>
  );
}

function Results({ rows }: { readonly rows: readonly SelfTestRow[] }) {
  const { t } = useTranslation();
  const vendors = [...new Set(rows.map(({ vendor }) => vendor))];
  const good = rows.filter(({ ok }) => ok).length;
  return (
    <>
      <p className="px-3 pb-1.5 font-semibold" data-testid="self-test-summary">
        {t('connect.summary', { good, all: rows.length })}
      </p>
      {vendors.map((vendor) => (
        <VendorResults key={vendor} vendor={vendor} rows={rows.filter((row) => row.vendor === vendor)} />
      ))}
    </>
  );
}

function VendorResults({ vendor, rows }: { readonly vendor: ChannelId; readonly rows: readonly SelfTestRow[] }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <section className="hairline-t px-3 py-1.5" data-testid={`self-test-${vendor}`}>
      <h3 className="text-sm font-semibold text-ink-2">{t(`channel.${vendor}`)}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.way} className="py-0.5" data-ok={row.ok}>
            <div className="flex items-center gap-2">
              <Mark kind={row.ok ? 'pass' : 'stop'} />
              <span>{t(`connect.testWays.${row.way}`)}</span>
              <span className="ml-auto font-mono text-xs text-ink-3 tabular-nums">
                {row.status ?? '–'} · {t('connect.ms', { ms: Math.round(row.ms) })}
              </span>
            </div>
            {row.texts !== null && <p className="pl-6 text-sm text-bad">{row.texts[language]}</p>}
            {!row.ok && row.recipe !== null && (
              <pre className="mt-1 ml-6 whitespace-pre-wrap rounded-md bg-sunken px-2 py-1 font-mono text-xs [overflow-wrap:anywhere]">
                {row.recipe}
              </pre>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
