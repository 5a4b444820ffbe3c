import './wall.css';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChrome, useLatest, useServices, useWhy, useWorld } from '../stores/services.ts';
import { Pane } from '../ui/pane.tsx';
import { Presentation } from './presentation.tsx';
import { useWallDraft, WallCompose } from './wall-compose.tsx';
import { EVERYTHING, filterPhones } from './wall-filter.ts';
import { WallTile } from './wall-tile.tsx';
import { WallTools } from './wall-tools.tsx';

/** The wall: every phone live, wherever its message came from; one message to all, and a screen for an audience. */
export function PhonesPage() {
  const { t } = useTranslation();
  const services = useServices();
  const devices = useWorld((world) => world.devices);
  const results = useLatest((latest) => latest.byDevice);
  const presenting = useChrome((chrome) => chrome.presenting);
  const [filter, setFilter] = useState(EVERYTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => filterPhones(devices, results, filter), [devices, results, filter]);
  const ticked = useMemo(() => shown.filter(({ id }) => chosen.has(id)), [shown, chosen]);
  const draft = useWallDraft({ shown, chosen: ticked });
  useEffect(() => void services.latest.getState().load(), [services]);
  const choose = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set(before).add(id),
    );
  const asked = useWhy((why) => why.outcomes);
  const addressed = new Set((draft.sent?.outcomes ?? asked).flatMap(({ deviceId }) => deviceId ?? []));
  return (
    <Pane
      testId="wall-pane"
      title={t('phones.wall', { count: shown.length })}
      tools={<WallTools devices={devices} filter={filter} onFilter={setFilter} />}
    >
      <WallCompose shown={shown} chosen={ticked} draft={draft} />
      {shown.length === 0 ? (
        <p className="p-6 text-center text-ink-2">
          {t(devices.length === 0 ? 'phones.noneText' : 'phones.nothingFits')}
        </p>
      ) : (
        <ul className="phone-wall" aria-label={t('phones.title')}>
          {shown.map((device) => (
            <WallTile
              key={device.id}
              device={device}
              chosen={chosen.has(device.id)}
              onChoose={() => choose(device.id)}
              highlight={addressed.has(device.id)}
              unreachable={draft.sent?.unreachable.includes(device.id) ?? false}
            />
          ))}
        </ul>
      )}
      {presenting && (
        <Presentation
          devices={shown.length === 0 ? devices : shown}
          said={draft.sent === null ? null : draft.text}
          onSend={() => void draft.send()}
        />
      )}
    </Pane>
  );
}
