import type { MatrixView } from '../matrix/types.ts';
import type { Language, LocalText } from '../trace/types.ts';

const COLUMNS: readonly LocalText[] = [
  { en: 'Result', zh: '结果' },
  { en: 'Via', zh: '途径' },
  { en: 'Reason', zh: '原因' },
  { en: 'Cause', zh: '规则' },
  { en: 'Sound', zh: '提示音' },
  { en: 'Vibrated', zh: '振动' },
  { en: 'Badge', zh: '角标' },
  { en: 'Sentence', zh: '说明' },
];

/** Spreadsheets take a text without it for one in their own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A matrix as CSV (RFC 4180, UTF-8 with byte-order mark): one line a cell, results as codes, the rest in words. */
export function matrixCsv(view: MatrixView, language: Language): string {
  const header = [...view.axes.map(({ text }) => text[language]), ...COLUMNS.map((text) => text[language])];
  const lines = [line(header)];
  const places = view.axes.map(() => 0);
  for (const cell of view.cells) {
    const answer = view.answers[cell];
    if (answer === undefined) continue;
    const names = view.axes.map(({ axis, values }, at) => {
      const value = values[places[at] ?? 0];
      // Two phones may have one name.
      return axis === 'device' ? String(value?.value) : (value?.text[language] ?? '');
    });
    const { state, via, reason, cause, sound, vibrated, badge, text } = answer;
    lines.push(line([...names, state, via, reason, cause, sound, vibrated, badge, text[language]]));
    next(places, view);
  }
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

/** The next combination of values: the last axis varies fastest. */
function next(places: number[], { axes }: MatrixView): void {
  for (let at = axes.length - 1; at >= 0; at--) {
    const place = (places[at] ?? 0) + 1;
    if (place < (axes[at]?.values.length ?? 0)) {
      places[at] = place;
      return;
    }
    places[at] = 0;
  }
}

const line = (values: readonly (string | number | boolean | null)[]): string => `${values.map(field).join(',')}\r\n`;

/** A text that a spreadsheet would take for a formula is marked as text: names of phones are the user's. */
function field(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
