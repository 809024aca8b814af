import type { Lot } from '../../need/need.js';
import { definitions, markup, table, type Html } from './html-parts.js';
import type { PageContext } from './page-context.js';

/** What was needed. */
export function needSection(page: PageContext): Html {
  const { opened, texts, words } = page;
  const { need, result, procurement, estimatedValue } = opened.record;
  const skipped = result.holidaysSkipped.map((date) => words.date(date)).join(', ');
  return markup`<section>
    <h2>${texts.need}</h2>
    ${definitions([
      [texts.place, placeIn(page, need.municipality)],
      [texts.period, `${words.date(need.from)} – ${words.date(need.to)}`],
      [texts.weekdays, need.weekdays.map((weekday) => words.weekday(weekday)).join(', ')],
      [texts.workingDays, result.workingDays.length],
      ...(result.pastDays === undefined || result.pastDays === 0
        ? []
        : [[texts.pastDays, result.pastDays] as const]),
      [texts.holidaysSkipped, skipped === '' ? texts.none : skipped],
      [texts.reserved, need.reserved === null ? texts.no : texts.reservedFor[need.reserved]],
      ...(estimatedValue === null
        ? []
        : [
            [
              texts.estimatedValue,
              `${words.amount(estimatedValue.amount, estimatedValue.currency)}, ${texts.withoutVat}`,
            ] as const,
          ]),
    ])}
    ${lotsTable(page, texts.lots, need.lots)}
    ${procurement.withdrawnLots.length === 0 ? '' : lotsTable(page, texts.withdrawnLots, procurement.withdrawnLots)}
  </section>`;
}

function lotsTable(page: PageContext, caption: string, lots: readonly Lot[]): Html {
  const { texts, words } = page;
  return table(
    caption,
    [texts.lot, texts.cpv, texts.place, texts.perDay, texts.evidence],
    lots.map(({ id, cpv, municipality, minutesPerDay, certifications }) => [
      id,
      named(cpv, page.names.cpv(cpv)),
      placeIn(page, municipality),
      words.minutes(minutesPerDay),
      certifications
        .map(({ scheme, grade }) => (grade === null ? scheme : `${scheme} ${grade}`))
        .join(', '),
    ]),
  );
}

function placeIn({ names }: PageContext, code: string): string {
  return named(code, names.place(code));
}

const named = (code: string, name: string | null): string =>
  name === null ? code : `${name} (${code})`;
