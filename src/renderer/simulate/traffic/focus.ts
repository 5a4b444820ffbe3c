/** Id of the search field under the panes. */
export const TRAFFIC_SEARCH_ID = 'traffic-search';

/** Id of the area above the traffic list; the panel with one exchange lies over its right side. */
export const PANES_ID = 'panes-area';
/** Id of the panel with one exchange. */
export const EXCHANGE_DRAWER_ID = 'exchange-drawer';

export function focusExchange(): void {
  document.getElementById(EXCHANGE_DRAWER_ID)?.focus();
}

export function focusTrafficSearch(): void {
  const field = document.getElementById(TRAFFIC_SEARCH_ID);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
