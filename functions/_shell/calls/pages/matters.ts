import { statusOf } from '#functions/_shell/calls/pages/writing';
import type { Bound } from '#functions/_shell/http-door';
import type { Form } from '#functions/_shell/visits/form';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { emailAddress } from '#shared/domain/consent/email-address';
import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import { pageOfMatters, sendMatter } from '#shared/contracts/pages/mailbox';
import { type PostalAddress, postalAddress } from '#shared/domain/message/address';
import { ADDRESS_RULES, addressFlaws } from '#shared/domain/message/address-flaw';
import { formOfId } from '#shared/domain/message/identity-code';
import type { Language } from '#shared/domain/message/hub-fields';
import { type RecipientId, messageId, serviceId } from '#shared/domain/message/ids';
import { makeListMatters } from '#shared/flow/consent/list-matters';
import {
  type ChangeMatterPorts,
  type MatterWish,
  type OwnMatter,
  makeChangeMatter,
} from '#shared/flow/consent/change-matter';
import { type EnvelopePorts, makeShowEnvelope } from '#shared/flow/delivery/show-envelope';
import { EMPTY, type FieldName, type Filled } from '#web/forms';
import { type MattersView, mattersPage } from '#web/pages/matters';

export type MattersPorts = ChangeMatterPorts & EnvelopePorts;

const LONGEST_MATTER = 128;

/** Most matters that are listed. */
const MOST_LISTED = 100;

/** What is chosen for single matters (REQ-038, REQ-043). Ids of matters are in forms and in the sealed visit, in no address. */
export function matterCalls(ports: MattersPorts, door: PageDoor): Bound[] {
  const { setMatter, clearMatter } = makeChangeMatter(ports);
  const { show, find, ofMessage } = makeShowMatter(ports);
  return [
    door.visited(pageOfMatters, async (visiting) => {
      const matter = (await ofMessage(visiting)) ?? visiting.visit.matter;
      const shown = await show(visiting, matter, EMPTY);
      return { ...shown, change: { matter } };
    }),
    door.visited(sendMatter, async (visiting) => {
      const { acting, form, frame, visit } = visiting;
      const { matter } = visit;
      if (form('wish') === 'show' || !matter) return find(visiting);
      if (form('wish') === 'clear') {
        await clearMatter(acting, matter);
        return { to: '/matters', change: { notice: 'matterCleared' } };
      }
      const { wish, filled } = wishIn(form);
      if (!wish) return show(visiting, matter, filled);
      const set = await setMatter(acting, matter, { wish, language: frame.language });
      if (set.ok) return { to: '/matters', change: { notice: 'matterSet' } };
      if (set.refusal.kind === 'agent-without-power') return show(visiting, matter, withoutPower(form));
      return { ...(await show(visiting, undefined, ofNoService(matter))), change: { matter: undefined } };
    }),
  ];
}

function makeShowMatter(ports: MattersPorts) {
  const { matterOf } = makeChangeMatter(ports);
  const listMatters = makeListMatters(ports);
  const showEnvelope = makeShowEnvelope(ports);

  async function show({ acting, frame }: Visiting, matter: OwnMatter | undefined, filled: Filled): Promise<Shown> {
    const status = statusOf(filled);
    const listed = await chosenBy(acting.recipientId, frame.language);
    if (!matter) return { page: mattersPage(frame, { filled, chosen: listed }), status };
    const [chosen, service] = await Promise.all([matterOf(acting, matter), ports.tenants.service(matter.serviceId)]);
    const choice = chosen.ok ? CHOICES[chosen.value.preference.kind] : 'NONE';
    const view = { matterId: matter.matterId, service: service?.name[frame.language] ?? '', choice };
    return { page: mattersPage(frame, { filled, matter: view, chosen: listed }), status };
  }

  async function chosenBy(owner: RecipientId | undefined, language: Language) {
    const { matters } = await listMatters(owner, { limit: MOST_LISTED });
    const named = matters.map(async ({ of }) => {
      const service = await ports.tenants.service(of.serviceId);
      return { ...of, service: service?.name[language] ?? '' };
    });
    return Promise.all(named);
  }

  /** The matter that a form names, when its service is one. */
  async function find(visiting: Visiting): Promise<Shown> {
    const [service, matter] = [visiting.form('service').trim(), visiting.form('matter').trim()];
    const id = serviceId.safeParse(service);
    const isService = id.success && (await ports.tenants.service(id.data)) !== undefined;
    const isMatter = matter.length > 0 && matter.length <= LONGEST_MATTER;
    if (id.success && isService && isMatter)
      return { to: '/matters', change: { matter: { serviceId: id.data, matterId: matter } } };
    const wrong: FieldName[] = [...(isService ? [] : ['service' as const]), ...(isMatter ? [] : ['matter' as const])];
    return show(visiting, undefined, { values: { service, matter }, wrong });
  }

  /** The matter of a message of one's own. */
  async function ofMessage({ request, acting }: Visiting): Promise<OwnMatter | undefined> {
    const id = messageId.safeParse(Number(request.query['message']));
    const outside = id.success ? await showEnvelope(acting, id.data) : undefined;
    if (outside?.ok !== true || outside.value.matterId === undefined) return undefined;
    return { serviceId: outside.value.serviceId, matterId: outside.value.matterId };
  }

  return { show, find, ofMessage };
}

type Choice = NonNullable<MattersView['matter']>['choice'];

const CHOICES: Readonly<Record<MatterPreference['kind'], Choice>> = {
  PAPER: 'PAPER',
  POSTAL: 'ADDRESS',
  MESSAGES: 'ADDRESS',
  AGENT: 'AGENT',
  CLEARED: 'NONE',
};

/** The service has gone since the matter was looked up. */
function ofNoService({ serviceId: service, matterId: matter }: OwnMatter): Filled {
  return { values: { service, matter }, wrong: ['service'] };
}

function withoutPower(form: Form): Filled {
  return { values: { agentId: agentIn(form) }, wrong: ['agentPower'] };
}

interface WishAsked {
  /** Absent where the form is filled in wrong. */
  readonly wish?: MatterWish;
  readonly filled: Filled;
}

function wishIn(form: Form): WishAsked {
  if (form('wish') === 'mailbox') return mailboxIn(form);
  if (form('wish') === 'postal') return addressIn(form);
  if (form('wish') === 'agent') return agentAsked(form);
  return { wish: { kind: 'PAPER' }, filled: EMPTY };
}

function mailboxIn(form: Form): WishAsked {
  const noticeEmail = form('noticeEmail').trim();
  if (noticeEmail === '')
    return { wish: { kind: 'PROCESS_ADDRESS', processAddress: { type: 'MESSAGES' } }, filled: EMPTY };
  if (!emailAddress.safeParse(noticeEmail).success) return { filled: { values: { noticeEmail }, wrong: ['email'] } };
  return { wish: { kind: 'PROCESS_ADDRESS', processAddress: { type: 'MESSAGES', noticeEmail } }, filled: EMPTY };
}

function agentIn(form: Form): string {
  return form('agentId').trim().toUpperCase();
}

function agentAsked(form: Form): WishAsked {
  const agentId = agentIn(form);
  if (formOfId(agentId) === undefined) return { filled: { values: { agentId }, wrong: ['agentId'] } };
  return { wish: { kind: 'PROCESS_ADDRESS', processAddress: { type: 'AGENT', agentId } }, filled: EMPTY };
}

/** Addresses in Finland: one abroad is told to the authority. */
function addressIn(form: Form): WishAsked {
  const values = {
    name: form('name').trim(),
    street: form('street').trim(),
    zip: form('zip').trim(),
    city: form('city').trim(),
  };
  const address = postalAddress.safeParse({
    name: values.name,
    streetAddress: values.street,
    zipCode: values.zip,
    city: values.city,
    countryCode: 'FI',
  });
  const wrong = address.success ? flawedFields(address.data) : misfilled(values);
  if (!address.success || wrong.length > 0) return { filled: { values, wrong } };
  return {
    wish: { kind: 'PROCESS_ADDRESS', processAddress: { type: 'POSTAL', address: address.data } },
    filled: EMPTY,
  };
}

type AddressField = (typeof ADDRESS_FIELDS)[number];

function misfilled(values: Readonly<Record<AddressField, string>>): AddressField[] {
  return ADDRESS_FIELDS.filter((name) =>
    name === 'zip' ? !/^\d{5}$/.test(values.zip) : values[name] === '' || values[name].length > 256,
  );
}

/** Fields that keep a letter from being posted; one that is too long as a whole is shortened from its name. */
function flawedFields(address: PostalAddress): AddressField[] {
  const flawed = addressFlaws(address).map((flaw) => ADDRESS_RULES[flaw].field);
  return ADDRESS_FIELDS.filter((name) => FIELDS_OF[name].some((field) => flawed.includes(field)));
}

const FIELDS_OF = {
  name: ['name', ''],
  street: ['streetAddress'],
  zip: ['zipCode'],
  city: ['city'],
} as const satisfies Record<AddressField, readonly string[]>;

const ADDRESS_FIELDS = ['name', 'street', 'zip', 'city'] as const;
