import { makeKnownServices } from '#functions/_shell/calls/pages/known-services';
import { notFound } from '#functions/_shell/calls/pages/names';
import { statusOf } from '#functions/_shell/calls/pages/writing';
import { PDF } from '#functions/_shell/asks-for-pdf';
import type { ExportDoorPorts } from '#functions/_shell/calls/export';
import type { Answer } from '#functions/_shell/http';
import type { Bound } from '#functions/_shell/http-door';
import { ownDataBody } from '#functions/_shell/own-data-body';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { ownDataExport } from '#shared/contracts/me/export';
import {
  pageOfAccess,
  pageOfErasure,
  pageOfOwnData,
  sendDataRequest,
  sendErasure,
  sendExport,
} from '#shared/contracts/pages/own-data';
import type { Language } from '#shared/domain/message/hub-fields';
import { type ServiceId, serviceId } from '#shared/domain/message/ids';
import { GUIDANCE } from '#shared/domain/own-data/words';
import { type ErasePorts, makeEraseOwnData } from '#shared/flow/own-data/erase-own-data';
import { type OwnData, makeExportOwnData } from '#shared/flow/own-data/export-own-data';
import { makeListAccess } from '#shared/flow/own-data/list-access';
import type { ListAsPorts } from '#shared/flow/mandate/list-as';
import { type OwnRequest, makeRequestData } from '#shared/flow/own-data/request-data';
import { writeOwnData } from '#shared/flow/own-data/write-own-data';
import { clockOn } from '#shared/kernel/calendar';
import { helsinkiDay } from '#shared/kernel/time';
import { EMPTY, type FieldName, type Filled } from '#web/forms';
import { accessPage } from '#web/pages/access';
import { erasurePage } from '#web/pages/erasure';
import { ownDataPage } from '#web/pages/own-data';

export type OwnDataPagePorts = ExportDoorPorts & ErasePorts & ListAsPorts;

/** Requests and entries on one page. */
const PAGE = 25;

/** Pages of an export that one file holds: 500 messages. */
const EXPORTED_PAGES = 20;

const LONGEST_WHAT = 4000;

/** What a person can see, ask for and have erased: everything here is for oneself (REQ-146…161). */
export function ownDataCalls(ports: OwnDataPagePorts, door: PageDoor): Bound[] {
  return [...requestCalls(ports, door), accessCall(ports, door), exportCall(ports, door), ...erasureCalls(ports, door)];
}

function requestCalls(ports: OwnDataPagePorts, door: PageDoor): Bound[] {
  const { requestsOf } = makeRequestData(ports);
  const ask = makeAsk(ports);
  const knownTo = makeKnownServices(ports);

  const show = async (visiting: Visiting, asked: string, filled: Filled): Promise<Shown> => {
    const { acting, frame, request } = visiting;
    const { after } = request.query;
    const services = await knownTo(visiting);
    const found = acting.recipientId ? await requestsOf(acting.recipientId, { after, limit: PAGE }) : NO_REQUESTS;
    const requests = found.requests.map((each) => requestView(each, frame.language));
    const chosen = asked === '' ? (services[0]?.serviceId ?? '') : asked;
    const isKnown = services.some((each) => each.serviceId === asked);
    const values = { ...filled.values, service: isKnown ? '' : asked };
    const view = { requests, next: found.next, services, chosen, filled: { ...filled, values } };
    return { page: ownDataPage(frame, view), status: statusOf(filled) };
  };
  return [
    door.visited(pageOfOwnData, async (visiting) => show(visiting, '', EMPTY)),
    door.visited(sendDataRequest, async (visiting) => {
      const { form } = visiting;
      const asked = form('service').trim() || form('known');
      const what = form('what').replaceAll('\r\n', '\n').trim();
      const id = serviceId.safeParse(asked);
      const wrong: FieldName[] = [
        ...(id.success ? [] : (['service'] as const)),
        ...(what.length === 0 || what.length > LONGEST_WHAT ? (['what'] as const) : []),
      ];
      if (!id.success || wrong.length > 0) return show(visiting, asked, { values: { what }, wrong });
      if (await ask(visiting, id.data, what)) return { to: '/data', change: { notice: 'dataRequested' } };
      return show(visiting, asked, { values: { what }, wrong: ['service'] });
    }),
  ];
}

const NO_REQUESTS = { requests: [], next: undefined };

/** Asks the authority of a service; the service itself takes the request where the authority names no other for this. */
function makeAsk(ports: OwnDataPagePorts) {
  const { requestData } = makeRequestData(ports);
  return async function ask({ acting, frame }: Visiting, id: ServiceId, what: string): Promise<boolean> {
    const service = await ports.tenants.service(id);
    if (!service) return false;
    const wish = { authorityId: service.tenantId, what, language: frame.language };
    const asked = await requestData(acting, wish);
    return asked.ok || (await requestData(acting, { ...wish, serviceId: id })).ok;
  };
}

function requestView({ request, state, what, extensionReason, offer }: OwnRequest, language: Language) {
  const { requestId, receivedAt, dueDate, extension, answer, channel } = request;
  return {
    requestId,
    authority: offer?.authority.name[language] ?? '',
    what,
    state,
    askedOn: helsinkiDay(receivedAt),
    dueOn: extension?.dueDate ?? dueDate,
    answeredOn: answer && helsinkiDay(answer.answeredAt),
    answerId: answer?.messageId,
    extensionReason,
    guidance: GUIDANCE[channel][language],
    link: offer?.offer.link,
  };
}

function accessCall(ports: OwnDataPagePorts, door: PageDoor): Bound {
  const list = makeListAccess(ports);
  return door.visited(pageOfAccess, async ({ acting, frame, request }) => {
    const { after } = request.query;
    const { entries, next } = acting.recipientId
      ? await list(acting.recipientId, { after, limit: PAGE })
      : { entries: [], next: undefined };
    const lines = entries.map(({ at, act, by, organisation, reason, standIn }) => ({
      day: helsinkiDay(at),
      time: clockOn(at).slice(0, 5),
      act,
      role: by.role,
      name: by.name,
      organisation,
      reason,
      standIn,
    }));
    return { page: accessPage(frame, { lines, next, isFirst: after === undefined }) };
  });
}

function exportCall(ports: OwnDataPagePorts, door: PageDoor): Bound {
  const exportOwnData = makeExportOwnData(ports);
  return door.visited(sendExport, async (visiting) => {
    const { acting, form, frame } = visiting;
    const wish = { contents: form('contents') === 'yes', pages: EXPORTED_PAGES };
    const found = await exportOwnData(acting, wish);
    if (!found.ok) return notFound(visiting);
    return {
      file: form('format') === 'pdf' ? await pdfOf(found.value, frame.language) : jsonOf(found.value, frame.language),
    };
  });

  async function pdfOf(data: OwnData, language: Language): Promise<Answer> {
    const bytes = await (await ports.certificates()).compose(writeOwnData(data, language));
    return { status: 200, headers: { ...headersOf('pdf'), 'content-type': PDF, 'content-language': language }, bytes };
  }
}

/** Nothing leaves that the contract does not name. */
function jsonOf(data: OwnData, language: Language): Answer {
  return { status: 200, headers: headersOf('json'), json: ownDataExport.parse(ownDataBody(data, language)) };
}

function headersOf(ending: string) {
  return { 'content-disposition': `attachment; filename="viestivayla-own-data.${ending}"` };
}

function erasureCalls(ports: OwnDataPagePorts, door: PageDoor): Bound[] {
  const { aheadOf, eraseOwnData } = makeEraseOwnData(ports);
  return [
    door.visited(pageOfErasure, async (visiting) => {
      const { acting, frame } = visiting;
      const ahead = await aheadOf(acting, { withdrawConsent: false });
      if (!ahead.ok) return notFound(visiting);
      const { verdicts, newest } = ahead.value;
      const erasedOn = newest?.state === 'DONE' ? helsinkiDay(newest.at) : undefined;
      return { page: erasurePage(frame, { verdicts, erasedOn }) };
    }),
    door.visited(sendErasure, async (visiting) => {
      const erased = await eraseOwnData(visiting.acting, { withdrawConsent: visiting.form('withdraw') === 'yes' });
      return erased.ok ? { to: '/data/erasure', change: { notice: 'dataErased' } } : notFound(visiting);
    }),
  ];
}
