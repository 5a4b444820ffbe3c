import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ConnectionLine } from '../../server/api/views.ts';
import { usePreferences } from '../stores/services.ts';
import { CopyButton } from '../ui/copy.tsx';
import { Segmented } from '../ui/segmented.tsx';

const WAYS = ['address', 'names', 'proxy'] as const;
type Way = (typeof WAYS)[number];

/** Lines to copy: the way first, then every sender that can be led here that way. */
export function Recipes({
  recipes,
  vendor,
}: {
  readonly recipes: readonly ConnectionLine[];
  readonly vendor: ChannelId;
}) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('address');
  const shown = recipes.filter((one) => one.way === way && (one.vendor === null || one.vendor === vendor));
  return (
    <section className="hairline-t mt-4 max-w-4xl pt-3" aria-labelledby="recipes-title" data-testid="recipes">
      <div className="flex items-center gap-3">
        <h3 id="recipes-title" className="font-semibold">
          {t('connect.recipes')}
        </h3>
        <Segmented
          label={t('connect.way')}
          testId="connect-way"
          value={way}
          onChange={setWay}
          choices={WAYS.map((value) => ({ value, label: t(`connect.ways.${value}`) }))}
        />
      </div>
      <p className="mt-1.5 text-ink-2">{t(`connect.wayTexts.${way}`)}</p>
      {shown.length === 0 && <p className="mt-3 text-ink-3">{t('connect.noRecipe')}</p>}
      <ul className="mt-2 flex flex-col gap-3">
        {shown.map((one) => (
          <RecipeLine key={`${one.vendor ?? ''} ${one.client} ${one.code}`} recipe={one} />
        ))}
      </ul>
    </section>
  );
}

function RecipeLine({ recipe }: { readonly recipe: ConnectionLine }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <li>
      <div className="flex items-center gap-2">
        <span className="text-sm font-semibold">{recipe.names[language]}</span>
        <span className="rounded-sm bg-press px-1.5 text-xs text-ink-2">{recipe.language}</span>
        <span className="ml-auto">
          <CopyButton text={recipe.code} label={t('copy.text')} />
        </span>
      </div>
      <pre className="mt-1 whitespace-pre-wrap rounded-md [overflow-wrap:anywhere] bg-sunken px-2.5 py-1.5 font-mono text-xs leading-5">
        {recipe.code}
      </pre>
      {recipe.note !== null && <p className="mt-1 text-sm text-ink-2">{recipe.note[language]}</p>}
    </li>
  );
}
