import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';

/** Business id of the cooperative karhu. */
export const KARHU = '1572860-0';
/** Of a buyer, and of another. */
export const PORI = '0137323-9';
export const TURKU = '0204819-8';

/** Somebody with this role, who is nobody else. */
function person(subject: string, role: string): Asker {
  const { caller, process } = withRoles(role);
  return { caller: caller && { ...caller, subject }, process };
}

/** One of each kind, and others of some. */
export const PEOPLE = {
  public: PUBLIC,
  household: person('aino', 'HOUSEHOLD'),
  neighbour: person('eino', 'HOUSEHOLD'),
  member: person('matti', 'MEMBER lumo'),
  staff: person('sanna', 'STAFF karhu'),
  staffOfLumo: person('lasse', 'STAFF lumo'),
  officer: person('olli', `OFFICER ${PORI}`),
  officerOfTurku: person('tuula', `OFFICER ${TURKU}`),
  officerOfKarhu: person('kirsi', `OFFICER ${KARHU}`),
  coordinator: person('kaisa', 'COORDINATOR'),
  auditor: person('arvo', 'AUDITOR'),
  machine: person('karhu-system', `MACHINE ${KARHU}`),
  machineOfPori: person('pori-system', `MACHINE ${PORI}`),
} as const satisfies Record<string, Asker>;

export type Kind = keyof typeof PEOPLE;

const KINDS = Object.keys(PEOPLE) as readonly Kind[];

/** What each kind of caller gets. */
export async function ofEach<Answer>(
  ask: (asker: Asker, kind: Kind) => Promise<Answer>,
): Promise<Record<Kind, Answer>> {
  const answers: [Kind, Answer][] = [];
  for (const kind of KINDS) answers.push([kind, await ask(PEOPLE[kind], kind)]);
  return Object.fromEntries(answers) as Record<Kind, Answer>;
}

/** The same for all kinds, but for those named. */
export function expected<Answer>(
  usual: Answer,
  others: Partial<Record<Kind, Answer>>,
): Record<Kind, Answer> {
  const all = KINDS.map((kind): [Kind, Answer] => [kind, usual]);
  return { ...(Object.fromEntries(all) as Record<Kind, Answer>), ...others };
}
