import type { Coverage } from '../../need/need.js';
import type { KeptVerdict } from '../kept-record.js';
import { definitions, markup, list, table, type Html } from './html-parts.js';
import type { PageContext } from './page-context.js';
import { offersOf } from './offers-of.js';

/** What was found. */
export function resultSections(page: PageContext): Html {
  return markup`${coverageSection(page)} ${suppliersSection(page)} ${proposalsSection(page)}`;
}

function coverageSection({ opened, texts, words, names }: PageContext): Html {
  const { lots, joint, complete, notAnswering } = opened.record.result;
  const row = (name: string, coverage: Coverage) => [
    name,
    words.minutes(coverage.demandMinutes),
    words.minutes(coverage.coveredMinutes),
    words.minutes(coverage.strictMinutes),
    coverage.shortfall
      .map(({ date, minutes }) => `${words.date(date)}: ${words.minutes(minutes)}`)
      .join('; '),
  ];
  return markup`<section>
    <h2>${texts.coverage}</h2>
    <p>${complete ? texts.complete : texts.incomplete}</p>
    ${table(
      texts.coverage,
      [texts.lot, texts.demand, texts.covered, texts.strict, texts.shortfall],
      [...lots.map((lot) => row(lot.lot, lot)), row(texts.together, joint)],
    )}
    ${
      notAnswering.length === 0
        ? ''
        : definitions([
            [
              texts.notAnswering,
              list(
                notAnswering.map(
                  ({ cooperative, reason }) =>
                    `${nameOf(opened.record.result.suppliers, cooperative)}: ${names.reason(reason)}`,
                ),
              ),
            ],
          ])
    }
  </section>`;
}

function suppliersSection({ opened, texts, names }: PageContext): Html {
  const { suppliers, lots } = opened.record.result;
  const offered = (supplier: KeptVerdict): readonly string[] =>
    lots.flatMap((lot) =>
      offersOf(lot, supplier).map(({ match }) => `${lot.lot}: ${texts.match[match]}`),
    );
  return markup`<section>
    <h2>${texts.suppliers}</h2>
    ${table(
      texts.suppliers,
      [texts.cooperative, texts.eligible, texts.offers, texts.why],
      suppliers.map((supplier) => [
        `${supplier.name} (${supplier.businessId})`,
        supplier.eligible ? texts.yes : texts.no,
        [...new Set(offered(supplier))].join('; '),
        list([...supplier.reasons, ...supplier.warnings].map((reason) => names.reason(reason))),
      ]),
    )}
  </section>`;
}

function proposalsSection({ opened, texts, words, names }: PageContext): Html {
  const { proposals, suppliers } = opened.record.result;
  const shown = proposals.map(({ cooperatives, lead, coverage, shares, weakestLinks }) => [
    cooperatives.map((cooperative) => nameOf(suppliers, cooperative)).join(', '),
    nameOf(suppliers, lead),
    `${words.minutes(coverage.coveredMinutes)} / ${words.minutes(coverage.demandMinutes)}`,
    list(
      shares.map(
        ({ lot, cooperative, minutes }) =>
          `${lot}: ${nameOf(suppliers, cooperative)} ${words.minutes(minutes)}`,
      ),
    ),
    list(weakestLinks.map((reason) => names.reason(reason))),
  ]);
  return markup`<section>
    <h2>${texts.proposals}</h2>
    ${
      shown.length === 0
        ? markup`<p>${texts.none}</p>`
        : table(
            texts.proposals,
            [texts.members, texts.lead, texts.covered, texts.lots, texts.weakestLinks],
            shown,
          )
    }
  </section>`;
}

function nameOf(suppliers: readonly KeptVerdict[], cooperative: string): string {
  return suppliers.find((supplier) => supplier.cooperative === cooperative)?.name ?? cooperative;
}
