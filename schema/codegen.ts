import { generate } from '@graphql-codegen/cli';
import { projectPath, subgraphSdl, type SubgraphName } from './sdl.js';

/** What the resolvers of a subgraph receive as parent of each type. */
const MAPPERS: Record<SubgraphName, Record<string, string>> = {
  cooperative: {
    Service: './model.js#ServiceRecord',
    Cooperative: './model.js#CooperativeRecord',
    Member: './model.js#MemberRecord',
    Image: './model.js#ImageParent',
    AvailabilityDay: './parents.js#AvailabilityDayParent',
    Booking: './model.js#BookingRecord',
    BookingEvent: './model.js#BookingEventRecord',
    BookedLeg: './parents.js#BookedLegParent',
    WaitingEntry: './model.js#WaitingRecord',
    UserError: './bookings/refusal.js#Refusal',
  },
  booking: {
    Order: './model.js#OrderRecord',
    OrderLeg: './parents.js#OrderLegParent',
    CostShare: './parents.js#CostShareParent',
    WorkCandidate: './exchange/parents.js#WorkCandidateParent',
    WorkRequest: './exchange/model.js#WorkRequestRecord',
    WorkOffer: './exchange/parents.js#WorkOfferParent',
  },
  catalogue: {
    Service: './listing.js#ServiceListing',
    Evidence: './listing.js#EvidenceListing',
    Cooperative: './registry.js#CooperativeEntry',
    CatalogueConnection: './parents.js#CatalogueConnectionParent',
    CatalogueEdge: './parents.js#CatalogueEdgeParent',
    CatalogueFacets: './parents.js#CatalogueFacetsParent',
    CatalogueSource: './parents.js#CatalogueSourceParent',
    CooperativeConnection: './parents.js#CooperativeConnectionParent',
    CpvEntry: './parents.js#CpvEntryParent',
    Facet: './parents.js#FacetParent',
    Image: './parents.js#ImageParent',
    Municipality: './parents.js#MunicipalityParent',
    Price: './parents.js#PriceParent',
    ServiceConnection: './parents.js#ServiceConnectionParent',
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
        contextType: `./context.js#${context}`,
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
