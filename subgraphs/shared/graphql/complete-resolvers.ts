import type { GraphQLScalarType } from 'graphql';

type NeverFields = '__resolveReference' | '__isTypeOf' | '__resolveType';

/** Fields that a parent does not answer by a property of the same name. The parent of a root field has none. */
type Unanswered<TypeResolvers, Parent> = Exclude<
  keyof TypeResolvers,
  NeverFields | (PropertyKey extends keyof Parent ? never : keyof Parent)
>;

/**
 * Resolvers that leave no field of the SDL without an answer: a field needs a resolver where its parent, as the mappers of
 * codegen name it, has no property of its name. A field without either would be null for ever, and nobody would be told.
 */
export type CompleteResolvers<Resolvers extends object, Parents> = Resolvers & {
  [
    Name in keyof Required<Resolvers> & keyof Parents as Needs<
      NonNullable<Resolvers[Name]>,
      Parents[Name]
    > extends true
      ? Name
      : never
  ]-?: Required<
    Pick<
      NonNullable<Resolvers[Name]>,
      Unanswered<NonNullable<Resolvers[Name]>, Parents[Name]> & keyof NonNullable<Resolvers[Name]>
    >
  >;
};

type Needs<TypeResolvers, Parent> = TypeResolvers extends GraphQLScalarType
  ? false
  : [Unanswered<TypeResolvers, Parent>] extends [never]
    ? false
    : true;
