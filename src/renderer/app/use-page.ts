import { useEffect } from 'react';
import { useServices } from '../stores/services.ts';
import { pageOf } from './pages.ts';

/** The address says which page is shown; links and the browser's own buttons change it. */
export function usePageFromAddress(): void {
  const { chrome } = useServices();
  useEffect(() => {
    const follow = () => {
      const page = pageOf(window.location.hash);
      if (page !== undefined) chrome.getState().setPage(page);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [chrome]);
}

/** Goes to a page by its address, so that the browser's back button knows the way. */
export function goTo(page: string): void {
  window.location.hash = page;
}
