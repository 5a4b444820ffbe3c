import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HttpRequestView, TraceStepView } from '../../../core/views.ts';
import { scrollable } from '../../lib/aria.ts';
import { type BodyShape, bodyShape, prettyValue, requestLine } from '../../lib/http-text.ts';
import { keyed } from '../../lib/keyed.ts';
import { keyLines, noteKey } from '../../lib/note-place.ts';
import { usePreferences } from '../../stores/services.ts';
import { JsonCode } from '../../ui/json-code.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Headers } from './headers.tsx';
import { SizeBar } from './size-bar.tsx';

/** A request with its notes at the header or line that they concern. */
export function RequestView({
  request,
  notes,
}: {
  readonly request: HttpRequestView;
  readonly notes: readonly TraceStepView[];
}) {
  const { t } = useTranslation();
  const [view, setView] = useState<'formatted' | 'raw'>('formatted');
  const shape = bodyShape(request);
  const headerNames = Object.keys(request.headers);
  const bodyNames = namesIn(shape);
  const placed = notes.map((step) => ({ step, body: noteKey(step, bodyNames), header: noteKey(step, headerNames) }));
  const inBody = placed.filter(({ body }) => body !== null);
  const inHeaders = placed.filter(({ body, header }) => body === null && header !== null);
  const elsewhere = placed.filter(({ body, header }) => body === null && header === null);
  return (
    <div className="flex flex-col gap-2">
      <RequestLine request={request} />
      <Headers
        headers={request.headers}
        below={(name) =>
          inHeaders.filter(({ header }) => header === name).map(({ step }) => <NoteLine key={step.rule} step={step} />)
        }
      />
      <div className="flex items-center gap-3">
        <SizeBar bytes={request.bytes} limit={request.limit} />
        {shape !== null && (
          <Segmented
            label={t('http.view')}
            testId="body-view"
            className="ml-auto"
            value={view}
            onChange={setView}
            choices={[
              { value: 'formatted', label: t('http.formatted') },
              { value: 'raw', label: t('http.raw') },
            ]}
          />
        )}
      </div>
      {view === 'raw' ? (
        <Raw text={request.raw} label={t('http.raw')} />
      ) : (
        <Body shape={shape} notes={inBody.map(({ step, body }) => ({ step, key: body ?? '' }))} />
      )}
      {elsewhere.length > 0 && (
        <div>
          {elsewhere.map(({ step }) => (
            <NoteLine key={step.rule} step={step} />
          ))}
        </div>
      )}
    </div>
  );
}

function RequestLine({ request }: { readonly request: HttpRequestView }) {
  const { method, host, path } = requestLine(request);
  return (
    <p className="font-mono text-sm break-all">
      <span className="font-semibold">{method}</span> <span className="text-ink-3">{host}</span>
      {path}
    </p>
  );
}

function namesIn(shape: BodyShape): readonly string[] {
  if (shape?.kind === 'json') return [...keyLines(shape.text).keys()];
  return shape?.kind === 'form' ? shape.fields.map(([name]) => name) : [];
}

interface PlacedNote {
  readonly step: TraceStepView;
  readonly key: string;
}

/** A body as it is best read. */
export function Body({ shape, notes = [] }: { readonly shape: BodyShape; readonly notes?: readonly PlacedNote[] }) {
  const { t } = useTranslation();
  if (shape === null) return <p className="text-sm text-ink-3">{t('http.noBody')}</p>;
  if (shape.kind === 'text') return <Raw text={shape.text} label={t('http.body')} />;
  if (shape.kind === 'form') return <FormBody fields={shape.fields} notes={notes} />;
  const lines = keyLines(shape.text);
  const below = new Map<number, ReactNode>();
  for (const { step, key } of notes) {
    const line = lines.get(key) ?? 1;
    below.set(
      line,
      <>
        {below.get(line)}
        <NoteLine step={step} />
      </>,
    );
  }
  return <JsonCode text={shape.text} below={below} label={t('http.body')} />;
}

function FormBody({
  fields,
  notes,
}: {
  readonly fields: readonly (readonly [string, string])[];
  readonly notes: readonly PlacedNote[];
}) {
  const { t } = useTranslation();
  return (
    <div className="rounded-md bg-sunken px-2 py-1.5">
      <table aria-label={t('http.body')} className="w-full table-fixed font-mono text-xs leading-[18px]">
        <colgroup>
          <col className="w-[40%]" />
          <col />
        </colgroup>
        <tbody>
          {keyed(fields, ([name]) => name).map(({ key: id, item: [name, value] }) => {
            const own = notes.filter(({ key }) => key === name);
            return (
              <Fragment key={id}>
                <tr className="align-top">
                  <th scope="row" className="json-key py-px pr-3 text-left font-normal wrap-anywhere">
                    {name}
                  </th>
                  <td className="py-px wrap-anywhere whitespace-pre-wrap">{prettyValue(value)}</td>
                </tr>
                {own.length > 0 && (
                  <tr>
                    <td colSpan={2}>
                      {own.map(({ step }) => (
                        <NoteLine key={step.rule} step={step} />
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function Raw({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div
      {...scrollable(label)}
      className="max-h-80 overflow-auto rounded-md bg-sunken px-2 py-1.5 font-mono text-xs leading-[18px] break-all whitespace-pre-wrap"
    >
      {text}
    </div>
  );
}

function NoteLine({ step }: { readonly step: TraceStepView }) {
  const language = usePreferences((state) => state.language);
  return (
    <div className="my-0.5 flex gap-1.5 rounded-sm bg-warn-soft px-2 py-0.5 font-sans text-sm text-ink">
      <span className="pt-px">
        <Mark kind="note" size={14} />
      </span>
      <span className="min-w-0 break-words">{step.texts[language]}</span>
    </div>
  );
}
