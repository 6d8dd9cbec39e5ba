import { importAnswer, sourceIn } from '#functions/_shell/calls/imports';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Operator } from '#functions/_shell/operator-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import { importConsents } from '#shared/contracts/hub/consent-imports';
import { type ImportConsentPorts, makeImportConsents } from '#shared/flow/consent/import-consents';

/** Consents from another register. */
export function consentImportCalls(ports: ImportConsentPorts, caller: Authenticate<Operator>): Bound[] {
  const enter = makeImportConsents(ports);
  return [
    bind(importConsents, caller, async ({ query, request }) => {
      const source = sourceIn(request, undefined);
      if (!source.ok) return source.refusal.answer;
      if (source.value.form !== 'json') return problemAnswer(request, 'type-refused');
      const options = { dryRun: query.dryRun === 'true', tell: query.tell === 'true' };
      return importAnswer(request, await enter(source.value.text, options), options.dryRun);
    }),
  ];
}
