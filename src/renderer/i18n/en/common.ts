export const common = {
  copy: { done: 'Copied', failed: 'The browser did not allow it', curl: 'Copy as cURL', text: 'Copy' },
  common: {
    close: 'Close',
    notSet: 'not set',
    setEmpty: 'Set to an empty text',
    unset: 'Take the setting away',
    defaultOn: 'Default (on)',
    on: 'On',
    off: 'Off',
    bytes: '{{count}} B',
    suggestions: 'Suggestions',
  },
  channel: {
    apns: 'APNs',
    xiaomi: 'Xiaomi',
    huawei: 'Huawei',
    fcm: 'FCM',
    meizu: 'Meizu',
    oppo: 'OPPO',
    vivo: 'vivo',
  },
} as const;
