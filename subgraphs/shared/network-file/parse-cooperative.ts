import { z } from 'zod';
import { formatMinorUnits, parseMinorUnits, parseVatRate, formatVatRate } from '../words/money.js';
import { currentMunicipalities, currentMunicipality } from '../words/merged-municipalities.js';
import type { ReferenceLists } from '../lists/reference-lists.js';
import { parseBusinessId } from './business-id.js';
import {
  CooperativeFileSchema,
  type CooperativeFile,
  type ResourceRow,
  type ServiceRow,
} from './cooperative-file.js';
import { CooperativeId } from './forms.js';
import { judgeCodes, findContradictions } from './cross-checks.js';
import { describeValue, faultsOf, NetworkFileError, type Fault } from './fault.js';
import { JsonView } from './json-view.js';
import { LARGEST_FILE_BYTES } from './json-text.js';
import { readJson } from './network-json.js';

export interface ParsedCooperative {
  /** With all defaults filled in and every identifier in its canonical form. */
  readonly cooperative: CooperativeFile;
  /** Well-formed codes that no loaded list knows, and municipalities that have merged: `FI-999 (serves[1])`. */
  readonly unverified: readonly string[];
}

/**
 * Reads `cooperatives/ID.json`.
 * @param file - Named in errors.
 * @param id - The id that the cooperative must have; any where absent.
 * @param largestBytes - 5 MB where absent; `LARGEST_FILE_BYTES` for a file that the operator names.
 * @throws NetworkFileError with every fault.
 */
export function parseCooperativeFile(
  text: string,
  file: string,
  lists: ReferenceLists,
  id?: string,
  largestBytes?: number,
): ParsedCooperative {
  const raw = readJson(text, file, largestBytes);
  const view = new JsonView(raw, '');
  const parsed = CooperativeFileSchema.safeParse(raw);
  const codes = judgeCodes(view, lists);
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error.issues, raw)),
    ...(id === undefined ? [] : findWrongId(view, id)),
    ...findContradictions(view),
    ...codes.faults,
  ];
  if (!parsed.success || faults.length > 0) throw new NetworkFileError(file, faults);
  return { cooperative: canonicalFile(parsed.data), unverified: codes.unverified };
}

/**
 * The cooperative that a file is of, before it is read with the lists of that cooperative.
 * @param named - The id that it must have; any where absent.
 * @throws NetworkFileError when it is no JSON, has no id, or another.
 */
export function findCooperativeId(text: string, file: string, named?: string): string {
  const raw = readJson(text, file, LARGEST_FILE_BYTES);
  if (named !== undefined) {
    const faults = findWrongId(new JsonView(raw, ''), named);
    if (faults.length > 0) throw new NetworkFileError(file, faults);
    return named;
  }
  const parsed = z.looseObject({ id: CooperativeId }, { error: 'an object' }).safeParse(raw);
  if (parsed.success) return parsed.data.id;
  throw new NetworkFileError(file, faultsOf(parsed.error.issues, raw));
}

function findWrongId(view: JsonView, wanted: string): Fault[] {
  const id = view.text('id');
  if (id === null || id === wanted) return [];
  return [view.fault('id', `wanted "${wanted}", got ${describeValue(id)}`)];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function canonicalService(service: ServiceRow): ServiceRow {
  const { net, vatRate } = service.price;
  return {
    ...service,
    cpv: unique(service.cpv.map((code) => code.slice(0, 8))),
    ...(service.serves && { serves: currentMunicipalities(service.serves) }),
    price: {
      ...service.price,
      net: formatMinorUnits(parseMinorUnits(net) ?? 0),
      vatRate: formatVatRate(parseVatRate(vatRate) ?? 0),
    },
  };
}

function canonicalResource(resource: ResourceRow): ResourceRow {
  const { municipality } = resource;
  if (municipality === undefined) return resource;
  return { ...resource, municipality: currentMunicipality(municipality) };
}

/** One way of writing each thing, so that equal files are stored equally. */
function canonicalFile(file: CooperativeFile): CooperativeFile {
  const { contact, ...rest } = file;
  delete rest.$schema;
  return {
    ...rest,
    businessId: parseBusinessId(file.country, file.businessId) ?? file.businessId,
    municipality: currentMunicipality(file.municipality),
    serves: currentMunicipalities(file.serves),
    languages: unique(file.languages),
    ...(contact && Object.keys(contact).length > 0 && { contact }),
    services: file.services.map(canonicalService),
    resources: file.resources.map(canonicalResource),
  };
}
