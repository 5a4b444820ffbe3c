export const workspace = {
  workspace: {
    switches: 'Readings and eras',
    switchesText:
      'Where the public texts leave something open, or a rule changed over the years, Pushpit took one reading. Here it is switched.',
    im: 'IM side',
    toDefault: 'Set {{name}} back to its default',
  },
} as const;
