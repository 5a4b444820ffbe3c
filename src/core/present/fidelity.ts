import type { Channel, Gap } from '../channels/types.ts';
import { skinGaps } from '../device/skin-gaps.ts';
import type { Certainty, Rule, Verdict } from '../trace/types.ts';

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  stated: 'its source says so',
  measured: 'seen on a real system',
  inferred: 'follows from something stated',
  unconfirmed: 'no public text settles it; this is our choice',
};

const VERDICTS: readonly Verdict[] = ['stop', 'note', 'pass'];

/** One sentence for a rule: what it refuses, else what it notes, else what it lets through. */
const sentenceOf = (rule: Rule): string => VERDICTS.flatMap((verdict) => rule.text[verdict]?.en ?? [])[0] ?? '';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function sourcesOf(rule: Pick<Rule, 'sources'>): string {
  return rule.sources
    .map((source) => {
      const title = source.section === undefined ? source.title : `${source.title}, ${source.section}`;
      return source.url === undefined ? cell(title) : `[${cell(title)}](${source.url})`;
    })
    .join('; ');
}

function ruleTable(rules: readonly Rule[]): string[] {
  return [
    '| rule | says | certainty | source |',
    '|---|---|---|---|',
    ...rules.map((rule) => `| \`${rule.id}\` | ${cell(sentenceOf(rule))} | ${rule.certainty} | ${sourcesOf(rule)} |`),
  ];
}

function codeTable(channel: Channel): string[] {
  return [
    '| code | HTTP | meaning | produced |',
    '|---|---|---|---|',
    ...channel.codes.map((code) => {
      const produced = code.rule === null ? 'only as a scripted fault' : `by \`${code.rule}\``;
      return `| \`${code.code}\` | ${code.httpStatus} | ${cell(code.meaning.en)} | ${produced} |`;
    }),
  ];
}

const GAP_WORDS = { simplified: 'Simplified', missing: 'Missing', unknown: 'Unknown' } as const;

function gapList(gaps: readonly Gap[]): string[] {
  return (Object.keys(GAP_WORDS) as (keyof typeof GAP_WORDS)[]).flatMap((kind) =>
    gaps.filter((gap) => gap.kind === kind).map((gap) => `- **${GAP_WORDS[kind]}**: ${gap.text.en}`),
  );
}

function countOf(rules: readonly Rule[]): string {
  const parts = (Object.keys(CERTAINTY_WORDS) as Certainty[]).map(
    (certainty) => `${rules.filter((rule) => rule.certainty === certainty).length} ${certainty}`,
  );
  return `${rules.length} rules: ${parts.join(', ')}.`;
}

/** `docs/fidelity.md`: what is emulated, from what source, and what is not known. Markdown, ends with a line feed. */
export function presentFidelity(
  rooms: readonly { readonly title: string; readonly rules: readonly Rule[] }[],
  channels: readonly Channel[],
): string {
  const certainties = (Object.keys(CERTAINTY_WORDS) as Certainty[]).map(
    (one) => `- **${one}**: ${CERTAINTY_WORDS[one]}.`,
  );
  const lines = [
    '# What is emulated, and how sure we are',
    '',
    'Generated from the rule registry by `node scripts/make-fidelity.ts`. A rule is',
    '',
    ...certainties,
    '',
    ...rooms.flatMap((room) => [`## ${room.title}`, '', countOf(room.rules), '', ...ruleTable(room.rules), '']),
    '## How the phones look: what is simplified, missing, unknown',
    '',
    ...skinGaps.flatMap(({ system, gaps }) => [`### ${system.en}`, '', ...gapList(gaps), '']),
    ...channels.flatMap((channel) => [
      `## ${channel.definition.name.en}: what is simplified, missing, unknown`,
      '',
      ...gapList(channel.definition.gaps ?? []),
      '',
      `## ${channel.definition.name.en}: rules`,
      '',
      countOf(channel.rules),
      '',
      ...ruleTable(channel.rules),
      '',
      `## ${channel.definition.name.en}: result codes`,
      '',
      ...codeTable(channel),
      '',
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
