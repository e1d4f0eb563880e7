import { expect, test } from 'vitest';
import { chunkRecordText, jobIds, readChunkRecord } from './ensemble-json.js';

const job = { caseText: 'detente: 1\n', options: { seed: 1, draws: 100, headlines: null } };

test('the name of a chunk is a hash of program, case, options, first and count', () => {
  const id = jobIds(job).chunk({ first: 0, count: 10 });
  expect(id).toMatch(/^[0-9a-f]{64}$/);
  const { caseText, options } = job;
  const others = [
    jobIds(job).chunk({ first: 10, count: 10 }),
    jobIds(job).chunk({ first: 0, count: 11 }),
    jobIds({ caseText: `${caseText} `, options }).chunk({ first: 0, count: 10 }),
    jobIds({ caseText, options: { ...options, seed: 2 } }).chunk({ first: 0, count: 10 }),
    jobIds(job).job,
  ];
  expect(new Set([id, ...others]).size).toBe(6);
});

test('the order of the options is no part of the name', () => {
  const other = { caseText: job.caseText, options: { headlines: null, draws: 100, seed: 1 } };
  expect(jobIds(other).job).toBe(jobIds(job).job);
});

test('a record comes back from its text, which is one line', () => {
  const record = { id: 'a1', first: 20, count: 3, bits: Uint8Array.of(0, 255, 7) };
  const text = chunkRecordText(record);
  expect(text).not.toContain('\n');
  expect(readChunkRecord(text)).toEqual({ record });
  const empty = { id: 'a1', first: 0, count: 0, bits: new Uint8Array() };
  expect(readChunkRecord(chunkRecordText(empty))).toEqual({ record: empty });
});

test('a text that was cut off or changed is told from a record', () => {
  const text = chunkRecordText({ id: 'a1', first: 20, count: 3, bits: Uint8Array.of(1, 2, 3) });
  for (let end = 0; end < text.length; end += 1) {
    expect(readChunkRecord(text.slice(0, end))).toHaveProperty('problem');
  }
  expect(readChunkRecord(text.replace('"first":20', '"first":21'))).toEqual({
    problem: expect.stringContaining('damaged or edited'),
  });
  expect(readChunkRecord('[]')).toHaveProperty('problem');
  expect(readChunkRecord('null')).toHaveProperty('problem');
  expect(readChunkRecord(text.replace('"first":20', '"first":-1'))).toHaveProperty('problem');
});
