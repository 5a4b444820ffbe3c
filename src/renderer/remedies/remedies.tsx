import { RotateCcw, Wrench } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeCommand, Goal, Remedy, RemedyReport } from '../../core/remedies/types.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { keyed } from '../lib/keyed.ts';
import { useFollowing } from '../lib/use-following.ts';
import { usePreferences, useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';

/** What would make a recorded outcome appear, sound or count, each with a button that makes the change. */
export function Remedies({ outcomeId, about }: { readonly outcomeId: string; readonly about: unknown }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const loaded = useFollowing(
    useCallback(() => api.remedies(outcomeId), [api, outcomeId]),
    about,
  );
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <p className="text-sm text-bad">{say(loaded.error)}</p>;
  return loaded.value.goals.length === 0 ? (
    <p className="text-sm text-ink-2">{t('remedies.lacksNothing')}</p>
  ) : (
    <Report report={loaded.value} />
  );
}

/** Makes changes one after another; the first that is refused ends it and is told. */
function useChanges() {
  const { api, notices } = useServices();
  const [busy, setBusy] = useState(false);
  const make = async (commands: readonly ChangeCommand[]) => {
    setBusy(true);
    for (const command of commands) {
      const answer = await api.change(command);
      if (answer.ok) continue;
      notices.getState().report(answer.error);
      break;
    }
    setBusy(false);
  };
  return { busy, make: (commands: readonly ChangeCommand[]) => void make(commands) };
}

function Report({ report }: { readonly report: RemedyReport }) {
  const { t } = useTranslation();
  const { busy, make } = useChanges();
  const again = report.remedies.some(({ next }) => next === 'resend');
  return (
    <div data-testid="remedies" className="flex flex-col gap-2.5">
      {report.goals.map((goal) => (
        <GoalList
          key={goal}
          goal={goal}
          remedies={report.remedies.filter((one) => one.goal === goal)}
          busy={busy}
          onMake={make}
        />
      ))}
      {again && (
        <div className="flex flex-wrap items-center gap-2">
          <Button small disabled={busy} data-testid="remedy-resend" onClick={() => make([report.resend])}>
            <RotateCcw size={12} aria-hidden />
            {t('remedies.resend')}
          </Button>
          <span className="text-sm text-ink-3">{t('remedies.resendText')}</span>
        </div>
      )}
    </div>
  );
}

interface ListProps {
  readonly goal: Goal;
  readonly remedies: readonly Remedy[];
  readonly busy: boolean;
  readonly onMake: (commands: readonly ChangeCommand[]) => void;
}

function GoalList({ goal, remedies, busy, onMake }: ListProps) {
  const { t } = useTranslation();
  if (remedies.length === 0) return <p className="text-sm text-ink-2">{t(`remedies.none.${goal}`)}</p>;
  return (
    <section aria-label={t(`remedies.goal.${goal}`)}>
      <h4 className="text-sm font-semibold">{t(`remedies.goal.${goal}`)}</h4>
      <ul>
        {keyed(remedies, ({ changes }) => changes.map(({ id }) => id).join('+')).map(({ key, item }) => (
          <RemedyRow key={key} remedy={item} busy={busy} onMake={onMake} />
        ))}
      </ul>
    </section>
  );
}

function RemedyRow({ remedy, busy, onMake }: Pick<ListProps, 'busy' | 'onMake'> & { readonly remedy: Remedy }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const { changes } = remedy;
  if (changes.length === 0) return <li className="py-1 text-sm text-ink-2">{t('remedies.asThingsStand')}</li>;
  const text = changes.map((change) => change.text[language]).join(t('remedies.and'));
  const makers = [...new Set(changes.map(({ by }) => by))];
  return (
    <li className="hairline-t flex items-center gap-2 py-1 first:border-t-0">
      <span className="min-w-0 flex-1 break-words">
        {text}
        <span className="ml-2 text-xs whitespace-nowrap text-ink-3">
          {makers.map((by) => t(`remedies.by.${by}`)).join(' · ')}
        </span>
      </span>
      <Button
        small
        disabled={busy}
        aria-label={`${t('remedies.make')}: ${text}`}
        onClick={() => onMake(changes.map(({ command }) => command))}
      >
        <Wrench size={12} aria-hidden />
        {t(remedy.next === 'done' ? 'remedies.makeAndSend' : 'remedies.make')}
      </Button>
    </li>
  );
}
