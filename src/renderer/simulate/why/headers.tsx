import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Header names and values, aligned; `below` puts notes under one. */
export function Headers({
  headers,
  below,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly below?: (name: string) => readonly ReactNode[];
}) {
  const { t } = useTranslation();
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <table aria-label={t('http.headers')} className="w-full table-fixed font-mono text-xs leading-[18px]">
      <colgroup>
        <col className="w-[34%]" />
        <col />
      </colgroup>
      <tbody>
        {entries.map(([name, value]) => {
          const notes = below?.(name) ?? [];
          return (
            <Fragment key={name}>
              <tr>
                <th scope="row" title={name} className="truncate pr-3 text-left font-normal text-ink-3">
                  {name}
                </th>
                <td title={value} className="truncate text-ink-2">
                  {value}
                </td>
              </tr>
              {notes.length > 0 && (
                <tr>
                  <td colSpan={2}>{notes}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
