/** Host of a picture's web address; null when it is none that a browser may fetch. */
export function hostOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== '' ? url.host : null;
}
