import type { ReportedError } from './subgraph-errors.js';

const UNKNOWN_FIELD = /^Cannot query field "(\w+)" on type "(\w+)"/;

/**
 * The fields that an endpoint refused to be asked for, because it answers an older version of the contract.
 * @returns Such as `Service.published`; empty when anything else is wrong with the answer too.
 */
export function findUnknownFields(errors: readonly ReportedError[]): string[] {
  const fields = errors.map(({ rawMessage }) => {
    const [, field, type] = UNKNOWN_FIELD.exec(rawMessage) ?? [];
    return field !== undefined && type !== undefined ? `${type}.${field}` : null;
  });
  return fields.every((field) => field !== null) ? fields : [];
}
