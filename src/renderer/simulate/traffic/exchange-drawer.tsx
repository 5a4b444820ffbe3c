import { Dialog } from '@base-ui/react/dialog';
import { Terminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTraffic } from '../../stores/services.ts';
import { CloseButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { ExchangeDetail } from './exchange-detail.tsx';
import { EXCHANGE_DRAWER_ID, PANES_ID } from './focus.ts';

/** One exchange in full, over the right side of the panes: the list below stays in sight and at hand. */
export function ExchangeDrawer() {
  const { t } = useTranslation();
  const say = useFailureText();
  const openId = useTraffic((traffic) => traffic.openId);
  const detail = useTraffic((traffic) => traffic.detail);
  const failure = useTraffic((traffic) => traffic.detailFailure);
  const close = useTraffic((traffic) => traffic.close);
  return (
    <Dialog.Root modal={false} disablePointerDismissal open={openId !== null} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal container={document.getElementById(PANES_ID)}>
        <Dialog.Popup
          id={EXCHANGE_DRAWER_ID}
          data-testid="exchange-drawer"
          // The focus stays in the list, so that arrows go on from line to line; Enter brings it here.
          initialFocus={false}
          className="absolute top-1.5 right-1.5 bottom-1.5 z-20 flex w-[34rem] flex-col overflow-hidden rounded-lg bg-surface shadow-pop outline-none transition duration-200 ease-out data-[ending-style]:translate-x-4 data-[ending-style]:opacity-0 data-[starting-style]:translate-x-4 data-[starting-style]:opacity-0"
        >
          <div className="hairline-b flex h-10 shrink-0 items-center gap-1 pr-2 pl-3">
            <Dialog.Title className="text-base font-semibold">{t('exchange.title')}</Dialog.Title>
            <span className="ml-auto" />
            {detail?.curl != null && (
              <CopyButton text={detail.curl} label={t('copy.curl')} testId="exchange-curl" className="text-sm">
                <Terminal size={13} aria-hidden /> cURL
              </CopyButton>
            )}
            <Dialog.Close render={<CloseButton label={t('common.close')} />} />
          </div>
          <div className="relative min-h-0 flex-1 overflow-y-auto">
            {failure !== null && (
              <p role="alert" className="p-3 text-bad">
                {t('exchange.failed')} {say(failure)}
              </p>
            )}
            {detail !== null && <ExchangeDetail exchange={detail} />}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
