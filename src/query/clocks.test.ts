import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCalendar } from '../../scripts/rules/calendar.ts';
import { clearBySql, clearDays, createCalendarSql, lastWorkday, unpublishedYears, workdaysAfter, workdaysBetween } from './clocks.ts';
