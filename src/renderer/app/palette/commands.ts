import type { TFunction } from 'i18next';
import type { Language } from '../../../core/trace/types.ts';
import type { DeviceView } from '../../../core/views.ts';
import { simulatedNow } from '../../lib/simulated-now.ts';
import { setTarget } from '../../message/edit.ts';
import { PRESET_IDS } from '../../message/presets.ts';
import { sendDraft } from '../../simulate/message/send-draft.ts';
import { focusTrafficSearch } from '../../simulate/traffic/focus.ts';
import type { Theme } from '../../stores/preferences.ts';
import { actOn, patchDevice, putWorkspace, resetWorkspace, type Services } from '../../stores/services.ts';
import { KEYS } from '../keys.ts';
import { PAGES, phoneAddress } from '../pages.ts';
import { goTo } from '../use-page.ts';

export type CommandGroup = 'message' | 'devices' | 'view' | 'workspace' | 'rules';

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** More words that find it: ids, names in the other language. */
  readonly words: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** Everything the palette offers, in the order in which it is listed. */
export function listCommands(services: Services, t: TFunction, language: Language): readonly Command[] {
  return [
    ...messageCommands(services, t),
    ...services.world.getState().devices.flatMap((device) => deviceCommands(services, t, device)),
    ...viewCommands(services, t),
    ...workspaceCommands(services, t),
    ...ruleCommands(services, t, language),
  ];
}

function messageCommands(services: Services, t: TFunction): readonly Command[] {
  const draft = services.draft.getState();
  const { accounts, workspace } = services.world.getState();
  const receivers = [
    ...accounts.map(({ userId }) => ({ name: userId, to: { c2c: userId } })),
    ...(workspace?.groups ?? []).map((group) => ({ name: group.name, to: { group: group.groupId } })),
  ];
  const json = draft.view === 'json';
  return [
    {
      id: 'send',
      group: 'message',
      label: t('palette.send'),
      words: 'send',
      keys: KEYS.send,
      run: () => void sendDraft(services),
    },
    {
      id: 'json',
      group: 'message',
      label: json ? t('palette.showForm') : t('palette.showJson'),
      words: 'json form editor',
      keys: KEYS.json,
      run: () => draft.setView(json ? 'form' : 'json'),
    },
    ...receivers.map(
      ({ name, to }): Command => ({
        id: `to-${name}`,
        group: 'message',
        label: t('palette.receiver', { name }),
        words: `to receiver ${Object.values(to).join(' ')}`,
        run: () => draft.edit((message) => setTarget(message, to)),
      }),
    ),
    ...PRESET_IDS.map(
      (id): Command => ({
        id: `preset-${id}`,
        group: 'message',
        label: t('palette.preset', { name: t(`preset.${id}`) }),
        words: `preset example ${id}`,
        run: () => draft.use(id),
      }),
    ),
  ];
}

function deviceCommands(services: Services, t: TFunction, device: DeviceView): readonly Command[] {
  const act = (action: Parameters<typeof actOn>[2]) => () => void actOn(services, device.id, action);
  const patch = (change: Parameters<typeof patchDevice>[2]) => () => void patchDevice(services, device.id, change);
  const user = device.session.userId ?? `user-${device.channel}`;
  const rows: readonly (readonly [string, string, () => void])[] = [
    ['launch', t('palette.action.launch'), act({ action: 'launch' })],
    ['foreground', t('palette.action.foreground'), act({ action: 'foreground' })],
    ['background', t('palette.action.background'), act({ action: 'background' })],
    ['kill user', t('palette.action.killUser'), act({ action: 'kill', by: 'user' })],
    ['kill system', t('palette.action.killSystem'), act({ action: 'kill', by: 'system' })],
    ['login', t('palette.action.login', { user }), act({ action: 'login', userId: user })],
    ['logout', t('palette.action.logout'), act({ action: 'logout' })],
    ['kick', t('palette.action.kick'), act({ action: 'kick' })],
    ['clear', t('palette.action.clear'), act({ action: 'clear' })],
    device.locked
      ? ['unlock', t('palette.action.unlock'), act({ action: 'unlock' })]
      : ['lock', t('palette.action.lock'), act({ action: 'lock' })],
    device.online
      ? ['offline', t('palette.action.offline'), act({ action: 'offline' })]
      : ['online', t('palette.action.online'), act({ action: 'online' })],
    device.permission === 'granted'
      ? ['permission deny', t('palette.action.permissionOff'), patch({ permission: 'denied' })]
      : ['permission grant', t('palette.action.permissionOn'), patch({ permission: 'granted' })],
    ['ringer normal', t('palette.action.ringerNormal'), patch({ ringer: 'normal' })],
    ['ringer vibrate', t('palette.action.ringerVibrate'), patch({ ringer: 'vibrate' })],
    ['ringer silent', t('palette.action.ringerSilent'), patch({ ringer: 'silent' })],
  ];
  const open: Command = {
    id: `${device.id}-open`,
    group: 'devices',
    label: t('palette.openPhone', { name: device.name }),
    words: `${device.id} open page details`,
    run: () => goTo(phoneAddress(device.id)),
  };
  const actions = rows.map(
    ([words, label, run]): Command => ({
      id: `${device.id}-${words}`,
      group: 'devices',
      label: `${device.name}: ${label}`,
      words: `${device.id} ${words}`,
      run,
    }),
  );
  return [open, ...actions];
}

function viewCommands(services: Services, t: TFunction): readonly Command[] {
  const preferences = services.preferences.getState();
  const themes: readonly Theme[] = ['light', 'dark', 'system'];
  return [
    ...PAGES.map(
      (page): Command => ({
        id: `page-${page}`,
        group: 'view',
        label: t('palette.page', { name: t(`pages.${page}`) }),
        words: `page go ${page}`,
        run: () => goTo(page),
      }),
    ),
    {
      id: 'search',
      group: 'view',
      label: t('palette.focusTraffic'),
      words: 'traffic search',
      keys: '/',
      run: focusTrafficSearch,
    },
    {
      id: 'present',
      group: 'view',
      label: t('palette.present'),
      words: 'present full screen wall audience',
      run: () => {
        goTo('phones');
        services.chrome.getState().setPresenting(true);
      },
    },
    {
      id: 'phones-all',
      group: 'view',
      label: t('palette.phonesAll'),
      words: 'phones all',
      run: () => preferences.setPhones('all'),
    },
    {
      id: 'phones-receivers',
      group: 'view',
      label: t('palette.phonesReceivers'),
      words: 'phones receivers',
      run: () => preferences.setPhones('receivers'),
    },
    ...themes.map(
      (theme): Command => ({
        id: `theme-${theme}`,
        group: 'view',
        label: t('palette.theme', { name: t(`top.${theme}`) }),
        words: `theme ${theme}`,
        run: () => preferences.setTheme(theme),
      }),
    ),
    ...(['en', 'zh'] as const).map(
      (code): Command => ({
        id: `language-${code}`,
        group: 'view',
        label: t('palette.language', { name: code === 'en' ? 'English' : '中文' }),
        words: `language 语言 ${code}`,
        run: () => preferences.setLanguage(code),
      }),
    ),
    {
      id: 'shortcuts',
      group: 'view',
      label: t('palette.shortcuts'),
      words: 'help keys shortcuts',
      keys: '?',
      run: () => services.chrome.getState().setShortcuts(true),
    },
  ];
}

function workspaceCommands(services: Services, t: TFunction): readonly Command[] {
  const stop = () => {
    const { workspace, workspaceReadAt } = services.world.getState();
    if (workspace === null) return;
    const stoppedAt = Math.round(simulatedNow(workspace.clock, workspaceReadAt, performance.now()));
    void putWorkspace(services, { clock: { stoppedAt } });
  };
  return [
    {
      id: 'clock-stop',
      group: 'workspace',
      label: t('palette.clockStop'),
      words: 'clock stop',
      run: stop,
    },
    {
      id: 'clock-live',
      group: 'workspace',
      label: t('palette.clockLive'),
      words: 'clock live',
      run: () => void putWorkspace(services, { clock: { offsetMs: 0, stoppedAt: null } }),
    },
    {
      id: 'reset',
      group: 'workspace',
      label: t('palette.reset'),
      words: 'reset',
      run: () => void resetWorkspace(services),
    },
  ];
}

function ruleCommands(services: Services, t: TFunction, language: Language): readonly Command[] {
  return Object.values(services.world.getState().rules).map((rule) => {
    const texts = rule.texts.stop ?? rule.texts.note ?? rule.texts.pass ?? rule.texts.skip;
    return {
      id: `rule-${rule.id}`,
      group: 'rules' as const,
      label: t('palette.rule', { rule: rule.id }),
      words: `${texts?.[language] ?? ''}`,
      run: () => services.chrome.getState().setRule(rule.id),
    };
  });
}

/** Keeps what holds every word of the query; what starts with it comes first, then the given order. */
export function filterCommands(commands: readonly Command[], query: string): readonly Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter(({ group }) => group !== 'rules');
  const matching = commands.filter(({ label, words: more }) => {
    const text = `${label} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const starts = (command: Command) => command.label.toLowerCase().startsWith(words.join(' '));
  return [...matching.filter(starts), ...matching.filter((command) => !starts(command))];
}
