import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listbox, option } from '../../lib/aria.ts';
import { cx } from '../../lib/cx.ts';
import { useChrome, usePreferences, useServices } from '../../stores/services.ts';
import { Kbd } from '../../ui/tooltip.tsx';
import { type Command, filterCommands, listCommands } from './commands.ts';

/** More than this is narrowed by typing, not by scrolling. */
const SHOWN = 80;

export function CommandPalette() {
  const { t } = useTranslation();
  const open = useChrome((chrome) => chrome.palette);
  const setOpen = useChrome((chrome) => chrome.setPalette);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={t('palette.title')}
          data-testid="palette"
          className="popup fixed top-[14vh] left-1/2 z-50 flex max-h-[62vh] w-[38rem] -translate-x-1/2 flex-col overflow-hidden"
        >
          <PaletteBody close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const all = useMemo(() => listCommands(services, t, language), [services, t, language]);
  const found = useMemo(() => filterCommands(all, query).slice(0, SHOWN), [all, query]);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    // After the dialog has given the focus back, so that a command may take it.
    setTimeout(command.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="hairline-b flex h-11 shrink-0 items-center gap-2.5 px-3.5">
        <Search size={16} className="shrink-0 text-ink-3" aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found[active] === undefined ? undefined : `${listId}-${active}`}
          aria-label={t('palette.title')}
          data-testid="palette-input"
          value={query}
          placeholder={t('palette.placeholder')}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div {...listbox(listId, t('palette.title'))} className="min-h-0 overflow-y-auto p-1.5">
        {found.length === 0 && <p className="px-2 py-6 text-center text-ink-3">{t('palette.nothing')}</p>}
        {found.map((command, at) => (
          <Line
            key={command.id}
            id={`${listId}-${at}`}
            command={command}
            head={found[at - 1]?.group === command.group ? null : t(`palette.group.${command.group}`)}
            active={at === active}
            onHover={() => setActive(at)}
            onRun={() => run(command)}
          />
        ))}
      </div>
    </>
  );
}

function Line({
  id,
  command,
  head,
  active,
  onHover,
  onRun,
}: {
  readonly id: string;
  readonly command: Command;
  readonly head: string | null;
  readonly active: boolean;
  readonly onHover: () => void;
  readonly onRun: () => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      {head !== null && (
        <div role="presentation" className="px-2 pt-2 pb-1 text-xs text-ink-3">
          {head}
        </div>
      )}
      <div
        ref={line}
        {...option(id, active)}
        onPointerMove={onHover}
        onPointerDown={(event) => event.preventDefault()}
        onPointerUp={onRun}
        className={cx('flex h-8 items-center gap-2 rounded-md px-2', active && 'bg-hover')}
      >
        <span className="min-w-0 truncate">{command.label}</span>
        {command.keys !== undefined && (
          <span className="ml-auto flex gap-1">
            {command.keys.split(' ').map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        )}
      </div>
    </>
  );
}
