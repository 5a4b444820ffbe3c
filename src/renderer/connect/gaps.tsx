import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import { usePreferences, useServices } from '../stores/services.ts';
import { useAnswer } from '../workspace/use-answer.ts';

/** Where the emulation of this vendor is known to differ. */
export function Gaps({ vendor }: { readonly vendor: ChannelId }) {
  const { t } = useTranslation();
  const { api } = useServices();
  const language = usePreferences((state) => state.language);
  const { loaded } = useAnswer(api.channels);
  const gaps = loaded.state === 'ready' ? (loaded.value.find(({ id }) => id === vendor)?.gaps ?? []) : [];
  if (gaps.length === 0) return null;
  return (
    <section className="hairline-t mt-4 max-w-4xl pt-3" aria-labelledby="gaps-title" data-testid="gaps">
      <h3 id="gaps-title" className="font-semibold">
        {t('connect.gaps')}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1">
        {gaps.map(({ kind, text }) => (
          <li key={text.en} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-2">
            <span className="text-sm text-ink-3">{t(`connect.gapKinds.${kind}`)}</span>
            <span className="text-ink-2">{text[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
