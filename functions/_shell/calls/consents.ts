import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { CONSENT_CHANGES, listConsents } from '#shared/contracts/hub/consents';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type ReadConsentPorts, makeReadConsents } from '#shared/flow/consent/read-consents';

/** The feed of consents, for authorities that may have it. */
export function consentFeedCalls(ports: ReadConsentPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const readConsents = makeReadConsents(ports);
  return [
    bind(listConsents, caller, async ({ query, request }, { tenantId }) => {
      const limit = Number(query.limit ?? CONSENT_CHANGES.usual);
      const read = await readConsents({ tenantId, token: query.after, limit });
      if (read.ok) {
        const { consents, keyVersion, token } = read.value;
        return { status: 200, json: { consents: [...consents], keyVersion, after: token } };
      }
      if (read.refusal.kind === 'no-such-feed') return problemAnswer(request, 'not-found');
      return problemAnswer(request, 'body-invalid', {
        fields: [{ field: 'after', rule: 'was not given by this service' }],
      });
    }),
  ];
}
