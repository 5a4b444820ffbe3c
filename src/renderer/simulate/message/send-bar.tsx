import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KEYS } from '../../app/keys.ts';
import { useDraft, useServices, useWhy, useWorld } from '../../stores/services.ts';
import { Button } from '../../ui/button.tsx';
import { sendDraft } from './send-draft.ts';

export function SendBar() {
  const { t } = useTranslation();
  const services = useServices();
  const sending = useWhy((why) => why.sending);
  const broken = useDraft((draft) => draft.problems.length > 0);
  const lost = useWorld((world) => world.link.state === 'lost');
  const to = useDraft((draft) => ('c2c' in draft.message.to ? draft.message.to.c2c : draft.message.to.group));
  return (
    <footer className="hairline-t flex h-11 shrink-0 items-center gap-2 px-3">
      <span className="min-w-0 truncate text-sm text-ink-3">{broken ? t('message.sendBlocked') : `→ ${to}`}</span>
      <Button
        look="primary"
        className="ml-auto min-w-24"
        data-testid="send"
        disabled={broken || sending || lost}
        onClick={() => void sendDraft(services)}
      >
        <Send size={13} strokeWidth={2} aria-hidden />
        {sending ? t('message.sending') : t('message.send')}
        <kbd className="ml-1 font-sans text-xs">{KEYS.send}</kbd>
      </Button>
    </footer>
  );
}
