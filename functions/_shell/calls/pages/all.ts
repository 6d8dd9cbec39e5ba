import { type ActingPorts, actingCalls } from '#functions/_shell/calls/pages/acting';
import { type ConsentPagePorts, consentCalls, makeShowOffer } from '#functions/_shell/calls/pages/consent';
import { type FolderPagePorts, folderCalls } from '#functions/_shell/calls/pages/folders';
import { type MandatePagePorts, mandateCalls } from '#functions/_shell/calls/pages/mandates';
import { type MattersPorts, matterCalls } from '#functions/_shell/calls/pages/matters';
import { type OwnDataPagePorts, ownDataCalls } from '#functions/_shell/calls/pages/own-data';
import { type ReadingPorts, readingCalls } from '#functions/_shell/calls/pages/reading';
import { signingInCalls } from '#functions/_shell/calls/pages/signing-in';
import { type WritingPorts, writingCalls } from '#functions/_shell/calls/pages/writing';
import { type ActsForPorts, makeActsFor } from '#functions/_shell/acts-for';
import type { Bound } from '#functions/_shell/http-door';
import { actingInVisit } from '#functions/_shell/visits/acting-in-visit';
import type { PagesPlace } from '#functions/_shell/visits/page-answer';
import { type PageDoorPorts, makePageDoor } from '#functions/_shell/visits/page-door';
import { PAGES_FOR_ANOTHER, PAGES_OF_THE_VISIT } from '#shared/contracts/pages/acts';
import { type VisitPorts, makeKeepVisit } from '#shared/flow/visit/keep-visit';
import { type ReactivatePorts, makeReactivateMailbox } from '#shared/flow/consent/reactivate-mailbox';
import type { WhoActsPorts } from '#shared/flow/mandate/who-acts';
import { ok } from '#shared/kernel/result';
import type { SignInProvider } from '#shared/ports/sign-in';

export type PagesPorts = ActingPorts &
  Omit<ReadingPorts, 'powers' | 'settings'> &
  WritingPorts &
  Omit<ConsentPagePorts, 'settings'> &
  MattersPorts &
  FolderPagePorts &
  MandatePagePorts &
  OwnDataPagePorts &
  VisitPorts &
  ReactivatePorts &
  Omit<WhoActsPorts, 'identification'> &
  Pick<ActsForPorts, 'accessLog' | 'themes'> & { readonly provider: SignInProvider };

/** Every page, on the flows that the recipients' front calls too. */
export function pageCalls(ports: PagesPorts, place: PagesPlace): Bound[] {
  const visits = makeKeepVisit(ports);
  const actingIn = actingInVisit(ports, makeReactivateMailbox(ports));
  const mayDo = makeActsFor({ ...ports, calls: PAGES_FOR_ANOTHER });
  const actsFor: PageDoorPorts['actsFor'] = async (acting, request) =>
    PAGES_OF_THE_VISIT.includes(`${request.method} ${request.resource}`) ? ok(acting) : mayDo(acting, request);
  const door = makePageDoor({ visits, place, actingIn, actsFor });
  return [
    ...readingCalls(ports, door, makeShowOffer(ports)),
    ...writingCalls(ports, door),
    ...folderCalls(ports, door),
    ...consentCalls(ports, door),
    ...matterCalls(ports, door),
    ...mandateCalls(ports, door),
    ...ownDataCalls(ports, door),
    ...actingCalls({ ...ports, actingIn }, door),
    ...signingInCalls({ visits, provider: ports.provider }, door),
  ];
}
