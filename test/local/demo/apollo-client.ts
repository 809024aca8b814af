import { describe, expect, it } from '@jest/globals';
import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { transformSync } from 'esbuild';
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import ts from 'typescript';
import { projectPath } from '../../../schema/sdl.js';
import { codeBlocks, readme, sectionOf } from '../../project/readme.js';
import { ask } from '../../support/ask.js';
import type { NetworkProcess } from '../../support/networks/network-process.js';

interface MembersPage {
  cooperatives: {
    edges: { node: { id: string; name: string; members: { totalCount: number } | null } | null }[];
  };
}

interface CataloguePage {
  catalogue: {
    totalCount: number;
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    sources: { cooperative: { id: string }; state: string }[];
  };
}

const MEMBERS: TypedDocumentNode<MembersPage> = gql`
  query Members {
    cooperatives {
      edges {
        node {
          id
          name
          members {
            totalCount
          }
        }
      }
    }
  }
`;

const CATALOGUE: TypedDocumentNode<CataloguePage, { after?: string | null }> = gql`
  query Catalogue($after: String) {
    catalogue(search: { text: "siivous" }, first: 2, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          title {
            text
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      sources {
        cooperative {
          id
        }
        state
      }
    }
  }
`;

/** Tests of a real Apollo Client. @param networkOf - Gives a demo network that was booted without "tuki". */
export function describeApolloClient(networkOf: () => NetworkProcess): void {
  describe('a real Apollo Client with one owner down', () => {
    const requests: { url: string; method: string }[] = [];
    const gatewayUrl = (): string => networkOf().urlByName.get('gateway') ?? '';

    /** A client as the README shows it. */
    function createClient(): ApolloClient {
      const http = new HttpLink({
        uri: `${gatewayUrl()}/graphql`,
        fetch: (url, init) => {
          requests.push({
            url: url instanceof Request ? url.url : url.toString(),
            method: init?.method ?? 'GET',
          });
          return fetch(url, init);
        },
      });
      const persisted = new PersistedQueryLink({
        sha256: (query) => createHash('sha256').update(query).digest('hex'),
        useGETForHashedQueries: true,
      });
      return new ApolloClient({
        link: ApolloLink.from([persisted, http]),
        cache: new InMemoryCache({
          typePolicies: {
            Query: { fields: { catalogue: relayStylePagination(['search', 'sort']) } },
          },
        }),
      });
    }

    it('runs as the README prints it: rows of the others, who is missing, a walk and a later walk', async () => {
      const printed = codeBlocks(sectionOf(readme(), 'From a site'), 'ts').join('\n');
      const gateway = gatewayUrl();
      const { code } = transformSync(printed.replaceAll('http://127.0.0.1:4000', gateway), {
        loader: 'ts',
        format: 'esm',
      });
      // Below the project, where its imports are found.
      const file = projectPath('dist', `readme-${randomUUID()}.mjs`);
      writeFileSync(file, code);
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [file]).finally(() => {
        rmSync(file);
      });
      const { data } = await ask<CataloguePage>(gateway, '{ catalogue { totalCount } }');

      const services = `${data.catalogue.totalCount} services`;
      expect(data.catalogue.totalCount).toBeGreaterThan(100);
      expect(stdout).toMatch(/^karhu 8$/m);
      expect(stdout).toMatch(/^tuki undefined$/m);
      expect(stdout.split('\n').filter((line) => line.startsWith(services))).toEqual([
        services,
        expect.stringMatching(/ services [\w=+/-]+$/),
      ]);
      expect(stderr).toContain('tuki DOWNSTREAM_SERVICE_ERROR');
      expect(stderr).toContain("cooperative: 'tuki'");
    });

    it('is printed in the README as the compiler takes it', () => {
      const printed = codeBlocks(sectionOf(readme(), 'From a site'), 'ts').join('\n');
      const path = projectPath('test', 'local', 'demo', 'printed-in-the-readme.ts');
      const config = ts.readConfigFile(projectPath('tsconfig.json'), (file) =>
        ts.sys.readFile(file),
      );
      const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, projectPath());
      const host = ts.createCompilerHost(options);
      const [readFile, fileExists] = [host.readFile.bind(host), host.fileExists.bind(host)];
      host.readFile = (file) => (file === path ? printed : readFile(file));
      host.fileExists = (file) => file === path || fileExists(file);
      const program = ts.createProgram([path], { ...options, noEmit: true }, host);

      const said = program
        .getSemanticDiagnostics(program.getSourceFile(path))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

      expect(said).toEqual([]);
    });

    it('answers the README’s query of a cooperative that is down as printed', async () => {
      const section = sectionOf(readme(), 'First queries');
      const query = codeBlocks(section, 'graphql')[1] ?? '';
      const printed = codeBlocks(section, 'json')[2] ?? '';

      const { data, errors, extensions } = await ask(gatewayUrl(), query);

      const sinceWhen = (json: string): string => json.replace(/"since": ?"[^"]+"/, '"since":"…"');
      expect(JSON.parse(sinceWhen(JSON.stringify({ errors, data, extensions })))).toEqual(
        JSON.parse(sinceWhen(printed)),
      );
    });

    it('keeps the rows of the others and tells which owner is missing', async () => {
      const { data, error } = await createClient().query({
        query: MEMBERS,
        errorPolicy: 'all',
      });

      const nodes = (data?.cooperatives.edges ?? []).map(({ node }) => node);
      expect(nodes.length).toBeGreaterThanOrEqual(12);
      expect(nodes.filter((node) => node?.members === null).map((node) => node?.id)).toEqual([
        'tuki',
      ]);
      expect(CombinedGraphQLErrors.is(error)).toBe(true);
      if (!CombinedGraphQLErrors.is(error)) return;
      expect(error.errors).toHaveLength(1);
      expect(error.errors[0]?.extensions).toMatchObject({ cooperative: 'tuki' });
      expect(error.errors[0]?.path?.at(-1)).toBe('members');
      expect(error.extensions?.['coverage']).toMatchObject({
        skipped: [expect.objectContaining({ cooperative: 'tuki' })],
      });
    });

    it('pages through the catalogue and merges the pages', async () => {
      const client = createClient();
      const watched = client.watchQuery({ query: CATALOGUE });
      const subscription = watched.subscribe(() => undefined);
      const first = await watched.refetch();
      const after = first.data?.catalogue.pageInfo.endCursor;
      await watched.fetchMore({ variables: { after: after ?? null } });

      const merged = client.readQuery({ query: CATALOGUE });

      const ids = (merged?.catalogue.edges ?? []).map(({ node }) => node.id);
      expect(ids).toHaveLength(4);
      expect(new Set(ids).size).toBe(4);
      expect(merged?.catalogue.sources).toContainEqual(
        expect.objectContaining({
          cooperative: expect.objectContaining({ id: 'tuki' }) as unknown,
        }),
      );
      subscription.unsubscribe();
    });

    it('asks by hash over GET, and sends the document only the first time', async () => {
      requests.length = 0;
      await createClient().query({ query: CATALOGUE, variables: { after: null } });
      await createClient().query({ query: CATALOGUE, variables: { after: null } });

      const last = requests.at(-1);
      expect(last?.method).toBe('GET');
      expect(last?.url).toContain('persistedQuery');
      expect(last?.url).not.toContain('query=');
    });
  });
}
