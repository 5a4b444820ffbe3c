import { Terminal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../core/views.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { Section } from '../../ui/pane.tsx';
import { RequestView } from './request-view.tsx';
import { ResponseView } from './response-view.tsx';

/** What was (or would be) asked of the vendor, and what it answered. */
export function Answer({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = useTranslation();
  if (outcome.request === null) return null;
  const notes = outcome.trace.filter((step) => step.stage === 'channel' && step.verdict === 'note');
  return (
    <>
      <Section
        title={t('http.request')}
        testId="vendor-request"
        tools={
          <>
            {outcome.dryRun && <span className="text-xs text-ink-3">{t('http.preview')}</span>}
            {outcome.curl !== null && (
              <CopyButton text={outcome.curl} label={t('copy.curl')} testId="copy-curl" className="text-sm">
                <Terminal size={13} aria-hidden /> cURL
              </CopyButton>
            )}
          </>
        }
      >
        <RequestView request={outcome.request} notes={notes} />
      </Section>
      {!outcome.dryRun && (
        <Section title={t('http.answer')} testId="vendor-answer">
          {outcome.response === null ? (
            <p className="text-ink-2">{t('http.noAnswer')}</p>
          ) : (
            <ResponseView response={outcome.response} refused={outcome.reason === 'vendor-rejected'} />
          )}
        </Section>
      )}
    </>
  );
}
