import { z } from 'zod';
import type { TellingSettings } from './telling/create-telling.js';
import { TEXT_LANGUAGES } from '../shared/words/localized.js';
import { HubKeySettings, withHubKeys } from '../shared/identity/processes/settings.js';
import {
  LimitSettings,
  ListSettings,
  ProcessSettings,
  StorageSettings,
  SubgraphSettings,
  withRunningClock,
} from '../shared/process/config.js';

const HttpUrl = z.url({ protocol: /^https?$/ });
const Duration = z.coerce.number().int().positive();

/** An attempt must end well before the lease does, so that nobody else takes up what is still being done. */
const LEASE_MARGIN_MS = 1_000;

/** Settings of the booking process. */
export const BookingSettings = withHubKeys(
  withRunningClock(
    ProcessSettings.extend(StorageSettings.shape)
      .extend(SubgraphSettings.shape)
      .extend(HubKeySettings.shape)
      .extend(LimitSettings.shape)
      .extend({
        PORT: z.coerce
          .number()
          .int()
          .min(0)
          .max(65_535)
          .default(4002)
          .describe('0 = any free port.'),
        DATA_DIR: z
          .string()
          .optional()
          .describe(
            'Of the embedded store, where MONGODB_URI is unset; .data/booking where unset too.',
          ),
        LISTS_DIR: ListSettings.shape.LISTS_DIR,
        REGISTRY_URL: HttpUrl.optional().describe('Where the cooperatives are registered.'),
        REGISTRY_POLL_MS: z.coerce
          .number()
          .int()
          .min(20)
          .default(1_000)
          .describe('How often the registry is looked at.'),
        CATALOGUE_URL: HttpUrl.default('http://127.0.0.1:4001/graphql').describe(
          "The catalogue's GraphQL address.",
        ),
        PROCUREMENT_URL: HttpUrl.default('http://127.0.0.1:4003').describe(
          'Base address of the procurement process, which knows the agreements.',
        ),
        OWNER_TIMEOUT_MS: Duration.default(2_000).describe('For one attempt to ask a cooperative.'),
        ANSWER_WITHIN_MS: Duration.default(4_000).describe(
          'How long a command waits for cooperatives before it answers with what is known.',
        ),
        HOLD_MINUTES: z.coerce
          .number()
          .int()
          .min(1)
          .max(1_440)
          .default(15)
          .describe('Of every hold.'),
        LEASE_MS: Duration.default(10_000).describe(
          'How long after a process was killed another takes up its orders.',
        ),
        SWEEP_MS: z.coerce
          .number()
          .int()
          .min(20)
          .default(1_000)
          .describe('How often it is looked for what is left to do.'),
        WAITING_POLL_MS: Duration.default(10_000).describe(
          'How often an order that waits for a place is looked at.',
        ),
        SMTP_URL: z
          .url({ protocol: /^smtps?$/ })
          .optional()
          .describe(
            'Secret: never logged. The mail server with name and password, `smtps://name:password@mail.example`; unset: no e-mail is sent.',
          ),
        MAIL_FROM: z
          .string()
          .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'wanted an e-mail address')
          .optional()
          .describe('Of whom e-mails are, `Name <hub@example.org>`; needed with SMTP_URL.'),
        COORDINATOR_EMAIL: z
          .email()
          .optional()
          .describe('Where the coordinator is told; unset: nowhere.'),
        COORDINATOR_LANGUAGE: z
          .enum(TEXT_LANGUAGES)
          .default('fi')
          .describe('In which language the coordinator is written to.'),
        CUSTOMER_PHONE: z
          .string()
          .max(50)
          .regex(/^\+?[\d ()-]+$/, 'wanted a telephone number')
          .optional()
          .describe('Where customers call, for e-mails to them; unset: they answer by e-mail.'),
        LOOK_EVERY_MS: Duration.default(600_000).describe(
          'How often the owners of any order are asked, though nobody reads it, until its last leg is over.',
        ),
      }),
  ),
)
  .refine(({ LEASE_MS, OWNER_TIMEOUT_MS }) => LEASE_MS >= OWNER_TIMEOUT_MS + LEASE_MARGIN_MS, {
    path: ['LEASE_MS'],
    message: `must exceed OWNER_TIMEOUT_MS by ${LEASE_MARGIN_MS}`,
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'is needed with SMTP_URL',
  });

/** How people are told. */
export function tellingOf({
  SMTP_URL: smtpUrl,
  MAIL_FROM: from,
  COORDINATOR_EMAIL: email,
  COORDINATOR_LANGUAGE: language,
  CUSTOMER_PHONE: phone,
  NODE_ENV,
}: z.output<typeof BookingSettings>): TellingSettings {
  return {
    mail: smtpUrl === undefined || from === undefined ? null : { smtpUrl, from },
    coordinator: email === undefined ? null : { email, language },
    phone: phone ?? null,
    isProduction: NODE_ENV === 'production',
  };
}
