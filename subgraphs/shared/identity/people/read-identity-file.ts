import type { z } from 'zod';
import { formatPath } from '../../network-file/fault.js';
import { parseJsonText } from '../../network-file/json-text.js';
import { readTextFile } from '../../process/read-text-file.js';
import { IdentityFileSchema, type IdentityFile } from './identity-file.js';

/**
 * Reads an identity file. @param file - As `IDENTITY_FILE` names it.
 * @throws Error naming every fault with its path, never what stands there; also in production where the file is of the demo provider.
 */
export function readIdentityFile(file: string, nodeEnv: string): IdentityFile {
  const text = readTextFile(file, 'the identity file (IDENTITY_FILE)');
  const identity = parseIdentityFile(text, file);
  if (identity.development && nodeEnv === 'production') {
    throw new Error(
      `IDENTITY_FILE: ${file} is of the demo provider, which is refused in production.`,
    );
  }
  return identity;
}

/** @param file - Named in errors. @throws Error naming every fault with its path, never what stands there. */
export function parseIdentityFile(text: string, file: string): IdentityFile {
  const refuse = (faults: readonly string[]) =>
    new Error(`Invalid IDENTITY_FILE:\n${faults.map((fault) => `  ${file}: ${fault}`).join('\n')}`);
  let json: unknown;
  try {
    json = parseJsonText(text);
  } catch (error) {
    // Where it is, and not what came there.
    throw refuse([(error as Error).message.replace(/, got .*$/s, '')]);
  }
  const parsed = IdentityFileSchema.safeParse(json);
  if (!parsed.success) throw refuse(parsed.error.issues.flatMap(faultsOf));
  const futile = futileRulesOf(parsed.data);
  if (futile.length > 0) throw refuse(futile);
  return parsed.data;
}

/** Rules by which every token is refused: they read a role that the issuer may not assert. */
function futileRulesOf({ issuers }: IdentityFile): string[] {
  return issuers.flatMap(({ rules, mayAssert }, issuer) =>
    rules.flatMap(({ role }, rule) =>
      mayAssert.some((permission) => permission.role === role)
        ? []
        : `${formatPath(['issuers', issuer, 'rules', rule, 'role'])}: wanted a role that is in "mayAssert", for else every such token is refused`,
    ),
  );
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  const path = formatPath(issue.path);
  if (issue.code !== 'unrecognized_keys') {
    return [`${path === '' ? '' : `${path}: `}wanted ${issue.message}`];
  }
  return issue.keys.map((key) => `${formatPath([...issue.path, key])}: wanted no such key`);
}
