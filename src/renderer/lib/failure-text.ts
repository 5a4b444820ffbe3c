import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/trace/types.ts';
import type { ApiFailure } from '../api/client.ts';
import { usePreferences } from '../stores/services.ts';

/** A refusal in the user's language; what has no sentence of ours is said to be without one. */
export function failureText(failure: ApiFailure, language: Language, t: TFunction): string {
  if (failure.status === 0) return t('notices.noAnswerWhy', { why: failure.message });
  if (failure.messageZh === undefined) return t('notices.noWords', { status: failure.status });
  return language === 'zh' ? failure.messageZh : failure.message;
}

/** `failureText` in the language of the page. */
export function useFailureText(): (failure: ApiFailure) => string {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return useCallback((failure) => failureText(failure, language, t), [language, t]);
}
