/** Apple keyboards say ⌘ where others say Ctrl. */
export const isApple = (platform: string): boolean => /mac|iphone|ipad/i.test(platform);

const apple = typeof navigator !== 'undefined' && isApple(navigator.userAgent);

export const KEYS = {
  palette: apple ? '⌘K' : 'Ctrl K',
  send: apple ? '⌘⏎' : 'Ctrl ⏎',
  sendWords: apple ? '⌘ Enter' : 'Ctrl+Enter',
  json: apple ? '⌘J' : 'Ctrl J',
} as const;
