/** Words of the shell itself; the page has its own. */
export interface Labels {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  readonly help: string;
  readonly openDataFolder: string;
  readonly copyAddresses: string;
  readonly reload: string;
  readonly retry: string;
  readonly copyReport: string;
  readonly quit: string;
  readonly wait: string;
  readonly useFreePorts: string;
  readonly gone: string;
  readonly notLoaded: string;
  readonly unresponsive: string;
  readonly notStarted: string;
  readonly portTaken: string;
}

const english: Labels = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  openDataFolder: 'Open data folder',
  copyAddresses: 'Copy vendor addresses',
  reload: 'Reload',
  retry: 'Try again',
  copyReport: 'Copy report',
  quit: 'Quit',
  wait: 'Wait',
  useFreePorts: 'Use other ports',
  gone: 'The page has stopped. Accounts, phones and traffic are safe: they live outside it.',
  notLoaded: 'The page could not be loaded.',
  unresponsive: 'The page does not answer.',
  notStarted: 'Pushpit could not start.',
  portTaken: 'Another program, perhaps a second Pushpit, already listens where the vendors should.',
};

const chinese: Labels = {
  file: '文件',
  edit: '编辑',
  view: '视图',
  window: '窗口',
  help: '帮助',
  openDataFolder: '打开数据目录',
  copyAddresses: '复制厂商通道地址',
  reload: '重新加载',
  retry: '重试',
  copyReport: '复制报告',
  quit: '退出',
  wait: '继续等待',
  useFreePorts: '换用其他端口',
  gone: '页面已停止运行。账号、手机和流量记录都在页面之外,不受影响。',
  notLoaded: '页面无法加载。',
  unresponsive: '页面没有响应。',
  notStarted: 'Pushpit 无法启动。',
  portTaken: '厂商端口已被其他程序占用,可能已经开着一个 Pushpit。',
};

/** @param locale as the system names it, such as `zh-CN` or `en-GB` */
export function labelsFor(locale: string): Labels {
  return locale.toLowerCase().startsWith('zh') ? chinese : english;
}
