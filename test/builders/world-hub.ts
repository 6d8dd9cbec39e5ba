import { makeAcceptMessage } from '#shared/flow/accept-message';
import { makeActiveMailboxes } from '#shared/flow/active-mailboxes';
import { makeChangeConsent } from '#shared/flow/change-consent';
import { makeChangeMatter } from '#shared/flow/change-matter';
import { makeCheckIndex } from '#shared/flow/check-index';
import { makeConsentHistory } from '#shared/flow/consent-history';
import { makeCountTraffic } from '#shared/flow/count-traffic';
import { makeDeclareOutage } from '#shared/flow/declare-outage';
import { makeDeliverElectronically } from '#shared/flow/deliver-electronically';
import { makeExpireAttachment } from '#shared/flow/expire-attachment';
import { makeFetchInbound } from '#shared/flow/fetch-inbound';
import { makeFollowWithdrawal } from '#shared/flow/follow-withdrawal';
import { makeGrantException } from '#shared/flow/grant-exception';
import { makeListMailbox } from '#shared/flow/list-mailbox';
import { makeListMatters } from '#shared/flow/list-matters';
import { makeOpenMessage } from '#shared/flow/open-message';
import { makeOrderPrint } from '#shared/flow/order-print';
import { makePrepareUpload } from '#shared/flow/prepare-upload';
import { makePublishEvents } from '#shared/flow/publish-events';
import { makeReadFeed } from '#shared/flow/read-feed';
import { makeReceiveMessage } from '#shared/flow/receive-message';
import { makeRecordConsentNotice } from '#shared/flow/record-consent-notice';
import { makeRecordFinding } from '#shared/flow/record-finding';
import { makeRecordNoticeEvent } from '#shared/flow/record-notice-event';
import { makeRecordPostalEvent } from '#shared/flow/record-postal-event';
import { makeRemindRecipient } from '#shared/flow/remind-recipient';
import { makeRouteMessage } from '#shared/flow/route-message';
import { makeSealEvidence } from '#shared/flow/seal-evidence';
import { makeShowEvidence } from '#shared/flow/show-evidence';
import { makeSettleService } from '#shared/flow/settle-service';
import { makeReleaseHold } from '#shared/flow/release-hold';
import { makeShowDecision } from '#shared/flow/show-decision';
import { makeShowMessage } from '#shared/flow/show-message';
import { makeSweep } from '#shared/flow/sweep';
import { makeTellConsent } from '#shared/flow/tell-consent';
import { makeVerifyEmail } from '#shared/flow/verify-email';
import { makeWriteCertificate } from '#shared/flow/write-certificate';
import { makeWhoActs } from '#shared/flow/who-acts';
import type { Clock } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import type { Identification } from '#shared/ports/identification';
import type { Ids } from '#shared/ports/ids';
import type { LetterPress } from '#shared/ports/letter-press';
import type { NoticeMailer } from '#shared/ports/notice-mailer';
import type { Nudger } from '#shared/ports/nudger';
import type { PrintHouse } from '#shared/ports/print-house';
import type { Sealer } from '#shared/ports/sealer';
import type { PowerRegister } from '#shared/ports/powers';
import type { ReadSettings } from '#shared/ports/settings';
import type { Signer } from '#shared/ports/signer';
import type { UploadParser } from '#shared/ports/upload-parser';
import type { Stores } from '#test/builders/stores';

/** Everything the flows are handed. */
export interface HubPorts extends Stores {
  readonly printHouse: PrintHouse;
  readonly documents: DocumentStore;
  readonly press: LetterPress;
  readonly mailer: NoticeMailer;
  readonly nudger: Nudger;
  readonly identification: Identification;
  readonly parser: UploadParser;
  readonly sealer: Sealer;
  readonly signer: Signer;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly settings: ReadSettings;
  readonly noticeLink: string;
  readonly feedLanes: number;
  readonly powers: PowerRegister;
}

export type Hub = ReturnType<typeof openHub>;

/** Every flow over one set of ports: one process of the hub. */
export function openHub(given: HubPorts) {
  const ports = { ...given, prepareUpload: makePrepareUpload(given) };
  return {
    acceptMessage: makeAcceptMessage(ports),
    activeMailboxes: makeActiveMailboxes(ports),
    ...makeChangeConsent(ports),
    ...makeChangeMatter(ports),
    checkIndex: makeCheckIndex(ports),
    consentHistory: makeConsentHistory(ports),
    countTraffic: makeCountTraffic(ports),
    declareOutage: makeDeclareOutage(ports),
    deliverElectronically: makeDeliverElectronically(ports),
    expireAttachment: makeExpireAttachment(ports),
    ...makeFetchInbound(ports),
    followWithdrawal: makeFollowWithdrawal(ports),
    ...makeGrantException(ports),
    listMailbox: makeListMailbox(ports),
    listMatters: makeListMatters(ports),
    ...makeOpenMessage(ports),
    orderPrint: makeOrderPrint(ports),
    prepareUpload: ports.prepareUpload,
    publishEvents: makePublishEvents(ports),
    readFeed: makeReadFeed(ports),
    ...makeReceiveMessage(ports),
    recordConsentNotice: makeRecordConsentNotice(ports),
    ...makeRecordFinding(ports),
    recordNoticeEvent: makeRecordNoticeEvent(ports),
    recordPostalEvent: makeRecordPostalEvent(ports),
    remindRecipient: makeRemindRecipient(ports),
    routeMessage: makeRouteMessage(ports),
    sealEvidence: makeSealEvidence(ports),
    showEvidence: makeShowEvidence(ports),
    settleService: makeSettleService(ports),
    ...makeReleaseHold(ports),
    showDecision: makeShowDecision(ports),
    showMessage: makeShowMessage(ports),
    writeCertificate: makeWriteCertificate(ports),
    sweep: makeSweep(ports),
    tellConsent: makeTellConsent(ports),
    ...makeVerifyEmail(ports),
    whoActs: makeWhoActs(ports),
  };
}
