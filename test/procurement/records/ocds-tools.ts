import { spawnSync } from 'node:child_process';
import { projectPath } from '../../../schema/sdl.js';

const SCRIPT = projectPath('test', 'procurement', 'records', 'check_ocds.py');

/** What check_ocds.py prints. */
export interface OcdsFindings {
  /** One entry a file, in their order; empty ones where all is well. */
  readonly faults: readonly object[];
  /** Faults that were put in, and that the tools did not see. */
  readonly unseen: readonly string[];
  readonly merged: {
    readonly date: string;
    readonly buyer: { readonly name: string };
    readonly tender: {
      readonly title?: string;
      readonly value?: object;
      readonly lots: readonly {
        readonly id: string;
        readonly status: string;
        readonly otherRequirements?: object;
      }[];
    };
  };
}

/**
 * What OCDS tools say of release packages of one procurement.
 * @returns Null, and says so, where the tools or the standard are not to be had. OCDS_PYTHON may name a Python that has the tools, and
 * OCDS_MIRROR a folder with the standard.
 */
export function lookAtOcds(files: readonly string[]): OcdsFindings | null {
  const mirror = process.env['OCDS_MIRROR'];
  const python = process.env['OCDS_PYTHON'] ?? 'python3';
  const options = mirror === undefined ? [] : ['--mirror', mirror];
  const ran = spawnSync(python, [SCRIPT, ...files, ...options], { encoding: 'utf8' });
  if (ran.error !== undefined || ran.stdout.startsWith('skipped')) {
    const why = ran.error === undefined ? ran.stdout.trim() : 'there is no Python';
    process.stderr.write(`The OCDS tools are not asked: ${why}.\n`);
    return null;
  }
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as OcdsFindings;
}
