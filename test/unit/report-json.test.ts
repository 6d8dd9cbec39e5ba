import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { emptyReport, followUp } from '#test/builders/domain-reports';
import { reportJson, reportSchema } from '#shared/domain/report/json';

describe('the JSON of a report', () => {
  test('tells figures and codes as they are', () => {
    const { $schema, sections } = reportJson(followUp(), '?format=schema');
    expect($schema).toBe('?format=schema');
    expect(sections['plansByState']?.rows[1]).toEqual({ state: 'DRAFT', authorities: 5, share: 12.5 });
    expect(sections['authorities']?.rows[0]).toMatchObject({ messages: '<5', cost: null, due: '2020-06-30' });
  });

  test.each([followUp(), emptyReport()])('of $id is as its schema says', (each) => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(reportSchema(each))));
    expect(schema.safeParse(reportJson(each, 'x')).error).toBeUndefined();
    expect(schema.safeParse({ ...reportJson(each, 'x'), more: 1 }).success).toBe(false);
  });

  test('with a figure that is a word is not', () => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(reportSchema(followUp()))));
    const wrong = reportJson(followUp(), 'x');
    const rows = [{ state: 'DRAFT', authorities: 'five', share: 1 }];
    const sections = { ...wrong.sections, plansByState: { heading: { fi: 'x' }, rows } };
    expect(schema.safeParse({ ...wrong, sections }).success).toBe(false);
  });
});
