import { useEffect } from 'react';
import { sendDraft } from '../simulate/message/send-draft.ts';
import { focusTrafficSearch } from '../simulate/traffic/focus.ts';
import { useServices } from '../stores/services.ts';

/** Is the key meant for the field that has the focus? */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** The keys that work anywhere on the page. */
export function useShortcuts(): void {
  const services = useServices();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const chrome = services.chrome.getState();
      const command = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      if (command && key === 'k') chrome.setPalette(!chrome.palette);
      else if (command && key === 'enter') void sendDraft(services);
      else if (command && key === 'j') {
        const draft = services.draft.getState();
        draft.setView(draft.view === 'json' ? 'form' : 'json');
      } else if (!command && !isTyping(event.target) && event.key === '?') chrome.setShortcuts(true);
      else if (!command && !isTyping(event.target) && event.key === '/' && chrome.page === 'simulate')
        focusTrafficSearch();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [services]);
}
