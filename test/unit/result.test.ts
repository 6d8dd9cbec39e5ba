import { describe, expect, it } from 'vitest';
import { ok, refuse } from '#shared/kernel/result';

describe('a result', () => {
  it('holds what came of a step that was done', () => {
    expect(ok({ letters: 2 })).toEqual({ ok: true, value: { letters: 2 } });
  });

  it('holds nothing when a step has nothing to give', () => {
    expect(ok(undefined)).toEqual({ ok: true, value: undefined });
  });

  it('names the refusal of a step that was not done', () => {
    expect(refuse({ kind: 'not-found' })).toEqual({ ok: false, refusal: { kind: 'not-found' } });
  });
});
