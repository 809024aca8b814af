import { publicError } from '../../../schema/errors.js';

/** The prefix of the standard's own examples, with which nobody publishes. */
export const EXAMPLE_OCID_PREFIX = 'ocds-213czf';

/**
 * Checks that an Open Contracting ID may be published in production.
 * @throws OCID_PREFIX_MISSING where it was made without a prefix of the network's own.
 */
export function checkPublishable(ocid: string): void {
  if (!ocid.startsWith(`${EXAMPLE_OCID_PREFIX}-`)) return;
  const message =
    'OCID_PREFIX: wanted a prefix that the network has registered, set before the search is saved; got that of examples.';
  throw publicError('OCID_PREFIX_MISSING', message, { setting: 'OCID_PREFIX' });
}
