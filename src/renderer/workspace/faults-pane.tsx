import { Trash2, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../core/simulator/fault-types.ts';
import { useServices, useWorld } from '../stores/services.ts';
import { IconButton } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { FaultForm } from './fault-form.tsx';
import { useFaultText } from './fault-text.ts';

/** Misbehaviour of vendors that the user sets up: what waits, how often it has met a request, and a form for more. */
export function FaultsPane() {
  const { t } = useTranslation();
  const faults = useWorld((world) => world.faults);
  return (
    <Pane testId="faults-pane" title={t('faults.title')}>
      <p className="px-3 pt-2.5 pb-1 text-ink-2">{t('faults.text')}</p>
      <FaultForm />
      {faults.length === 0 ? (
        <div className="hairline-t mt-3 flex flex-col items-center px-8 py-8 text-center">
          <Zap size={24} strokeWidth={1.25} className="text-ink-3" aria-hidden />
          <p className="mt-2 text-ink-2">{t('faults.none')}</p>
        </div>
      ) : (
        <ul className="mt-3" data-testid="faults">
          {faults.map((fault) => (
            <FaultLine key={fault.id} fault={fault} />
          ))}
        </ul>
      )}
    </Pane>
  );
}

function FaultLine({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation();
  const { api, notices } = useServices();
  const text = useFaultText(fault);
  const remove = () =>
    void api.removeFault(fault.id).then((answer) => {
      if (!answer.ok) notices.getState().report(answer.error);
    });
  return (
    <li className="hairline-t flex items-center gap-3 px-3 py-1.5" data-fault={fault.id}>
      <div className="min-w-0 flex-1">
        <p className="truncate">{text.what}</p>
        <p className="truncate text-sm text-ink-3">{text.where}</p>
      </div>
      <span className="text-sm text-ink-2 tabular-nums">
        {fault.times === null
          ? t('faults.used', { used: fault.used })
          : t('faults.usedOf', { used: fault.used, times: fault.times })}
      </span>
      <IconButton
        icon={Trash2}
        size={14}
        className="size-6"
        label={t('faults.remove', { what: text.what })}
        onClick={remove}
      />
    </li>
  );
}
