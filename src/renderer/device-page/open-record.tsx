import { useTranslation } from 'react-i18next';
import { goTo } from '../app/use-page.ts';
import { useServices } from '../stores/services.ts';

/** Ways from a line to what is behind it: the decision with its trace, and the vendor request. */
export function RecordLinks({
  outcomeId,
  exchangeId,
}: {
  readonly outcomeId: string | null;
  readonly exchangeId: string | null;
}) {
  const { t } = useTranslation();
  const services = useServices();
  return (
    <span className="inline-flex shrink-0 gap-1">
      {outcomeId !== null && (
        <LinkButton
          label={t('device.toDecision')}
          onClick={() => {
            services.traffic.getState().close();
            void services.why.getState().show(outcomeId);
            goTo('simulate');
          }}
        />
      )}
      {exchangeId !== null && (
        <LinkButton
          label={t('device.toRequest')}
          onClick={() => {
            void services.traffic.getState().open(exchangeId);
            goTo('simulate');
          }}
        />
      )}
    </span>
  );
}

function LinkButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="h-6 rounded-sm px-1 text-sm text-ink-2 underline decoration-line-strong underline-offset-[3px] hover:bg-hover hover:text-ink"
    >
      {label}
    </button>
  );
}
