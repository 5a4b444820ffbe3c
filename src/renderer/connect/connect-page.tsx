import { Eye, EyeOff } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ConnectionView } from '../../server/api/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { useAnswer } from '../workspace/use-answer.ts';
import { ConsoleSettings } from './console-settings.tsx';
import { Gaps } from './gaps.tsx';
import { OwnCredentials } from './own-credentials.tsx';
import { Recipes } from './recipes.tsx';
import { SelfTest } from './self-test.tsx';
import { VendorFacts } from './vendor-facts.tsx';
import { VendorTabs } from './vendor-tabs.tsx';

/** How a backend is pointed here: addresses, credentials and recipes, vendor by vendor, and a test of all of it. */
export function ConnectPage() {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const [secrets, setSecrets] = useState(false);
  const ask = useCallback(() => api.connection({ secrets }), [api, secrets]);
  const { loaded } = useAnswer(ask);
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(22rem,30%)]">
      <Pane
        testId="connect-pane"
        title={t('connect.title')}
        tools={
          <Button small data-testid="show-secrets" aria-pressed={secrets} onClick={() => setSecrets(!secrets)}>
            {secrets ? <EyeOff size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
            {secrets ? t('connect.hideSecrets') : t('connect.showSecrets')}
          </Button>
        }
      >
        {loaded.state === 'failed' && <p className="px-3 py-2 text-bad">{say(loaded.error)}</p>}
        {loaded.state === 'ready' && <Connection view={loaded.value} />}
      </Pane>
      <div className="min-w-0 border-l border-line">
        <SelfTest />
      </div>
    </div>
  );
}

function Connection({ view }: { readonly view: ConnectionView }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChannelId | null>(null);
  const vendor = view.channels.find(({ channel }) => channel === chosen) ?? view.channels[0];
  if (vendor === undefined) return null;
  return (
    <div className="px-3 py-2.5">
      <p className="max-w-3xl text-ink-2">{t('connect.text')}</p>
      <VendorTabs channels={view.channels} chosen={vendor.channel} onChoose={setChosen} />
      <VendorFacts vendor={vendor} common={view.files} ca={view.ca} />
      <OwnCredentials vendor={vendor.channel} />
      <ConsoleSettings vendor={vendor.channel} />
      <Recipes recipes={view.recipes} vendor={vendor.channel} />
      <Gaps vendor={vendor.channel} />
    </div>
  );
}
