import { pageByTime } from '../../shared/graphql/page-by-time.js';
import { TEXT_LANGUAGES } from '../../shared/words/localized.js';
import { say } from '../../shared/words/said/say.js';
import { recordToCsv } from '../records/export/csv.js';
import { recordToHtml } from '../records/export/html.js';
import { recordToOcds } from '../records/export/ocds.js';
import { foundIn } from '../records/keep-result.js';
import { checkPublishable } from '../records/ocid.js';
import { checkOrganisation, organisationFor, organisationsOf } from '../records/record-access.js';
import { refuse } from '../store/refusal.js';
import { canonicalJson, hashOf } from '../records/seal-record.js';
import { namesForPage } from './names.js';
import type { Resolvers } from './resolvers.generated.js';
import { USUAL_LANGUAGE } from './words-in.js';

const NO_ORGANISATION = refuse(
  'BAD_USER_INPUT',
  say`"organisationId": wanted one of the organisations whose officer you are, got none.`,
  ['organisationId'],
);

export const recordResolvers = {
  Query: {
    searchRecord: async (_root, { id }, { loaders, asker }) => {
      const found = await loaders.searchRecord.load({ id });
      // Who may read none at all is told so, whatever there is.
      if (found === null) organisationsOf('Query.searchRecord', asker);
      else checkOrganisation('Query.searchRecord', asker, found.record.organisation);
      return found;
    },
    searchRecords: async (_root, page, { records, asker }) => {
      const organisations = organisationsOf('Query.searchRecords', asker);
      return pageByTime(
        page,
        (most, after) => records.findPage(organisations, most, after),
        ({ savedAt }) => savedAt,
      );
    },
  },
  Mutation: {
    saveSupplierSearch: async (_root, { input }, { keeper, asker }) => {
      const row = 'Mutation.saveSupplierSearch';
      const organisation = organisationFor(row, asker, input.organisationId);
      if (organisation === null) return { record: null, userErrors: [NO_ORGANISATION] };
      const kept = await keeper.save(input, organisation);
      return 'record' in kept
        ? { record: kept.record, userErrors: [] }
        : { record: null, userErrors: [kept.refusal] };
    },
  },
  SearchRecord: {
    id: ({ record }) => record.id,
    at: ({ record }) => record.at,
    organisationId: ({ record }) => record.organisation,
    organisationName: ({ record }) => record.organisationName,
    title: ({ record }) => record.title,
    ocid: ({ record }) => record.procurement.ocid,
    continues: ({ record }) => record.procurement.continues,
    withdrawnLots: ({ record }) => [...record.procurement.withdrawnLots],
    estimatedValue: ({ record }) => record.estimatedValue,
    need: ({ record }) => record.need,
    result: ({ record }) => foundIn(record),
    answers: ({ record }) => [...foundIn(record).answers],
    export: (opened, { format, language: asked }, context) => {
      const wanted = asked ?? context.language;
      const language = TEXT_LANGUAGES.find((each) => each === wanted) ?? USUAL_LANGUAGE;
      const names = namesForPage(opened.record, context.lists, language);
      switch (format) {
        case 'CSV':
        case 'CSV_EXCEL':
          return recordToCsv(opened, names, format === 'CSV_EXCEL');
        case 'OCDS':
          if (context.isProduction) checkPublishable(opened.record.procurement.ocid);
          return recordToOcds(opened);
        case 'HTML':
          return recordToHtml(opened, language, names);
      }
    },
  },
  EndpointAnswer: {
    cooperative: ({ cooperative }) => ({ id: cooperative }),
    hash: ({ capacity }) => capacity && hashOf(canonicalJson(capacity)),
  },
  SearchRecordSummary: {
    id: ({ _id }) => _id,
    organisationId: ({ organisation }) => organisation,
  },
} satisfies Resolvers;
