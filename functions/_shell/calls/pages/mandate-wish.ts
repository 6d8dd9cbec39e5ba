import { dayIn } from '#functions/_shell/calls/pages/days';
import type { Form } from '#functions/_shell/visits/form';
import type { MandateWish } from '#shared/domain/mandate/wish';
import { serviceId } from '#shared/domain/message/ids';
import type { PowerScope } from '#shared/domain/message/power';
import type { FieldName } from '#web/forms';
import { type GivingView, type MatterRow, ROWS } from '#web/pages/giving';

const LONGEST_ID = 32;
const LONGEST_NAME = 256;
const LONGEST_MATTER = 128;

interface Asked {
  /** The form to be shown again. */
  readonly view: Omit<GivingView, 'services'>;
  /** Absent where it is filled in wrong. */
  readonly wish?: MandateWish;
}

/** What the form of a mandate asks for. */
export function wishIn(form: Form): Asked {
  const values = {
    holderId: form('holderId').trim().toUpperCase(),
    holderName: form('holderName').trim(),
    validFrom: form('validFrom'),
    validTo: form('validTo'),
  };
  const rows = Array.from({ length: ROWS }, (_, at) => rowIn(form, at + 1));
  const isWhole = form('reach') !== 'matters';
  const [scope, validFrom, validTo] = [scopeOf(isWhole, rows), dayIn(values.validFrom), dayIn(values.validTo)];
  const wrong: FieldName[] = [
    ...wrongUnless('holderId', isFilled(values.holderId, LONGEST_ID)),
    ...wrongUnless('holderName', isFilled(values.holderName, LONGEST_NAME)),
    ...wrongUnless('matters', scope !== undefined),
    ...wrongUnless('validFrom', values.validFrom === '' || validFrom !== undefined),
    ...wrongUnless('validTo', values.validTo === '' || validTo !== undefined),
  ];
  const mayReceiveService = form('receives') === 'yes';
  const view = { filled: { values, wrong }, isWhole, rows, mayReceiveService };
  if (!scope || wrong.length > 0) return { view };
  const holder = { id: values.holderId, name: values.holderName };
  return { view, wish: { holder, scope, themes: ['MAILBOX'], mayReceiveService, validFrom, validTo } };
}

function wrongUnless(name: FieldName, isRight: boolean): FieldName[] {
  return isRight ? [] : [name];
}

function isFilled(text: string, longest: number): boolean {
  return text.length > 0 && text.length <= longest;
}

function rowIn(form: Form, number: number): MatterRow {
  return { service: form(`service-${number}`).trim(), matter: form(`matter-${number}`).trim() };
}

/** The mailbox as a whole, or the matters of the rows that are filled in; absent where a row is half filled in, or none is. */
function scopeOf(isWhole: boolean, rows: readonly MatterRow[]): PowerScope | undefined {
  if (isWhole) return { type: 'WHOLE_MAILBOX' };
  const used = rows.filter(({ service, matter }) => service !== '' || matter !== '');
  const matters = used.flatMap(({ service, matter }) => {
    const id = serviceId.safeParse(service);
    return id.success && isFilled(matter, LONGEST_MATTER) ? [{ serviceId: id.data, matterId: matter }] : [];
  });
  return matters.length === 0 || matters.length < used.length ? undefined : { type: 'MATTERS', matters };
}
