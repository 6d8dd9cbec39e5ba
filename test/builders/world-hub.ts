import { fieldProblems } from '#shared/contracts/field-problems';
import { THEMES_AS_DELIVERED, type Theme } from '#shared/domain/mandate/themes';
import { makeAcceptMessage } from '#shared/flow/intake/accept-message';
import { makeAttachProof } from '#shared/flow/delivery-postal/attach-proof';
import { makeActiveMailboxes } from '#shared/flow/intake/active-mailboxes';
import { makeAnswerMandate } from '#shared/flow/mandate/answer-mandate';
import { makeAnswerDataRequest } from '#shared/flow/own-data/answer-data-request';
import { makeChangeConsent } from '#shared/flow/consent/change-consent';
import { makeChangeMatter } from '#shared/flow/consent/change-matter';
import { makeCheckIndex } from '#shared/flow/delivery/check-index';
import { makeConfirmArchiving } from '#shared/flow/retention/confirm-archiving';
import { makeConsentHistory } from '#shared/flow/consent/consent-history';
import { makeCountTraffic } from '#shared/flow/feed/count-traffic';
import { makeCountUnread } from '#shared/flow/mailbox/count-unread';
import { makeCutBatches } from '#shared/flow/delivery-postal/cut-batches';
import { makeDeclareOutage } from '#shared/flow/delivery/declare-outage';
import { makeDeleteMessage } from '#shared/flow/mailbox/delete-message';
import { makeDeliverElectronically } from '#shared/flow/delivery/deliver-electronically';
import { makeEndRetention } from '#shared/flow/retention/end-retention';
import { makeExpireAttachment } from '#shared/flow/intake/expire-attachment';
import { makeEraseOwnData } from '#shared/flow/own-data/erase-own-data';
import { makeExportOwnData } from '#shared/flow/own-data/export-own-data';
import { makeFetchInbound } from '#shared/flow/mailbox/fetch-inbound';
import { makeFindProof } from '#shared/flow/delivery-postal/find-proof';
import { makeFollowRelay } from '#shared/flow/delivery-postal/follow-relay';
import { makeFollowWithdrawal } from '#shared/flow/delivery/follow-withdrawal';
import { makeGiveMandate } from '#shared/flow/mandate/give-mandate';
import { makeGrantException } from '#shared/flow/delivery/grant-exception';
import { makeImportConsents } from '#shared/flow/consent/import-consents';
import { makeKeepPostiAccount } from '#shared/flow/delivery-postal/keep-posti-account';
import { makeLetterInserts } from '#shared/flow/delivery-postal/letter-inserts';
import { makeLegalHold } from '#shared/flow/retention/legal-hold';
import { makeListAs } from '#shared/flow/mandate/list-as';
import { makeListMandates } from '#shared/flow/mandate/list-mandates';
import { makeListAccess } from '#shared/flow/own-data/list-access';
import { makeListMailbox } from '#shared/flow/mailbox/list-mailbox';
import { makeListSent } from '#shared/flow/mailbox/list-sent';
import { makeListMatters } from '#shared/flow/consent/list-matters';
import { makeOpenMessage } from '#shared/flow/mailbox/open-message';
import { makeOrderPrint } from '#shared/flow/delivery-postal/order-print';
import { makePowers } from '#shared/flow/mandate/powers';
import { makePrepareUpload } from '#shared/flow/intake/prepare-upload';
import { makePublishEvents } from '#shared/flow/feed/publish-events';
import { makeReactivateMailbox } from '#shared/flow/consent/reactivate-mailbox';
import { makeReadConsents } from '#shared/flow/consent/read-consents';
import { makeReadFeed } from '#shared/flow/feed/read-feed';
import { makeReceiveMessage } from '#shared/flow/mailbox/receive-message';
import { makeRecallMessage } from '#shared/flow/intake/recall-message';
import { makeRecordConsentNotice } from '#shared/flow/consent/record-consent-notice';
import { makeRecordFinding } from '#shared/flow/evidence/record-finding';
import { makeRecordNoticeEvent } from '#shared/flow/notice/record-notice-event';
import { makeRecordPostalEvent } from '#shared/flow/delivery-postal/record-postal-event';
import { makeRemindRecipient } from '#shared/flow/notice/remind-recipient';
import { makeRetentionAhead } from '#shared/flow/retention/retention-ahead';
import { makeRequestData } from '#shared/flow/own-data/request-data';
import { makeRouteMessage } from '#shared/flow/delivery/route-message';
import { makeSealEvidence } from '#shared/flow/evidence/seal-evidence';
import { makeShowEvidence } from '#shared/flow/evidence/show-evidence';
import { makeSettleService } from '#shared/flow/delivery/settle-service';
import { makeReleaseHold } from '#shared/flow/delivery/release-hold';
import { makeResolveRecipients } from '#shared/flow/delivery/resolve-recipients';
import { makeShowDecision } from '#shared/flow/delivery/show-decision';
import { makeShowMessage } from '#shared/flow/delivery/show-message';
import { makeShowSent } from '#shared/flow/mailbox/show-sent';
import { makeShowThread } from '#shared/flow/mailbox/show-thread';
import { makeSweep } from '#shared/flow/delivery/sweep';
import { makeTendOwnData } from '#shared/flow/own-data/tend-own-data';
import { makeTellConsent } from '#shared/flow/consent/tell-consent';
import { makeVerifyEmail } from '#shared/flow/consent/verify-email';
import { makeWriteCertificate } from '#shared/flow/evidence/write-certificate';
import { makeTransferInbound } from '#shared/flow/mailbox/transfer-inbound';
import { makeWhoActs } from '#shared/flow/mandate/who-acts';
import type { Clock } from '#shared/kernel/time';
import type { DocumentStore } from '#shared/ports/document-store';
import type { ExaminePdf } from '#shared/ports/examine-pdf';
import type { HandOver } from '#shared/ports/hand-over';
import type { Identification } from '#shared/ports/identification';
import type { Ids } from '#shared/ports/ids';
import type { LetterPress } from '#shared/ports/letter-press';
import type { NoticeMailer } from '#shared/ports/notice-mailer';
import type { Nudger } from '#shared/ports/nudger';
import type { RelayFeed } from '#shared/ports/postal-relay';
import type { PowerRegister } from '#shared/ports/powers';
import type { PrintHouse } from '#shared/ports/print-house';
import type { Sealer } from '#shared/ports/sealer';
import type { ReadSettings } from '#shared/ports/settings';
import type { Signer } from '#shared/ports/signer';
import type { UploadParser } from '#shared/ports/upload-parser';
import type { Stores } from '#test/builders/stores';

/** Everything the flows are handed. */
export interface HubPorts extends Stores {
  readonly printHouse: PrintHouse;
  readonly powers: PowerRegister;
  readonly handOver?: HandOver;
  readonly brings?: boolean;
  /** The national service's, where a test relays letters. */
  readonly relayFeed?: RelayFeed;
  readonly documents: DocumentStore;
  readonly press: LetterPress;
  readonly examinePdf: ExaminePdf;
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
  readonly patience: () => Promise<void>;
  readonly onFault: (fault: unknown) => void;
  /** The national register of mandates, where a test connects the hub to one. */
  readonly national?: PowerRegister;
  /** @default those as delivered */
  readonly themes?: readonly Theme[];
}

export type Hub = ReturnType<typeof openHub>;

/** No mandate reaches another's data. */
const OWN_DATA = { ownDataOnBehalf: false };

const NOTHING_TOLD: RelayFeed = { read: async () => ({ events: [], next: '0' }) };

/** Every flow over one set of ports: one process of the hub. */
export function openHub(given: HubPorts) {
  const ports = { ...given, prepareUpload: makePrepareUpload(given), insertsFor: makeLetterInserts(given) };
  const powers = makePowers(ports);
  const withThemes = { ...ports, themes: given.themes ?? THEMES_AS_DELIVERED };
  return {
    acceptMessage: makeAcceptMessage({ ...ports, resolveRecipients: makeResolveRecipients(ports) }),
    activeMailboxes: makeActiveMailboxes(ports),
    ...makeAnswerDataRequest(ports),
    attachProof: makeAttachProof(ports),
    ...makeChangeConsent(ports),
    ...makeChangeMatter(ports),
    checkIndex: makeCheckIndex(ports),
    archive: makeConfirmArchiving(ports),
    consentHistory: makeConsentHistory(ports),
    cutBatches: makeCutBatches(ports),
    countTraffic: makeCountTraffic(ports),
    countUnread: makeCountUnread(ports),
    declareOutage: makeDeclareOutage(ports),
    ...makeDeleteMessage(ports),
    deliverElectronically: makeDeliverElectronically(ports),
    endRetention: makeEndRetention(ports),
    ...makeGiveMandate(withThemes),
    answerMandate: makeAnswerMandate(ports),
    listMandates: makeListMandates({ ...ports, powers }),
    ...makeEraseOwnData(ports),
    exportOwnData: makeExportOwnData({ ...ports, ...OWN_DATA, powers }),
    expireAttachment: makeExpireAttachment(ports),
    ...makeFetchInbound(ports),
    findProof: makeFindProof(ports),
    importConsents: makeImportConsents({ ...ports, explain: fieldProblems }),
    followRelay: makeFollowRelay({ relayFeed: NOTHING_TOLD, ...ports }),
    followWithdrawal: makeFollowWithdrawal(ports),
    postiAccount: makeKeepPostiAccount(ports),
    ...makeGrantException(ports),
    legalHold: makeLegalHold(ports),
    retentionAhead: makeRetentionAhead(ports),
    listAs: makeListAs(ports),
    listMailbox: makeListMailbox(ports),
    listSent: makeListSent(ports),
    listMatters: makeListMatters(ports),
    ...makeOpenMessage(ports),
    orderPrint: makeOrderPrint(ports),
    prepareUpload: ports.prepareUpload,
    publishEvents: makePublishEvents(ports),
    reactivateMailbox: makeReactivateMailbox(ports),
    readConsents: makeReadConsents(ports),
    readFeed: makeReadFeed(ports),
    ...makeReceiveMessage(ports),
    recordConsentNotice: makeRecordConsentNotice(ports),
    recallMessage: makeRecallMessage(ports),
    ...makeRecordFinding(ports),
    recordNoticeEvent: makeRecordNoticeEvent(ports),
    recordPostalEvent: makeRecordPostalEvent(ports),
    remindRecipient: makeRemindRecipient(ports),
    routeMessage: makeRouteMessage(ports),
    sealEvidence: makeSealEvidence(ports),
    showEvidence: makeShowEvidence(ports),
    settleService: makeSettleService(ports),
    ...makeReleaseHold(ports),
    ...makeRequestData({ ...ports, ...OWN_DATA }),
    listAccess: makeListAccess(ports),
    showDecision: makeShowDecision(ports),
    showMessage: makeShowMessage(ports),
    showSent: makeShowSent(ports),
    showThread: makeShowThread(ports),
    writeCertificate: makeWriteCertificate(ports),
    sweep: makeSweep(ports),
    tendOwnData: makeTendOwnData(ports),
    tellConsent: makeTellConsent(ports),
    transferInbound: makeTransferInbound(ports),
    powers,
    ...makeVerifyEmail(ports),
    whoActs: makeWhoActs({ ...ports, powers }),
  };
}
