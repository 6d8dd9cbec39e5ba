import { showEvidence, showProof } from '#shared/contracts/hub/evidence';
import { COST_CALLS } from '#shared/contracts/hub/usage';
import { RULING_CALLS } from '#shared/contracts/hub/ruling';
import { offerConsent } from '#shared/contracts/hub/consent-offers';
import {
  closeDelivery,
  confirmArchiving,
  rebutDelivery,
  recallMessage,
  transferInbound,
} from '#shared/contracts/hub/findings';
import { listConsents } from '#shared/contracts/hub/consents';
import { listHubEvents } from '#shared/contracts/hub/events';
import { findMessage, showMessage } from '#shared/contracts/hub/message';
import { liftLegalHold, putLegalHold, showLegalHold, showRetention } from '#shared/contracts/hub/retention';
import type { Operation } from '#shared/contracts/http/operation';
import { answerDataRequest, extendDataRequest, listReceivedRequests } from '#shared/contracts/hub/data-requests';
import { listAccess } from '#shared/contracts/me/access-log';
import {
  askForEmailCode,
  setConsent,
  showConsent,
  showConsentHistory,
  verifyEmail,
} from '#shared/contracts/me/consent';
import { showConsentOffer } from '#shared/contracts/me/consent-offer';
import { listDataRequests, requestData, showDataRequest } from '#shared/contracts/me/data-requests';
import { countMessages, deleteMessage, restoreMessage, searchMailbox } from '#shared/contracts/me/folders';
import { showArrivalReceipt, showThread } from '#shared/contracts/me/threads';
import { showOwnDecision } from '#shared/contracts/me/decision';
import { acceptMandate, endMandate, giveMandate, listMandates, refuseMandate } from '#shared/contracts/me/mandates';
import { eraseOwnData, showErasure } from '#shared/contracts/me/erasures';
import { exportOwnData } from '#shared/contracts/me/export';
import { clearMatter, listMatters, setMatter, showMatter } from '#shared/contracts/me/matters';
import {
  acknowledgeReceipt,
  downloadAttachment,
  listMailbox,
  openMessage,
  replyToMessage,
  uploadOwnAttachment,
  writeMessage,
} from '#shared/contracts/me/mailbox';
import { describeApi } from '#shared/contracts/meta';
import { PAGE_CALLS } from '#shared/contracts/pages/calls';
import { putCalendar, showCalendar } from '#shared/contracts/programme/calendar';
import { showBusinessNotice } from '#shared/contracts/programme/business-notice';
import { checkPricing } from '#shared/contracts/programme/pricing';
import { decidePlan, showAuthorityStatus, showPlanTemplate, submitPlan } from '#shared/contracts/programme/plans';
import { importRows } from '#shared/contracts/programme/imports';
import { REGISTER_OPERATIONS } from '#shared/contracts/programme/registers';
import { listAnswers, showAggregates } from '#shared/contracts/programme/survey';
import type { StepName } from '#shared/contracts/pipeline';
import { recountTraffic, showTraffic } from '#shared/contracts/programme/traffic';
import { showRoadmap, showRoadmapPage } from '#shared/contracts/programme/roadmap';
import { POINT_CALLS } from '#shared/contracts/point/calls';
import { attachProof, batchManifest, letterPdf, listLetters, reportPostalEvent } from '#shared/contracts/print/letters';
import { askAssistant } from '#shared/contracts/support/assistant';
import { importSupportRows } from '#shared/contracts/support/imports';
import { listUnmetNeeds } from '#shared/contracts/support/needs';
import {
  decideProposal,
  findProviders,
  listProposals,
  listTaxonomies,
  proposeProvider,
  putProvider,
  showProvider,
} from '#shared/contracts/support/providers';
import { REGISTER_CALLS } from '#shared/contracts/support/registers';
import { getReceivedAttachment, uploadAttachment } from '#shared/contracts/suomifi/attachments';
import { listReports, showReport, showReportSchema } from '#shared/contracts/programme/reports';
import { changePassword, getToken } from '#shared/contracts/suomifi/credentials';
import {
  activeMailboxes,
  getEvents,
  getMessageIdByExternalId,
  getReceivedMessage,
} from '#shared/contracts/suomifi/reading';
import { sendElectronic, sendMultichannel, sendPaperMailWithoutId } from '#shared/contracts/suomifi/sending';

/** How the gateway carries a call: to a function, or with a large body past it. */
type Carriage =
  /** A function answers. */
  | 'function'
  /** A function answers and its answer is streamed, since a buffered one ends at 6 MB. */
  | 'file'
  /** The body goes straight to the document store; the door only says whose it is. */
  | 'upload';

interface Door {
  /** Duty and permissions are one door's; the calls inside it are a table. */
  readonly operations: readonly Operation[];
  readonly carriage: Carriage;
  /** Steps whose queues it may put an id on. */
  readonly nudges: readonly StepName[];
  /** What somebody notices when it is shut. Printed on its alarm. */
  readonly impact: string;
}

/**
 * Every call of the API and the door it comes in by: read by the gateway in infra, by the local runner and by the docs.
 * Doors are named after their files in functions/api.
 */
export const DOORS = {
  credentials: {
    operations: [getToken, changePassword],
    carriage: 'function',
    nudges: [],
    impact: "authorities' systems can not sign in, so no new message is sent once their tokens expire",
  },
  sending: {
    operations: [sendMultichannel, sendElectronic, sendPaperMailWithoutId],
    carriage: 'function',
    nudges: ['route-message'],
    impact: 'authorities can not send messages: their systems get errors and have to retry',
  },
  upload: {
    operations: [uploadAttachment, uploadOwnAttachment],
    carriage: 'upload',
    nudges: [],
    impact: 'nobody can upload files, so messages with attachments wait at their senders',
  },
  reading: {
    operations: [
      activeMailboxes,
      getEvents,
      getReceivedMessage,
      getMessageIdByExternalId,
      showMessage,
      findMessage,
      listHubEvents,
      listConsents,
    ],
    carriage: 'function',
    nudges: [],
    impact: 'authorities do not see whether their messages arrived, nor what people wrote to them',
  },
  findings: {
    operations: [closeDelivery, rebutDelivery, recallMessage, confirmArchiving, transferInbound],
    carriage: 'function',
    nudges: ['publish-events', 'settle-service', 'tell-consent'],
    impact: 'officials can not put on record how and when a document was served outside the hub',
  },
  download: {
    operations: [getReceivedAttachment, downloadAttachment, letterPdf],
    carriage: 'file',
    nudges: ['publish-events', 'settle-service'],
    impact: 'files can not be fetched: people can not read attachments and letters can not be printed',
  },
  evidence: {
    operations: [showEvidence, showProof],
    carriage: 'file',
    nudges: [],
    impact: 'authorities can not fetch the evidence of a service, nor its certificate; it is kept all the same',
  },
  recipient: {
    operations: [
      showConsent,
      setConsent,
      verifyEmail,
      askForEmailCode,
      showConsentHistory,
      showConsentOffer,
      listMailbox,
      searchMailbox,
      countMessages,
      openMessage,
      acknowledgeReceipt,
      deleteMessage,
      restoreMessage,
      showArrivalReceipt,
      showThread,
      replyToMessage,
      writeMessage,
      listMatters,
      showMatter,
      setMatter,
      clearMatter,
      showOwnDecision,
      listMandates,
      giveMandate,
      acceptMandate,
      refuseMandate,
      endMandate,
    ],
    carriage: 'function',
    nudges: ['publish-events', 'settle-service', 'tell-consent', 'follow-withdrawal'],
    impact: 'people can not read or acknowledge their official mail, nor give or withdraw consent',
  },
  'own-data': {
    operations: [listAccess, requestData, listDataRequests, showDataRequest, exportOwnData, showErasure, eraseOwnData],
    carriage: 'file',
    nudges: ['publish-events', 'tell-consent', 'follow-withdrawal'],
    impact: 'people can not see what is held on them and who looked at it, nor ask for it or have it erased',
  },
  'data-requests': {
    operations: [listReceivedRequests, answerDataRequest, extendDataRequest],
    carriage: 'function',
    nudges: [],
    impact: 'authorities do not see who asks for their own data, nor what is due, so answers may be late',
  },
  pages: {
    operations: PAGE_CALLS,
    carriage: 'file',
    nudges: ['publish-events', 'settle-service', 'tell-consent', 'follow-withdrawal'],
    impact: 'people can not read or answer their official mail in a browser, nor give or withdraw consent there',
  },
  point: {
    operations: POINT_CALLS,
    carriage: 'function',
    nudges: ['tell-consent', 'follow-withdrawal'],
    impact:
      'service points can not serve visitors: who has no electronic identity can neither consent nor register a mandate',
  },
  print: {
    operations: [listLetters, batchManifest, reportPostalEvent, attachProof],
    carriage: 'function',
    nudges: ['publish-events', 'settle-service'],
    impact: 'the print provider can not fetch letters or report them posted, so letters wait',
  },
  ruling: {
    operations: RULING_CALLS,
    carriage: 'function',
    nudges: ['release-hold', 'tell-consent', 'follow-withdrawal'],
    impact:
      'authorities can not grant exceptions, an outage can be neither declared nor ended, letters can not be stopped, and no consents can be brought in',
  },
  retention: {
    operations: [putLegalHold, showLegalHold, liftLegalHold, showRetention],
    carriage: 'function',
    nudges: [],
    impact: 'legal holds can be neither entered nor lifted, so what a court needs may end when its time is over',
  },
  'consent-offers': {
    operations: [offerConsent],
    carriage: 'function',
    nudges: [],
    impact: 'services can not offer their users to get mail electronically while the matter is at hand',
  },
  programme: {
    operations: [
      showCalendar,
      putCalendar,
      showPlanTemplate,
      submitPlan,
      decidePlan,
      showAuthorityStatus,
      showAggregates,
      listAnswers,
      ...REGISTER_OPERATIONS,
      checkPricing,
      showBusinessNotice,
    ],
    carriage: 'function',
    nudges: [],
    impact: 'authorities can not enter services and plans, and nobody sees where they stand in the transition',
  },
  support: {
    operations: [
      findProviders,
      showProvider,
      putProvider,
      proposeProvider,
      listProposals,
      decideProposal,
      listTaxonomies,
      listUnmetNeeds,
      askAssistant,
      importSupportRows,
      ...REGISTER_CALLS.flatMap(({ list, show, put }): readonly Operation[] => [list, show, put]),
    ],
    carriage: 'function',
    nudges: [],
    impact: 'people and customer service do not find who helps with digital services',
  },
  traffic: {
    operations: [showTraffic, recountTraffic, ...COST_CALLS],
    carriage: 'function',
    nudges: [],
    impact: 'the ministry and authorities do not see what the traffic says and costs; reports come all the same',
  },
  reports: {
    operations: [listReports, showReport, showReportSchema],
    carriage: 'function',
    nudges: [],
    impact: 'nobody can read the reports of the transition programme, so links in mails about them lead nowhere',
  },
  roadmap: {
    operations: [showRoadmapPage, showRoadmap],
    carriage: 'function',
    nudges: [],
    impact: 'the public does not find the digital services of authorities by the roadmap',
  },
  imports: {
    operations: [importRows],
    carriage: 'function',
    nudges: [],
    impact: 'the collector can not bring in what a survey answered; rows can still be entered one by one',
  },
  description: {
    operations: [describeApi],
    carriage: 'function',
    nudges: [],
    impact: 'developers can not read the description of the API',
  },
} as const satisfies Record<string, Door>;

export type DoorName = keyof typeof DOORS;

/** All operations, in the order of the doors. */
export const OPERATIONS: readonly Operation[] = Object.values(DOORS).flatMap(
  ({ operations }): readonly Operation[] => operations,
);
