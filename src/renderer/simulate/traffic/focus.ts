/** Id of the search field under the panes. */
export const TRAFFIC_SEARCH_ID = 'traffic-search';

export function focusTrafficSearch(): void {
  const field = document.getElementById(TRAFFIC_SEARCH_ID);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
