import type { Coverage } from '../../need/need.js';
import { schemeLabel } from '../../../shared/evidence/scheme-labels.js';
import type { KeptVerdict, KeptVerification } from '../kept-record.js';
import { definitions, markup, list, table, type Html } from './html-parts.js';
import type { PageContext } from './page-context.js';
import { offersOf } from './offers-of.js';

/** What was found. */
export function resultSections(page: PageContext): Html {
  return markup`${coverageSection(page)} ${suppliersSection(page)} ${proposalsSection(page)}`;
}

function coverageSection({ opened, texts, words, names }: PageContext): Html {
  const { answers, result } = opened.record;
  const { lots, joint, complete, suppliers } = result;
  const silent = answers.flatMap(({ cooperative, reason }) =>
    reason === null ? [] : [`${nameOf(suppliers, cooperative)}: ${names.reason(reason)}`],
  );
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
    ${silent.length === 0 ? '' : definitions([[texts.notAnswering, list(silent)]])}
  </section>`;
}

function suppliersSection(page: PageContext): Html {
  const { opened, texts, words, names } = page;
  const { suppliers, lots } = opened.record.result;
  const offered = (supplier: KeptVerdict): readonly string[] =>
    lots.flatMap((lot) =>
      offersOf(lot, supplier).map(({ match }) => `${lot.lot}: ${texts.match[match]}`),
    );
  const verified = ({ scheme, verifiedAt }: KeptVerification): string =>
    `${schemeLabel(scheme)[words.language]}: ${texts.verified} ${words.date(verifiedAt.slice(0, 10))}.`;
  return markup`<section>
    <h2>${texts.suppliers}</h2>
    ${table(
      texts.suppliers,
      [texts.cooperative, texts.eligible, texts.offers, texts.why],
      suppliers.map((supplier) => [
        `${supplier.name} (${supplier.businessId})`,
        supplier.eligible ? texts.yes : texts.no,
        [...new Set(offered(supplier))].join('; '),
        list(
          indicative(page, [
            ...[...supplier.reasons, ...supplier.warnings].map((reason) => names.reason(reason)),
            ...(supplier.verified ?? []).map(verified),
          ]),
        ),
      ]),
    )}
  </section>`;
}

function proposalsSection(page: PageContext): Html {
  const { opened, texts, words, names } = page;
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
    list(
      indicative(
        page,
        weakestLinks.map((link) => names.link(link)),
      ),
    ),
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

/** What is said of somebody, and once that it is no decision. */
function indicative({ names }: PageContext, said: readonly string[]): readonly string[] {
  return said.length === 0 ? [] : [...said, names.notice];
}

function nameOf(suppliers: readonly KeptVerdict[], cooperative: string): string {
  return suppliers.find((supplier) => supplier.cooperative === cooperative)?.name ?? cooperative;
}
