import { offerCalls } from '#functions/_shell/calls/consent-offers';
import { httpDoor } from '#functions/_shell/http-door';
import { sealer } from '#functions/_shell/sealer';
import { tenantStore } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { consentOffersConfig } from '#shared/contracts/config/consent-offers';

const config = consentOffersConfig.parse(process.env);

const ports = {
  tenants: tenantStore(config),
  sealer: sealer(config),
  noticeLink: config.NOTICE_LINK,
  clock: systemClock,
};

export const handler = httpDoor('consent-offers', offerCalls(ports, systemCaller(config)));
