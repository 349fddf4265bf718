import { pageConfig } from '../contract/page-config.ts';
import { capabilityResults, scoreOf } from './capabilities.ts';
import type { Score } from './capabilities.ts';
import { shown } from './fault.ts';
import type { State } from './fault.ts';
import type { FittingConfig } from './fitting-config.ts';
import type { Exchange } from './recorder.ts';
import { cut } from './redact.ts';
import type { Outcome } from './judge.ts';
import { deadEnds } from './run.ts';
import type { Run } from './run.ts';

/** Puts a colour around a text, or not. */
export type Paint = (text: string, state: State | 'loud') => string;

const colours = { works: 32, missing: 33, wrong: 31, 'not tried': 2, loud: 1 } as const;
export const plain: Paint = (text) => text;
export const coloured: Paint = (text, state) => `\u001b[${colours[state]}m${text}\u001b[0m`;

/** Characters that are shown of a note, so that its row fits, and of a body. */
const noteLength = 70;
const bodyLength = 300;

const worthless: ReadonlySet<string> = new Set(Object.values(deadEnds));

function table(outcomes: readonly Outcome[], paint: Paint): string[] {
  const all = capabilityResults(outcomes);
  // Rows that all say the same say it once.
  const shared = all.find(({ note }) => worthless.has(note))?.note;
  const results = all.filter(({ note }) => note !== shared);
  const width = Math.max(...results.map(({ capability }) => capability.length), 10);
  const row = (name: string, state: string, checks: string, note: string) =>
    `${name.padEnd(width)}  ${state}  ${checks.padStart(6)}  ${note}`.trimEnd();
  return [
    paint(row('capability', 'result   ', 'checks', 'note'), 'loud'),
    ...results.map(({ capability, state, passed, total, note }) =>
      row(
        capability,
        paint(state.padEnd(9), state),
        total === 0 ? '-' : `${passed}/${total}`,
        cut(note, noteLength),
      ),
    ),
    ...(shared !== undefined
      ? [row(`${all.length - results.length} more`, paint('not tried', 'not tried'), '-', shared)]
      : []),
  ];
}

function exchangeLines({ request, answer, failure }: Exchange): string[] {
  const type = answer?.headers['content-type'] ?? 'no content type';
  const got = answer
    ? `${answer.status} ${type}  ${cut(answer.text, bodyLength)}`
    : `none: ${failure}`;
  const matched = request.headers['if-match'];
  const condition = matched === undefined ? '' : `If-Match: ${matched}  `;
  return [
    `  request   ${request.method} ${request.path}  ${condition}${cut(request.body ?? '')}`.trimEnd(),
    `  answer    ${got}`.trimEnd(),
  ];
}

/** Capabilities that the page offers as something to do. */
const offers = / edit$|^(?:sessions\.revoke|deletion\.|exportData|usernameAvailability)/;

/** The last ones tell; what came before led there. */
const mostExchanges = 3;

function details(outcomes: readonly Outcome[], paint: Paint): string[] {
  return outcomes.flatMap(({ check, state, fault, reason, exchanges }) => {
    // What is missing is said in the table; nothing more is to be learned from a 404.
    if (state !== 'wrong') return [];
    return [
      '',
      `${paint(state, state)}: ${check.capability}`,
      `  rule      ${check.rule}`,
      ...(fault
        ? [`  expected  ${cut(fault.expected)}`, `  got       ${cut(fault.got)}`]
        : [`  because   ${cut(reason ?? '')}`]),
      ...exchanges.slice(-mostExchanges).flatMap(exchangeLines),
    ];
  });
}

/** "41 of 43 checks passed, 1 missing, 1 wrong, 3 not tried" */
export function sentence({ passed, tried, missing, wrong, notTried }: Score): string {
  const rest = [
    [missing, 'missing'],
    [wrong, 'wrong'],
    [notTried, 'not tried'],
  ] as const;
  return [
    `${passed} of ${tried} checks passed`,
    ...rest.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])),
  ].join(', ');
}

function alarms({ differences, isInterrupted }: Run): string[] {
  return [
    ...(isInterrupted ? ['', 'The run was stopped before its end.'] : []),
    ...(differences.length === 0 ? [] : ['', 'THE ACCOUNT IS NOT AS IT WAS. Put back by hand:']),
    ...differences.map(
      ({ field, before, reason }) => `  ${field}: it was ${cut(shown(before))}; ${cut(reason)}`,
    ),
  ];
}

const noted = ({ notes }: Run): string[] =>
  notes.length === 0
    ? []
    : ['', 'Put back, and yet not quite the same:', ...notes.map((note) => `  ${cut(note)}`)];

/** What the configuration offers although nobody has seen it work. */
function untried(outcomes: readonly Outcome[]): string[] {
  const names = capabilityResults(outcomes)
    .filter(({ capability, state }) => state === 'not tried' && offers.test(capability))
    .map(({ capability }) => capability);
  return names.length === 0
    ? []
    : ['', `Not tried, and left as the profile has it: ${names.join(', ')}.`];
}

/** The report that a person reads. */
export function textReport(result: Run, config: FittingConfig, paint: Paint = plain): string {
  const loud = alarms(result).map((line) => (line ? paint(line, 'wrong') : line));
  return [
    ...table(result.outcomes, paint),
    ...details(result.outcomes, paint),
    '',
    paint(sentence(scoreOf(result.outcomes)), 'loud'),
    ...loud,
    ...noted(result),
    ...untried(result.outcomes),
    '',
    'The configuration that fits:',
    JSON.stringify(config, null, 2),
    ...(result.outcomes[0]?.state === 'works'
      ? []
      : ['(No page works before the user can be read.)']),
    ...(pageConfig.safeParse(config).success
      ? []
      : ['(The page takes an https address here, or one of this machine.)']),
    '',
  ].join('\n');
}
