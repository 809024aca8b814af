import { generate } from '@graphql-codegen/cli';
import { projectPath, subgraphSdl, type SubgraphName } from './sdl.js';

/** What the resolvers of a subgraph receive as parent of each type. */
const MAPPERS: Record<SubgraphName, Record<string, string>> = {
  cooperative: {
    Service: './store/records.js#ServiceRecord',
    Cooperative: './store/records.js#CooperativeRecord',
    Member: './store/records.js#MemberRecord',
    Image: './store/records.js#ImageParent',
    AvailabilityDay: './store/parents.js#AvailabilityDayParent',
    Booking: './store/records.js#BookingRecord',
    BookingEvent: './store/records.js#BookingEventRecord',
    BookedLeg: './store/parents.js#BookedLegParent',
    WaitingEntry: './store/records.js#WaitingRecord',
    UserError: './bookings/rules/refusal.js#Refusal',
  },
  booking: {
    Order: './store/records.js#OrderRecord',
    OrderLeg: './store/parents.js#OrderLegParent',
    CostShare: './store/parents.js#CostShareParent',
    WorkCandidate: './exchange/parents.js#WorkCandidateParent',
    WorkRequest: './exchange/request/records.js#WorkRequestRecord',
    WorkOffer: './exchange/parents.js#WorkOfferParent',
    UserError: './store/refusal.js#Refusal',
  },
  catalogue: {
    Service: './store/listing.js#ServiceListing',
    Evidence: './store/listing.js#EvidenceListing',
    Cooperative: './following/registry.js#CooperativeEntry',
    CatalogueConnection: './graph/parents.js#CatalogueConnectionParent',
    CatalogueEdge: './graph/parents.js#CatalogueEdgeParent',
    CatalogueFacets: './graph/parents.js#CatalogueFacetsParent',
    CatalogueSource: './graph/parents.js#CatalogueSourceParent',
    CooperativeConnection: './graph/parents.js#CooperativeConnectionParent',
    CpvEntry: './graph/parents.js#CpvEntryParent',
    Facet: './graph/parents.js#FacetParent',
    Image: './graph/parents.js#ImageParent',
    Municipality: './graph/parents.js#MunicipalityParent',
    Price: './graph/parents.js#PriceParent',
    ServiceConnection: './graph/parents.js#ServiceConnectionParent',
  },
};

const STRING_SCALARS = [
  'LanguageCode',
  'CountryCode',
  'MunicipalityCode',
  'CpvCode',
  'Date',
] as const;

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Generates the resolver types of each subgraph. Writes nothing. */
export async function generateResolverTypes(): Promise<GeneratedFile[]> {
  const outputs = Object.keys(MAPPERS).map((name) => {
    const subgraph = name as SubgraphName;
    const context = `${subgraph[0]?.toUpperCase() ?? ''}${subgraph.slice(1)}Context`;
    const output = {
      schema: subgraphSdl(subgraph),
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
        contextType: `./graph/context.js#${context}`,
        mappers: MAPPERS[subgraph],
        enumType: 'string-literal',
        enumsAsTypes: true,
        // A nullable field that nobody thought of is then no object of its type, instead of null for ever.
        avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
        maybeValue: 'T | null | undefined',
        defaultScalarType: 'unknown',
        scalars: {
          ...Object.fromEntries(STRING_SCALARS.map((scalar) => [scalar, 'string'])),
          DateTime: { input: 'string', output: 'string | Date' },
        },
      },
    };
    return [projectPath('subgraphs', subgraph, 'schema.generated.ts'), output] as const;
  });
  const files = (await generate(
    { generates: Object.fromEntries(outputs), silent: true, errorsOnly: true },
    false,
  )) as { filename: string; content: string }[];
  return files.map(({ filename, content }) => ({ path: filename, text: content }));
}
