import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor } from '#functions/_shell/visits/page-door';
import { pageOfConsentHistory } from '#shared/contracts/pages/mailbox';
import { legalBasisOfConsent } from '#shared/domain/consent/consent-record';
import { type HistoryPorts, type OpenedRecord, makeConsentHistory } from '#shared/flow/consent/consent-history';
import { clockOn } from '#shared/kernel/calendar';
import { helsinkiDay } from '#shared/kernel/time';
import { type ConsentChange, consentHistoryPage } from '#web/pages/consent-history';

/** Changes on one page: few enough that a page of the longest reasons stays below 100 kB. */
const CHANGES = 20;

/** The register of the consent, for its owner (REQ-031, REQ-039). */
export function consentHistoryCall(ports: HistoryPorts, door: PageDoor): Bound {
  const consentHistory = makeConsentHistory(ports);
  return door.visited(pageOfConsentHistory, async ({ acting, frame, request }) => {
    const after = versionIn(request.query['after']);
    const { records, next } = await consentHistory(acting.recipientId, { after, limit: CHANGES });
    const view = { changes: records.map(changeIn), next, isFirst: after === undefined };
    return { page: consentHistoryPage(frame, view) };
  });
}

/** What is no version is no wish: the newest are shown. */
function versionIn(asked: string | undefined): number | undefined {
  return /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : undefined;
}

function changeIn({ record, email, reason, provenance }: OpenedRecord): ConsentChange {
  const { action, at, actor, source, textVersion, language, expiresOn } = record;
  return {
    action,
    day: helsinkiDay(at),
    time: clockOn(at).slice(0, 5),
    role: actor.role,
    source,
    textVersion,
    legalBasis: legalBasisOfConsent(record),
    language,
    email,
    expiresOn,
    reason,
    provenance,
  };
}
