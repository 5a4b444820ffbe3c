import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certainty, RuleSource } from '../../../core/trace/types.ts';
import type { RuleView } from '../../../core/views.ts';
import { usePreferences, useWorld } from '../../stores/services.ts';
import { CopyId } from '../../ui/copy.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Tip } from '../../ui/tooltip.tsx';

/** Opens a rule's explanation where its name stands. */
export function RuleLink({ rule, children }: { readonly rule: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Popover
      label={t('rule.explain', { rule })}
      className="max-h-[min(28rem,var(--available-height))] w-96 overflow-y-auto"
      trigger={
        <button
          type="button"
          data-testid={`rule-${rule}`}
          aria-label={t('rule.explain', { rule })}
          className="max-w-full truncate rounded-sm text-left text-ink-3 decoration-line-strong underline-offset-2 hover:text-ink hover:underline data-[popup-open]:text-ink"
        >
          {children}
        </button>
      }
    >
      <RuleText rule={rule} />
    </Popover>
  );
}

/** What a rule says for each verdict, where that stands and how certain it is. */
export function RuleText({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const view = useWorld((world) => world.rules[rule]);
  return (
    <div data-testid="rule-text">
      <div className="flex items-center gap-2">
        <CopyId text={rule} shown={rule} label={t('rule.copy')} className="text-sm font-semibold text-ink" />
        {view !== undefined && (
          <span className="ml-auto shrink-0 text-xs text-ink-3">{t(`stages.name.${view.stage}`)}</span>
        )}
      </div>
      {view === undefined ? <p className="mt-2 text-ink-2">{t('rule.unknown')}</p> : <RuleBody rule={view} />}
    </div>
  );
}

function RuleBody({ rule }: { readonly rule: RuleView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <>
      <ul className="mt-2 flex flex-col gap-1.5">
        {(['pass', 'stop', 'note', 'skip'] as const).map((verdict) => {
          const text = rule.texts[verdict];
          return text === undefined ? null : (
            <li key={verdict} className="flex gap-2">
              <span className="pt-[3px]">
                <Mark kind={verdict} size={14} label={t(`stages.verdict.${verdict}`)} />
              </span>
              <span className="min-w-0 break-words">{text[language]}</span>
            </li>
          );
        })}
      </ul>
      {rule.fix !== null && (
        <p className="mt-2 text-ink-2">
          <span className="font-semibold text-ink">{t('stages.fix')}: </span>
          {rule.fix[language]}
        </p>
      )}
      <div className="hairline-t mt-2.5 pt-2">
        <div className="flex items-center">
          <h4 className="text-xs text-ink-3">{t('rule.sources')}</h4>
          <span className="ml-auto">
            <CertaintyMark certainty={rule.certainty} always />
          </span>
        </div>
        <ul className="mt-0.5 flex flex-col">
          {rule.sources.map((source) => (
            <li key={`${source.title}${source.section ?? ''}${source.url ?? ''}`}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function SourceLine({ source }: { readonly source: RuleSource }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const section = source.texts?.section[language] ?? source.section;
  const text = (
    <>
      {source.texts?.title[language] ?? source.title}
      {section !== undefined && <span className="text-ink-3"> · {section}</span>}
    </>
  );
  if (source.url === undefined) {
    return (
      <p className="text-sm break-words">
        {text} <span className="text-ink-3">· {t('rule.specification')}</span>
      </p>
    );
  }
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noreferrer"
      className="text-sm break-words underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {text}
      <ArrowUpRight size={11} className="ml-0.5 inline text-ink-3" aria-label={t('rule.open')} />
    </a>
  );
}

/** Says how sure a rule is; what a source states needs no mark. */
export function CertaintyMark({
  certainty,
  always = false,
}: {
  readonly certainty: Certainty;
  readonly always?: boolean;
}) {
  const { t } = useTranslation();
  if (!always && (certainty === 'stated' || certainty === 'measured')) return null;
  return (
    <Tip text={t(`why.certaintyTip.${certainty}`)}>
      <span className="inline-flex h-4 shrink-0 items-center rounded-sm border border-dashed border-line-strong px-1 text-2xs text-ink-3">
        {t(`why.certainty.${certainty}`)}
      </span>
    </Tip>
  );
}
