import { z } from 'zod';
import { parseBusinessId } from '../../network-file/business-id.js';
import { isCooperativeId } from '../../words/ids.js';
import { isSafeAddress } from '../safe-address.js';
import { ROLES, type Role } from '../caller.js';
import { kindOfOrganisation } from './organisation.js';

// Every `error` here is the phrase after "wanted". What came is never shown: a secret may have been put in the wrong place.

/** Signatures that a provider makes with a private key. Of a shared secret whoever verifies could make tokens too. */
const ALGORITHMS = [
  ...(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const),
  ...(['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'] as const),
] as const;

const ADDRESS = 'an address that begins with https://, or one of this machine';
const Address = z.string({ error: ADDRESS }).refine(isSafeAddress, { error: ADDRESS });

const ISSUER = `${ADDRESS}, without "?" and "#", as the provider writes it in its tokens`;
const Issuer = z
  .string({ error: ISSUER })
  .refine((text) => isSafeAddress(text) && !/[?#]/.test(text), { error: ISSUER });

const TEXT = 'a text of 1 to 300 characters';
const Text = z.string({ error: TEXT }).min(1, { error: TEXT }).max(300, { error: TEXT });

const CLAIM = 'a list of 1 to 5 names that lead to a claim, such as ["realm_access", "roles"]';
const Claim = z
  .array(Text, { error: CLAIM })
  .min(1, { error: CLAIM })
  .max(5, { error: CLAIM })
  .describe(
    'Where in the token: the name of a claim, and of a member of it where it is an object.',
  );

const RoleName = z.enum(ROLES, { error: `one of ${ROLES.join(', ')}` });

const VALUE = 'a text, true or false';
const When = z
  .strictObject(
    { claim: Claim, value: z.union([Text, z.boolean()], { error: VALUE }) },
    { error: 'an object with "claim" and "value"' },
  )
  .describe('Holds where the claim is this value, or a list with it.');

const ORGANISATION = 'an object with either "claim" or "id"';
const RuleOrganisation = z
  .union([z.strictObject({ claim: Claim }), z.strictObject({ id: Text })], { error: ORGANISATION })
  .describe(
    'Whose member, staff, officer or machine: a claim with one id or a list of them, or always the same id.',
  );

const Rule = z
  .strictObject(
    {
      role: RoleName,
      when: When.exactOptional().describe('Needed unless "organisation" names a claim.'),
      organisation: RuleOrganisation.exactOptional(),
    },
    { error: 'an object such as {"role": "AUDITOR", "when": …}' },
  )
  .superRefine(({ role, when, organisation }, context) => {
    const needs = kindOfOrganisation(role) !== null;
    if (needs !== (organisation !== undefined)) {
      const message = needs ? `for ${role} ${ORGANISATION}` : `no organisation for ${role}`;
      context.addIssue({ code: 'custom', path: ['organisation'], message });
    }
    if (organisation && 'id' in organisation)
      checkId(role, organisation.id, context, ['organisation', 'id']);
    if (!when && !(organisation && 'claim' in organisation)) {
      const message = 'an object with "claim" and "value", or an organisation with "claim"';
      context.addIssue({ code: 'custom', path: ['when'], message });
    }
  })
  .describe('How what a token says becomes a role.');

const ORGANISATIONS = 'a list of ids, or "any"';
const Permission = z
  .strictObject(
    {
      role: RoleName,
      organisations: z
        .union([z.literal('any'), z.array(Text).min(1).max(10_000)], { error: ORGANISATIONS })
        .exactOptional()
        .describe(
          'Ids of cooperatives for members and staff, business ids for officers and machines.',
        ),
    },
    { error: 'an object such as {"role": "STAFF", "organisations": ["karhu"]}' },
  )
  .superRefine(({ role, organisations }, context) => {
    const needs = kindOfOrganisation(role) !== null;
    if (needs !== (organisations !== undefined)) {
      const message = needs ? `for ${role} ${ORGANISATIONS}` : `no organisations for ${role}`;
      context.addIssue({ code: 'custom', path: ['organisations'], message });
    }
    if (!Array.isArray(organisations)) return;
    for (const [index, id] of organisations.entries()) {
      checkId(role, id, context, ['organisations', index]);
    }
  });

function checkId(
  role: Role,
  id: string,
  context: z.RefinementCtx,
  path: (string | number)[],
): void {
  const kind = kindOfOrganisation(role);
  if (kind === null) return;
  const isRight =
    kind === 'cooperative'
      ? isCooperativeId(id)
      : [parseBusinessId('FI', id), parseBusinessId('SE', id)].includes(id);
  if (isRight) return;
  const message =
    kind === 'cooperative'
      ? 'the id of a cooperative such as "karhu"'
      : 'a business id such as "0137323-9" or "212000-0456", as it is written there';
  context.addIssue({ code: 'custom', path, message });
}

const RULES = 'a list of 1 to 100 rules';
const PERMISSIONS = 'a list of at most 100 roles';
const ALGORITHM = `one of ${ALGORITHMS.join(', ')}`;

const IssuerSettings = z
  .strictObject(
    {
      issuer: Issuer.describe('What "iss" of its tokens says.'),
      audience: Text.describe('What "aud" of its tokens must say or have in it: this hub.'),
      jwksUri: Address.exactOptional().describe(
        'Where its keys are. Found by OpenID Connect discovery, or the metadata of OAuth 2, where absent.',
      ),
      algorithms: z
        .array(z.enum(ALGORITHMS, { error: ALGORITHM }), { error: 'a list of algorithms' })
        .min(1, { error: 'at least one algorithm' })
        .default([...ALGORITHMS])
        .describe('With which it signs.'),
      nameClaim: Claim.default(['name']).describe('How the person is called.'),
      rules: z.array(Rule, { error: RULES }).min(1, { error: RULES }).max(100, { error: RULES }),
      mayAssert: z
        .array(Permission, { error: PERMISSIONS })
        .max(100, { error: PERMISSIONS })
        .describe(
          'Roles and organisations that it may assert at all. A token from which the rules read anything else is refused.',
        ),
    },
    { error: 'an object with "issuer", "audience", "rules" and "mayAssert"' },
  )
  .describe('An OpenID provider or OAuth 2 authorization server.');

const ISSUERS = 'a list of 1 to 1000 issuers';

/** `IDENTITY_FILE`: whose access tokens are taken, and for what. */
export const IdentityFileSchema = z
  .strictObject(
    {
      $schema: Text.exactOptional().describe('Names the description of this file to editors.'),
      development: z
        .literal(true, { error: 'true, or nothing' })
        .exactOptional()
        .describe('Of a provider for trying, which asks for no password: refused in production.'),
      issuers: z
        .array(IssuerSettings, { error: ISSUERS })
        .min(1, { error: ISSUERS })
        .max(1_000, { error: ISSUERS })
        .superRefine((issuers, context) => {
          const first = new Set<string>();
          for (const [index, { issuer }] of issuers.entries()) {
            if (first.has(issuer)) {
              const message = 'an issuer that is not in the list before';
              context.addIssue({ code: 'custom', path: [index, 'issuer'], message });
            }
            first.add(issuer);
          }
        }),
    },
    { error: 'an object with "issuers"' },
  )
  .meta({
    title: 'IDENTITY_FILE',
    description: 'Who says who people and programs are, and what they may say.',
  });

export type IdentityFile = z.output<typeof IdentityFileSchema>;
export type Issuer = z.output<typeof IssuerSettings>;
export type RoleRule = z.output<typeof Rule>;
export type Permission = z.output<typeof Permission>;

/** JSON Schema of the identity file, for editors. */
export function identityFileJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(IdentityFileSchema, { io: 'input' }) };
}
