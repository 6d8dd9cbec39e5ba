import { importAnswer, sourceIn } from '#functions/_shell/calls/imports';
import type { SupportCallers } from '#functions/_shell/calls/support-rows';
import { type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { fieldProblems } from '#shared/contracts/field-problems';
import { importSupportRows } from '#shared/contracts/support/imports';
import { coordinates } from '#shared/domain/digital-support/roles';
import type { KnownDirectory } from '#shared/flow/digital-support/find-support';
import { supportRegisters } from '#shared/flow/digital-support/support-registers';
import { type ImportPorts, makeImportRows } from '#shared/flow/programme/import-rows';

/** Many rows of digital support at once: a whole list of centres or providers. */
export function supportImportCalls(
  ports: ImportPorts,
  { programme }: SupportCallers,
  directory: KnownDirectory,
): Bound[] {
  const enter = makeImportRows(ports, supportRegisters(fieldProblems));
  return [
    bind(importSupportRows, programme, async ({ query: { dryRun, kind }, request }, role) => {
      if (!coordinates(role)) return problemAnswer(request, 'role-missing');
      const source = sourceIn(request, kind);
      if (!source.ok) return source.refusal.answer;
      const result = await enter({ source: source.value, role, dryRun: dryRun === 'true' });
      directory.forget();
      return importAnswer(request, result, dryRun === 'true');
    }),
  ];
}
