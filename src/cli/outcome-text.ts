import type { OutcomeView, TraceStepView } from '../core/views.ts';

const MARKS: Readonly<Record<TraceStepView['verdict'], string>> = { pass: '✓', stop: '✗', note: 'ℹ', skip: '·' };

/** An outcome for the terminal: the sentence, the fields with what lost, the trace. */
export function outcomeText(outcome: OutcomeView): string {
  const where = outcome.deviceId === null ? outcome.userId : `${outcome.userId} on ${outcome.deviceId}`;
  return [
    `${outcome.delivered ? '✓' : '✗'} ${where}: ${outcome.summary.en}`,
    '',
    ...fieldLines(outcome),
    '',
    ...outcome.trace.map(stepLine),
    ...(outcome.response === null
      ? []
      : [`  vendor answered ${outcome.response.status} ${outcome.response.raw}`.trimEnd()]),
    '',
  ].join('\n');
}

function fieldLines(outcome: OutcomeView): string[] {
  return Object.entries(outcome.fields).map(([name, field]) => {
    const lost = field.overridden.map((one) => `${JSON.stringify(one.value)} (${one.from})`);
    const beaten = lost.length === 0 ? '' : `, instead of ${lost.join(', ')}`;
    return `  ${name.padEnd(6)} ${JSON.stringify(field.value)} from ${field.from}${beaten}`;
  });
}

function stepLine(step: TraceStepView): string {
  const fix = step.fix === null ? '' : ` ${step.fix.en}`;
  return `  ${MARKS[step.verdict]} ${step.stage.padEnd(8)} ${step.text}${fix}`;
}
