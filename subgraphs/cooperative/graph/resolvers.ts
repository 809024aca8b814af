import { badUserInput, publicError } from '../../../schema/errors.js';
import { checkFirst, pageInfo } from '../../shared/graphql/connection.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import { noteFields } from '../../shared/privacy/note-fields.js';
import type { CompleteResolvers } from '../../shared/graphql/complete-resolvers.js';
import { localize } from '../../shared/words/localized.js';
import type { Access } from './access.js';
import { bookingMutations, bookingResolvers } from './booking-resolvers.js';
import { freeResolvers } from './free-resolvers.js';
import { guardCommands } from './guard-commands.js';
import type { FeedEntry, MemberRecord, ServiceRecord } from '../store/records.js';
import { availabilityDayResolvers, offerResolvers, priceOf } from './offer-resolvers.js';
import type { Resolvers, ResolversParentTypes } from './resolvers.generated.js';
import { NOTED_FIELDS } from './noted-fields.js';
import { shareMember } from './share-member.js';
import { staffResolvers } from './staff-resolvers.js';

/** What the network sees of a service. @throws NOT_FOUND when it was never published: its texts are its owner's. */
function feedOf({ _id, feed }: ServiceRecord): FeedEntry {
  if (feed) return feed;
  throw publicError('NOT_FOUND', `The service ${_id} was never published.`);
}

/** A field of a member; null for whoever may not read it. */
async function ifOpen<Field extends 'name' | 'email' | 'phone' | 'languages'>(
  member: MemberRecord,
  field: Field,
  access: Access,
): Promise<MemberRecord[Field] | null> {
  const isOwn = access.member === member._id;
  const isOpened = member.public.includes(field);
  return (await access.mayRead(`Member.${field}`, { isOwn, isOpened })) ? member[field] : null;
}

const unnoted: CompleteResolvers<Resolvers, ResolversParentTypes> = {
  Query: {
    catalogueChanges: async (_root, { since, first }, { loaders, access }) => {
      await access.checkRead('Query.catalogueChanges');
      if (since < 0) throw badUserInput(`"since" must be at least 0, got ${since}.`, 'since');
      return loaders.changes.load({ since, first: checkFirst(first, 1000) });
    },
  },

  UserError: {
    // Each command is decided in one step, and its answer remembered.
    retry: ({ code }) => code === 'TOO_BUSY',
  },

  Service: {
    __resolveReference: ({ id }, { loaders }) => loaders.serviceById.load(id),
    id: ({ _id }, _args, { cooperativeId }) => `${cooperativeId}:${_id}`,
    kind: (service) => feedOf(service).listing.kind,
    title: (service, { language }, context) => {
      const { title, languages } = feedOf(service).listing;
      const text = localize(title, language ?? context.language, languages);
      if (!text) throw new Error(`The service ${service._id} has no title.`);
      return text;
    },
    description: (service, { language }, context) => {
      const { description, languages } = feedOf(service).listing;
      return localize(description, language ?? context.language, languages);
    },
    languages: (service) => feedOf(service).listing.languages,
    cpv: (service) => feedOf(service).listing.cpv,
    municipalities: (service) => feedOf(service).listing.municipalities,
    unit: (service) => feedOf(service).listing.unit,
    price: (service) => priceOf(feedOf(service).listing.price),
    images: (service) => {
      const { images, languages } = feedOf(service).listing;
      return images.map((image) => ({ ...image, languages }));
    },
    booking: (service) => feedOf(service).listing.booking ?? null,
    notBookableBecause: (service) => feedOf(service).listing.notBookableBecause ?? null,
    updatedAt: (service) => feedOf(service).updatedAt,
    published: ({ isPublished }) => isPublished,
    ...offerResolvers,
    capacity: async (service, _args, { access }) =>
      (await access.mayRead('Service.capacity')) ? (feedOf(service).capacity ?? null) : null,
  },

  Image: {
    alt: ({ alt, languages }, { language }, context) =>
      localize(alt, language ?? context.language, languages),
  },

  Cooperative: {
    __resolveReference: ({ id }, { loaders }) => loaders.cooperativeById.load(id),
    id: ({ _id }) => _id,
    address: ({ address }) => address ?? null,
    coordinates: ({ coordinates }) => coordinates ?? null,
    description: ({ description, languages }, { language }, context) =>
      localize(description ?? {}, language ?? context.language, languages),
    logo: ({ logo, languages }) => (logo ? { ...logo, languages } : null),
    ...staffResolvers,
    ...freeResolvers,
    members: async (_cooperative, { first, after }, { loaders }) => {
      const start = (after ? decodeCursor(after, ['string'])[0] : null) as string | null;
      const page = await loaders.memberPage.load({ first: checkFirst(first), after: start });
      const edges = page.members.map((node) => ({ node, cursor: encodeCursor([node._id]) }));
      const cursors = edges.map(({ cursor }) => cursor);
      return { edges, totalCount: page.totalCount, pageInfo: pageInfo(page, cursors) };
    },
  },

  Member: {
    __resolveReference: ({ id }, { loaders }) => loaders.memberById.load(id),
    id: ({ _id }, _args, { cooperativeId }) => `${cooperativeId}:${_id}`,
    name: (member, _args, { access }) => ifOpen(member, 'name', access),
    email: (member, _args, { access }) => ifOpen(member, 'email', access),
    phone: (member, _args, { access }) => ifOpen(member, 'phone', access),
    languages: (member, _args, { access }) => ifOpen(member, 'languages', access),
  },

  ...bookingResolvers,
  AvailabilityDay: availabilityDayResolvers,

  Mutation: guardCommands({
    ...bookingMutations,
    publishService: (_root, { input }, { commands }) =>
      commands.publishService(input.id, input.published),
    importCooperative: (_root, { input }, { commands }) =>
      commands.importCooperative(input.cooperative, input.json, input.dryRun ?? false),
    importBusyCalendar: (_root, { input }, { commands }) =>
      commands.importBusyCalendar(input.id, input.ics, input.dryRun ?? false),
    renewCalendarLinks: (_root, { input }, { commands }) =>
      commands.renewCalendarLinks(input.cooperative),
    exportPersons: (_root, { input }, { personCommands, asker }) =>
      personCommands.export(input, asker),
    erasePersons: (_root, { input }, { personCommands, asker }) =>
      personCommands.erase(input, asker),
    updateMemberSharing: (_root, { input }, context) => shareMember(input, context),
  }),
};

export const resolvers = noteFields(unnoted, NOTED_FIELDS);
