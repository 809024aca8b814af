import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { withDatabaseName } from '../../../subgraphs/shared/mongo/database-name.js';
import { startStoreProcess } from '../../../subgraphs/shared/mongo/store-process.js';
import { cooperativeFile } from '../../cooperative/support.js';
import { businessIdFor } from '../../support/business-id.js';
import { codeBlocks, readme, sectionOf } from '../../project/readme.js';
import { KillableProcess } from '../../support/networks/killable-process.js';
import { startLoginProvider, type LoginProvider } from '../../support/networks/login-provider.js';

/** Who is who at the two providers that the README's `identity.json` names. */
const PEOPLE = {
  hub: {
    kerttu: { groups: ['coordinators'] },
    anna: { email_verified: true },
    mallory: { groups: ['visitors'] },
  },
  karhu: { aino: { groups: ['office'] } },
} as const;

const MAKE_KEYS = projectPath('dist', 'subgraphs', 'local', 'network', 'make-keys.js');
const AUDIENCE = 'https://hub.example';
const ENTRIES: Readonly<Record<string, string>> = {
  gateway: 'gateway/main.js',
  catalogue: 'subgraphs/catalogue/main.js',
  booking: 'subgraphs/booking/main.js',
  procurement: 'subgraphs/procurement/main.js',
  cooperative: 'subgraphs/cooperative/main.js',
};

/** Works on every day, holidays or not. */
const WORKER = {
  ...{ id: 'w1', kind: 'WORKER', size: 1, member: 'm1' },
  hours: [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '08:00', to: '16:00' }],
};

/** Who listens where, in the README. */
const NAME_BY_PORT: Readonly<Record<string, string>> = {
  '4000': 'gateway',
  '4001': 'catalogue',
  '4002': 'booking',
  '4003': 'procurement',
  '4100': 'karhu',
};

interface Command {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Commands such as `A=1 B=2 npm run NAME`, in their order. */
function settingsOfCommands(text: string): readonly Command[] {
  const commands = text.replaceAll(/\\\n\s*/g, '').matchAll(/^((?:\w+=\S+ )+)npm run (\w+)$/gm);
  return [...commands].map(([, given = '', script = '']) => {
    const pairs = given.trim().split(' ');
    const env = pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)] as const;
    });
    return { script, env: Object.fromEntries(env) };
  });
}

/** A hub that was set up as the README's "Going live" says, with a second cooperative "lumo", on free ports and a store in memory. */
export class GoneLive {
  readonly #processes: KillableProcess[] = [];
  /** Base URLs, by the script that starts them and by the id of a cooperative. */
  readonly urlByName = new Map<string, string>();

  private constructor(
    readonly folder: string,
    private readonly store: Awaited<ReturnType<typeof startStoreProcess>>,
    private readonly providers: Readonly<Record<keyof typeof PEOPLE, LoginProvider>>,
  ) {}

  static async start(): Promise<GoneLive> {
    const section = sectionOf(readme(), 'Going live');
    const [makeKeys = '', start = ''] = codeBlocks(section, 'sh');
    const [identity = ''] = codeBlocks(section, 'json');
    const folder = mkdtempSync(join(tmpdir(), 'hub-live-'));
    const given = [...makeKeys.matchAll(/^npm run keys -- ([^#\n]*\w)/gm)].map(
      ([, words = '']) => words,
    );
    for (const words of [...given, 'keys lumo']) {
      const made = spawnSync(process.execPath, [MAKE_KEYS, ...words.split(' ')], {
        ...{ cwd: folder, encoding: 'utf8' },
      });
      if (made.status !== 0) throw new Error(made.stderr);
    }
    const [store, hub, karhu] = await Promise.all([
      startStoreProcess(null),
      startLoginProvider(AUDIENCE, PEOPLE.hub),
      startLoginProvider(AUDIENCE, PEOPLE.karhu),
    ]);
    writeFileSync(
      join(folder, 'identity.json'),
      identity
        .replace('https://login.hub.example', hub.url)
        .replace('https://login.karhu.example', karhu.url),
    );
    for (const id of ['karhu', 'lumo']) {
      const file = cooperativeFile({ id, businessId: businessIdFor(id), resources: [WORKER] });
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(file));
    }
    const live = new GoneLive(folder, store, { hub, karhu });
    try {
      await live.#startAll(settingsOfCommands(start));
    } catch (error) {
      await live.close();
      throw error;
    }
    return live;
  }

  /** A text of the README, with the addresses that there are here. */
  here(text: string): string {
    return text.replaceAll(/http:\/\/127\.0\.0\.1:(\d+)\b/g, (printed, port: string) => {
      const url = this.urlByName.get(NAME_BY_PORT[port] ?? '');
      return url ?? printed;
    });
  }

  /** An access token, as the provider gives it that knows this person. */
  signIn(person: string): Promise<string> {
    return this.providers[person in PEOPLE.karhu ? 'karhu' : 'hub'].signIn(person);
  }

  /** And another cooperative, as the first. */
  async #startAll(commands: readonly Command[]): Promise<void> {
    for (const command of commands) await this.#start(command);
    const ofKarhu = commands.find(({ script }) => script === 'cooperative');
    const ofLumo = Object.entries(ofKarhu?.env ?? {}).map(
      ([name, value]) => [name, value.replaceAll('karhu', 'lumo')] as const,
    );
    await this.#start({ script: 'cooperative', env: Object.fromEntries(ofLumo) });
  }

  async #start({ script, env }: Command): Promise<void> {
    const told = Object.entries(env).map(([name, value]) => [name, this.#told(value)] as const);
    const name = env['COOPERATIVE'] ?? script;
    const started = new KillableProcess(name, ENTRIES[script] ?? '', {
      NODE_ENV: 'production',
      ...Object.fromEntries(told),
    });
    this.#processes.push(started);
    this.urlByName.set(name, await started.start());
  }

  /** What a setting is here: files lie in the folder, databases in the store. */
  #told(value: string): string {
    const [, database] = /^mongodb:\/\/127\.0\.0\.1\/(\w+)/.exec(value) ?? [];
    if (database !== undefined) return withDatabaseName(this.store.uri, database);
    return /^[\w/-]+\.json$/.test(value) ? join(this.folder, value) : this.here(value);
  }

  async close(): Promise<void> {
    await Promise.all(this.#processes.map((each) => each.kill()));
    await Promise.all(Object.values(this.providers).map((each) => each.close()));
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}
