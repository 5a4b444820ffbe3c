import { useEffect } from 'react';
import { useServices } from '../stores/services.ts';
import { placeOf } from './pages.ts';

/** The address says which page is shown; links and the browser's own buttons change it. */
export function usePageFromAddress(): void {
  const { chrome } = useServices();
  useEffect(() => {
    const follow = () => {
      const place = placeOf(window.location.hash);
      if (place !== undefined) chrome.getState().setPlace(place);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [chrome]);
}

/** Goes to a page by its address, so that the browser's back button knows the way. */
export function goTo(address: string): void {
  window.location.hash = address;
}
