import { CircleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../lib/failure-text.ts';
import type { Notice } from '../stores/notices.ts';
import { useNotices } from '../stores/services.ts';
import { IconButton } from '../ui/button.tsx';

/** What the API refused, in the lower right corner. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useNotices((state) => state.notices);
  return (
    <section
      aria-label={t('notices.label')}
      aria-live="polite"
      className="pointer-events-none fixed right-3 bottom-3 z-40 flex w-88 flex-col gap-2"
    >
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** Long enough to read the longest refusal twice, ms. */
const STAY = 12_000;

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const dismiss = useNotices((state) => state.dismiss);
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), STAY);
    return () => clearTimeout(timer);
  }, [notice.id, dismiss]);
  const say = useFailureText();
  const { code, message, status } = notice.failure;
  return (
    <div
      data-testid="notice"
      className="settle pointer-events-auto flex gap-2 rounded-lg bg-raised p-3 pr-2 shadow-pop"
    >
      <CircleAlert size={16} className="mt-0.5 shrink-0 text-bad" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="break-words">{status === 0 ? t('notices.noAnswer') : say(notice.failure)}</p>
        <p className="mt-0.5 font-mono text-xs break-words text-ink-3">
          {status === 0 ? message : `${status} ${code}`}
        </p>
      </div>
      <IconButton icon={X} label={t('notices.dismiss')} onClick={() => dismiss(notice.id)} />
    </div>
  );
}
