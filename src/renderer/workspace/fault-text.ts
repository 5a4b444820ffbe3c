import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Fault, FaultAction } from '../../core/simulator/fault-types.ts';

function actionText(action: FaultAction, t: TFunction): string {
  switch (action.type) {
    case 'code':
      return t('faults.says.code', { code: action.code });
    case 'status':
      return t('faults.says.status', { status: action.status });
    case 'delay':
      return t('faults.says.delay', { ms: action.ms });
    case 'reset':
      return t('faults.says.reset');
    case 'goaway':
      return t('faults.says.goaway');
  }
}

/** A fault in words: what happens, and to which requests. */
export function useFaultText({ action, channel, match }: Fault): { readonly what: string; readonly where: string } {
  const { t } = useTranslation();
  const limits = [match.target, match.path].filter((part) => part !== undefined);
  return {
    what: `${t(`channel.${channel}`)}: ${actionText(action, t)}`,
    where: limits.length === 0 ? t('faults.everyRequest') : limits.join(' · '),
  };
}
