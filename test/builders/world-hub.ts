import { fieldProblems } from '#shared/contracts/field-problems';
import { THEMES_AS_DELIVERED, type Theme } from '#shared/domain/mandate/themes';
import { makeAcceptMessage } from '#shared/flow/accept-message';
import { makeAttachProof } from '#shared/flow/attach-proof';
import { makeActiveMailboxes } from '#shared/flow/active-mailboxes';
import { makeAnswerMandate } from '#shared/flow/answer-mandate';
import { makeAnswerDataRequest } from '#shared/flow/answer-data-request';
import { makeChangeConsent } from '#shared/flow/change-consent';
import { makeChangeMatter } from '#shared/flow/change-matter';
import { makeCheckIndex } from '#shared/flow/check-index';
import { makeConfirmArchiving } from '#shared/flow/confirm-archiving';
import { makeConsentHistory } from '#shared/flow/consent-history';
import { makeCountTraffic } from '#shared/flow/count-traffic';
import { makeCountUnread } from '#shared/flow/count-unread';
import { makeCutBatches } from '#shared/flow/cut-batches';
import { makeDeclareOutage } from '#shared/flow/declare-outage';
import { makeDeleteMessage } from '#shared/flow/delete-message';
import { makeDeliverElectronically } from '#shared/flow/deliver-electronically';
import { makeEndRetention } from '#shared/flow/end-retention';
import { makeExpireAttachment } from '#shared/flow/expire-attachment';
import { makeEraseOwnData } from '#shared/flow/erase-own-data';
import { makeExportOwnData } from '#shared/flow/export-own-data';
import { makeFetchInbound } from '#shared/flow/fetch-inbound';
import { makeFindProof } from '#shared/flow/find-proof';
import { makeFollowRelay } from '#shared/flow/follow-relay';
import { makeFollowWithdrawal } from '#shared/flow/follow-withdrawal';
import { makeGiveMandate } from '#shared/flow/give-mandate';
import { makeGrantException } from '#shared/flow/grant-exception';
import { makeImportConsents } from '#shared/flow/import-consents';
import { makeKeepPostiAccount } from '#shared/flow/keep-posti-account';
import { makeLetterInserts } from '#shared/flow/letter-inserts';
import { makeLegalHold } from '#shared/flow/legal-hold';
import { makeListAs } from '#shared/flow/list-as';
import { makeListMandates } from '#shared/flow/list-mandates';
import { makeListAccess } from '#shared/flow/list-access';
import { makeListMailbox } from '#shared/flow/list-mailbox';
import { makeListSent } from '#shared/flow/list-sent';
import { makeListMatters } from '#shared/flow/list-matters';
import { makeOpenMessage } from '#shared/flow/open-message';
import { makeOrderPrint } from '#shared/flow/order-print';
import { makePowers } from '#shared/flow/powers';
import { makePrepareUpload } from '#shared/flow/prepare-upload';
import { makePublishEvents } from '#shared/flow/publish-events';
import { makeReactivateMailbox } from '#shared/flow/reactivate-mailbox';
import { makeReadConsents } from '#shared/flow/read-consents';
import { makeReadFeed } from '#shared/flow/read-feed';
import { makeReceiveMessage } from '#shared/flow/receive-message';
import { makeRecallMessage } from '#shared/flow/recall-message';
import { makeRecordConsentNotice } from '#shared/flow/record-consent-notice';
import { makeRecordFinding } from '#shared/flow/record-finding';
import { makeRecordNoticeEvent } from '#shared/flow/record-notice-event';
import { makeRecordPostalEvent } from '#shared/flow/record-postal-event';
import { makeRemindRecipient } from '#shared/flow/remind-recipient';
import { makeRetentionAhead } from '#shared/flow/retention-ahead';
import { makeRequestData } from '#shared/flow/request-data';
import { makeRouteMessage } from '#shared/flow/route-message';
import { makeSealEvidence } from '#shared/flow/seal-evidence';
import { makeShowEvidence } from '#shared/flow/show-evidence';
import { makeSettleService } from '#shared/flow/settle-service';
import { makeReleaseHold } from '#shared/flow/release-hold';
import { makeResolveRecipients } from '#shared/flow/resolve-recipients';
import { makeShowDecision } from '#shared/flow/show-decision';
import { makeShowMessage } from '#shared/flow/show-message';
import { makeShowSent } from '#shared/flow/show-sent';
import { makeShowThread } from '#shared/flow/show-thread';
import { makeSweep } from '#shared/flow/sweep';
import { makeTendOwnData } from '#shared/flow/tend-own-data';
import { makeTellConsent } from '#shared/flow/tell-consent';
import { makeVerifyEmail } from '#shared/flow/verify-email';
import { makeWriteCertificate } from '#shared/flow/write-certificate';
import { makeTransferInbound } from '#shared/flow/transfer-inbound';
import { makeWhoActs } from '#shared/flow/who-acts';
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
