import { existsSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FeatureCollection } from 'geojson';
import { FORMAT_VERSION, type Manifest } from '../../src/model/manifest.ts';
import { readTopology } from '../geo/topology.ts';
import type { Progress } from '../progress.ts';
import { TOOL_VERSION } from '../tool-version.ts';
import { computeCube, computeHistory, type ComputeOptions, computeRulesTables, storedTables } from './compute.ts';
import type { County } from './county.ts';
import { numbersOf, openDatabase, threadsFor, withDatabase } from './database.ts';
import { carryDecisions, mergeDecisions, readDecisions, reportDecisions } from './decisions.ts';
import { judge, type Judgement } from './judge.ts';
import { freshness } from './freshness.ts';
import { listPublished, type Published, previousOf, readPublished, writeIndex } from './index-file.ts';
import { importLedger, type Imported } from './import-ledger.ts';
import { knownUnits } from './known-units.ts';
import { loadPrevious } from './load-previous.ts';
import { locateProjects, reportUnbounded } from './locate.ts';
import { prewarm } from './prewarm.ts';
import { PublishError } from './publish-error.ts';
import { clearReport, writeReport } from './report.ts';
import type { CountyRules } from './rules-file.ts';
import { sealSnapshot } from './seal.ts';

/** One publication: a week's ledger into a sealed snapshot. Paths are absolute. */
export interface Publication {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly county: County;
  readonly rules: CountyRules;
  /** Folder of the previous snapshot; null: the newest one before asOf in `to`. */
  readonly previous: string | null;
  readonly decisions: readonly string[];
  readonly accept: ReadonlySet<string>;
  readonly mask: boolean;
  /** Publish a corrected revision beside a snapshot that exists. */
  readonly replace: boolean;
  /** Folder of 问题清单.xlsx and quarantine. */
  readonly report: string;
  readonly progress: Progress;
}

export interface Outcome extends Judgement {
  /** The sealed snapshot; null when publication was refused. */
  readonly published: Published | null;
  /** Revision it replaces; null for a new day. */
  readonly replaced: Published | null;
  readonly imported: Imported;
  /** Path of the report workbook; null when there was nothing to report. */
  readonly report: string | null;
  readonly decisionsAdded: number;
  /** Decisions of the previous snapshot that the ledger does not list. */
  readonly decisionsCarried: number;
}

/**
 * Reads, checks and seals one week. Refused (`published` null) when a blocking check has rows that were not accepted; the report then says where.
 * Throws LedgerError or PublishError for what cannot be read or must not be done at all.
 */
export async function publish(p: Publication): Promise<Outcome> {
  const at = position(p);
  return withDatabase(async (connection) => {
    if (at.previous) await loadPrevious(connection, at.previous);
    p.progress.stage('读取台账');
    return seal(connection, p, at, await importLedger(connection, p.from, { asOf: p.asOf, mask: p.mask, known: await knownUnits(connection, { previous: at.previous !== null, boundaries: boundariesOf(p.county) }), progress: p.progress }));
  }, await threadsFor(p.from));
}

/** Weeks whose ledgers are read ahead of the one being sealed: with it, work for two cores. */
const AHEAD = 3;

interface Reading {
  readonly p: Publication;
  readonly connection: DuckDBConnection;
  readonly imported: Promise<Imported>;
  readonly close: () => void;
}

/**
 * Publishes weeks one after the other; while one is checked and sealed, the ledgers of the next are read beside it. Each ledger must bring its own lists of
 * places and departments; a week is asked for when its turn to be read comes. `done` is called after each; the weeks after one that was refused are not
 * published.
 */
export async function publishAll(publications: readonly (() => Promise<Publication>)[], done: (outcome: Outcome, index: number) => void): Promise<void> {
  const waiting = [...publications];
  const reading: Promise<Reading>[] = [];
  const readAhead = (): void => {
    while (reading.length < AHEAD && waiting.length > 0) {
      const next = read(waiting.shift()!);
      next.catch(() => undefined);
      reading.push(next);
    }
  };
  try {
    for (const i of publications.keys()) {
      readAhead();
      const { p, connection, close, imported } = await reading.shift()!;
      try {
        const ledger = await imported;
        readAhead();
        const at = position(p);
        if (at.previous) await loadPrevious(connection, at.previous);
        const outcome = await seal(connection, p, at, ledger);
        done(outcome, i);
        if (!outcome.published) return;
      } finally {
        close();
      }
    }
  } finally {
    await Promise.allSettled(reading.map(async (next) => {
      const { imported, close } = await next;
      await imported.catch(() => undefined);
      close();
    }));
  }
}

async function read(publication: () => Promise<Publication>): Promise<Reading> {
  const p = await publication();
  const database = await openDatabase(await threadsFor(p.from));
  const imported = importLedger(database.connection, p.from, { asOf: p.asOf, mask: p.mask, known: {}, progress: p.progress });
  imported.catch(() => undefined);
  return { p, ...database, imported };
}

const boundariesOf = (county: County): FeatureCollection | null => (county.boundaries ? readTopology(county.boundaries) : null);

type Position = ReturnType<typeof position>;

async function seal(connection: DuckDBConnection, p: Publication, { revision, replaced, previous, published }: Position, imported: Imported): Promise<Outcome> {
  const options: ComputeOptions = { asOf: p.asOf, rules: p.rules.rules, previous: previous ? { asOf: previous.manifest.as_of } : null };
  const boundaries = boundariesOf(p.county);
  const coordinates = await locateProjects(connection, boundaries, p.county.coordinates);
  if (imported.tables.has('places')) await reportUnbounded(connection, boundaries);
  p.progress.stage('计算历史、预警、风险和汇总');
  await computeHistory(connection, options);
  const files = p.decisions.map((path) => readDecisions(path, p.county.code, p.asOf));
  const decisionsCarried = await carryDecisions(connection);
  const decisionsAdded = await mergeDecisions(connection, files);
  await reportDecisions(connection, files, published);
  await computeRulesTables(connection, options);
  await computeCube(connection, options);
  p.progress.stage('检查');
  const judgement = await judge(connection, { ...options, accept: p.accept, ruleProblems: p.rules.notices });
  const report = judgement.problems > 0 || imported.rowsSetAside > 0 ? await writeReport(connection, p.report) : clearReport(p.report);
  if (judgement.blocking.length > 0) return { ...judgement, published: null, replaced, imported, report, decisionsAdded, decisionsCarried };
  if (((await numbersOf(connection, 'SELECT count(*) FROM projects'))[0] ?? 0) === 0) throw new PublishError(`没有一行项目可用，不能发布；见 ${report ?? p.report}`);
  p.progress.stage('写出快照');
  const tables = await storedTables(connection);
  const manifest: Omit<Manifest, 'files'> = {
    format: FORMAT_VERSION, id: revision === 1 ? p.asOf : `${p.asOf}-r${revision}`, as_of: p.asOf, revision, county: countyOf(p.county), tool: TOOL_VERSION, duckdb: await duckdbVersion(connection),
    previous: previous ? { id: previous.id, sha256: previous.sha256 } : null, sources: imported.sources, accepted: judgement.accepted,
    freshness: await freshness(connection, p.asOf, tables), coordinates, masked: imported.masked,
  };
  const sealed = await sealSnapshot(connection, { to: p.to, manifest, tables, attachments: { rules: p.rules.rules, boundaries: p.county.boundaries, prewarmed: await prewarm(connection, options, tables) } });
  writeIndex(p.to);
  return { ...judgement, published: { id: manifest.id, ...sealed }, replaced, imported, report, decisionsAdded, decisionsCarried };
}

/** Revision number, the revision it replaces, the snapshot it builds on and all that are published. Throws PublishError when that day is published and --replace was not given. */
function position(p: Publication): { revision: number; replaced: Published | null; previous: Published | null; published: readonly Published[] } {
  const published = listPublished(p.to);
  const same = published.filter((s) => s.manifest.as_of === p.asOf);
  const replaced = same.at(-1) ?? null;
  if (replaced && !p.replace) throw new PublishError(`${p.asOf} 已有快照 ${replaced.id}。快照封存后不再改动；要发布更正，请加 --replace，会另存为 ${p.asOf}-r${replaced.manifest.revision + 1}`);
  if (p.previous !== null && !existsSync(p.previous)) throw new PublishError(`--previous 所指的快照 ${p.previous} 不存在`);
  const previous = p.previous ? readPublished(p.previous) : previousOf(published, p.asOf);
  if (previous && previous.manifest.as_of >= p.asOf) throw new PublishError(`上一份快照 ${previous.id} 不早于 ${p.asOf}`);
  if (previous && previous.manifest.county.code !== p.county.code) throw new PublishError(`上一份快照 ${previous.id} 属于县区 ${previous.manifest.county.code}，本次是 ${p.county.code}`);
  return { revision: (replaced?.manifest.revision ?? 0) + 1, replaced, previous, published: previous ? [...published, previous] : published };
}

const countyOf = ({ code, name, publisher, sample, map_approval, boundary_version }: County): Manifest['county'] => ({ code, name, publisher, sample, map_approval, boundary_version });

async function duckdbVersion(connection: DuckDBConnection): Promise<string> {
  return String((await connection.runAndReadAll('SELECT version()')).getRows()[0]![0]).replace(/^v/, '');
}
