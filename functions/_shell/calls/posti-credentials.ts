import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  dropPostiCredentials,
  putPostiCredentials,
  showPostiCredentials,
} from '#shared/contracts/hub/posti-credentials';
import { addressProblems } from '#shared/domain/message/address-flaw';
import type { ServiceId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import {
  type PostiAccountPorts,
  type PostiAccountView,
  makeKeepPostiAccount,
} from '#shared/flow/delivery-postal/keep-posti-account';
import type { Refusal, Result } from '#shared/kernel/result';

/** What an authority's letters are paid with where their messages do not say. */
export function postiCredentialsCalls(ports: PostiAccountPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const { keep, show, drop } = makeKeepPostiAccount(ports);
  return [
    bind(putPostiCredentials, caller, async ({ params, body, request }, system) => {
      const service = serviceOf(system, params.serviceId);
      if (!service) return problemAnswer(request, 'not-found');
      const fields = addressProblems(body.sender.address, 'sender.address');
      if (fields.length > 0) return problemAnswer(request, 'body-invalid', { fields });
      return shown(request, await keep(system, service, body));
    }),
    bind(showPostiCredentials, caller, async ({ params, request }, system) => {
      const service = serviceOf(system, params.serviceId);
      return shown(request, service && (await show(system, service)));
    }),
    bind(dropPostiCredentials, caller, async ({ params, request }, system) => {
      const service = serviceOf(system, params.serviceId);
      const dropped = service && (await drop(system, service));
      return dropped?.ok === true ? { status: 204 } : problemAnswer(request, 'not-found');
    }),
  ];
}

function serviceOf({ services }: SendingSystem, id: string): ServiceId | undefined {
  return services.find((each) => each === id);
}

function shown(request: HttpRequest, answer: Result<PostiAccountView, Refusal> | undefined) {
  return answer?.ok === true ? { status: 200 as const, json: answer.value } : problemAnswer(request, 'not-found');
}
