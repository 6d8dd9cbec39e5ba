import { Duration, Stack } from 'aws-cdk-lib';
import type { SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import * as z from 'zod/mini';
import { FONTS_IN_LAMBDA, copyFonts } from '#infra/bundling/letter-fonts';
import { Firewall } from '#infra/constructs/firewall';
import { FrontDomain } from '#infra/constructs/front-domain';
import { Gateway } from '#infra/constructs/gateway';
import type { GatewayDoor } from '#infra/constructs/gateway-definition';
import { type EnvironmentOf, type EnvironmentSchema, WHOLE_CORE } from '#infra/constructs/hub-function';
import { HttpDoor } from '#infra/constructs/http-door';
import { ImpactAlarm } from '#infra/constructs/impact-alarm';
import { UploadDoor } from '#infra/constructs/upload-door';
import { type Holdings, queueUrls, variablesFor } from '#infra/holdings';
import type { HubStackProps } from '#infra/stacks/data-stack';
import { statementsFor } from '#infra/statements';
import { type Surroundings, constructId } from '#infra/surroundings';
import { consentOffersConfig } from '#shared/contracts/config/consent-offers';
import { credentialsConfig } from '#shared/contracts/config/credentials';
import { dataRequestsConfig } from '#shared/contracts/config/data-requests';
import { downloadConfig } from '#shared/contracts/config/download';
import { evidenceConfig } from '#shared/contracts/config/evidence';
import { findingsConfig } from '#shared/contracts/config/findings';
import { importsConfig } from '#shared/contracts/config/imports';
import { ownDataConfig } from '#shared/contracts/config/own-data';
import { pagesConfig } from '#shared/contracts/config/pages';
import { pointConfig } from '#shared/contracts/config/point';
import { printConfig } from '#shared/contracts/config/print';
import { programmeConfig } from '#shared/contracts/config/programme';
import { readingConfig } from '#shared/contracts/config/reading';
import { recipientConfig } from '#shared/contracts/config/recipient';
import { reportsConfig } from '#shared/contracts/config/reports';
import { roadmapConfig } from '#shared/contracts/config/roadmap';
import { retentionConfig } from '#shared/contracts/config/retention';
import { rulingConfig } from '#shared/contracts/config/ruling';
import { sendingConfig } from '#shared/contracts/config/sending';
import { supportConfig } from '#shared/contracts/config/support';
import { trafficConfig } from '#shared/contracts/config/traffic';
import { uploadConfig } from '#shared/contracts/config/upload';
import { DOORS, type DoorName } from '#shared/contracts/routes';

export interface ApiStackProps extends HubStackProps {
  readonly surroundings: Surroundings;
  readonly holdings: Holdings;
}

const IMPACT =
  "authorities' systems get errors and have to send again, people can not read their mail, printers can not fetch letters";

/** For a door that reads nothing from its environment. */
const noConfig = z.object({});

/** What comes in from outside: the gateway with its firewall, and a function for each door. */
export class ApiStack extends Stack {
  readonly api: SpecRestApi;
  readonly doors: Readonly<Record<DoorName, GatewayDoor>>;
  private readonly surroundings: Surroundings;
  private readonly holdings: Holdings;

  constructor(scope: Construct, id: string, { settings, surroundings, holdings, ...props }: ApiStackProps) {
    super(scope, id, props);
    this.surroundings = surroundings;
    this.holdings = holdings;
    this.doors = this.makeDoors();
    this.api = new Gateway(this, 'Gateway', { doors: Object.values(this.doors), surroundings }).api;
    new Firewall(this, 'Firewall', { settings, stage: this.api.deploymentStage });
    const { systemsFront, peopleFront } = settings;
    if (systemsFront) new FrontDomain(this, 'SystemsFront', { api: this.api, front: systemsFront });
    if (peopleFront) new FrontDomain(this, 'PeopleFront', { api: this.api, front: peopleFront });
    this.addAlarms();
  }

  private makeDoors(): ApiStack['doors'] {
    const { surroundings, holdings } = this;
    const common = variablesFor(holdings, surroundings.settings);
    const nudging = (door: DoorName) => ({ ...common, QUEUES: queueUrls(this, holdings, DOORS[door].nudges) });
    const { documents } = holdings;
    const upload = { config: uploadConfig, environment: common, permissions: this.permissions('upload') };
    return {
      credentials: this.door('credentials', credentialsConfig, common),
      sending: this.door('sending', sendingConfig, nudging('sending')),
      upload: new UploadDoor(this, 'Upload', { ...upload, documents, surroundings }),
      reading: this.door('reading', readingConfig, common),
      findings: this.door('findings', findingsConfig, nudging('findings')),
      download: this.door('download', downloadConfig, nudging('download')),
      evidence: this.evidenceDoor(common),
      recipient: this.door('recipient', recipientConfig, nudging('recipient')),
      'own-data': this.ownDataDoor(nudging('own-data')),
      'data-requests': this.door('data-requests', dataRequestsConfig, common),
      pages: this.pagesDoor(nudging('pages')),
      point: this.door('point', pointConfig, nudging('point')),
      print: this.door('print', printConfig, nudging('print')),
      ruling: this.door('ruling', rulingConfig, nudging('ruling')),
      retention: this.door('retention', retentionConfig, common),
      'consent-offers': this.door('consent-offers', consentOffersConfig, common),
      programme: this.door('programme', programmeConfig, common),
      support: this.door('support', supportConfig, common),
      traffic: this.door('traffic', trafficConfig, common),
      reports: this.door('reports', reportsConfig, common),
      roadmap: this.door('roadmap', roadmapConfig, common),
      imports: this.importsDoor(common),
      description: this.door('description', noConfig, {}),
    };
  }

  private door<Config extends EnvironmentSchema>(
    door: DoorName,
    config: Config,
    environment: EnvironmentOf<Config>,
  ): GatewayDoor {
    const { surroundings } = this;
    const permissions = this.permissions(door);
    return new HttpDoor(this, constructId(door), { door, config, environment, permissions, surroundings });
  }

  /** It sets certificates, so its bundle brings the faces they are set in. */
  private evidenceDoor(common: ReturnType<typeof variablesFor>): GatewayDoor {
    const { surroundings } = this;
    const environment = { ...common, FONTS: FONTS_IN_LAMBDA };
    const permissions = this.permissions('evidence');
    const parts = { config: evidenceConfig, environment, permissions, bundleFiles: copyFonts };
    return new HttpDoor(this, 'Evidence', { ...parts, door: 'evidence', surroundings });
  }

  /** It sets documents of what is held on a person, so its bundle brings the faces they are set in. */
  private ownDataDoor(common: ReturnType<typeof variablesFor> & { readonly QUEUES: string }): GatewayDoor {
    const { surroundings } = this;
    const environment = { ...common, FONTS: FONTS_IN_LAMBDA };
    const permissions = this.permissions('own-data');
    const parts = { config: ownDataConfig, environment, permissions, bundleFiles: copyFonts };
    return new HttpDoor(this, 'OwnData', { ...parts, door: 'own-data', surroundings });
  }

  /** It sets the same documents. */
  private pagesDoor(common: ReturnType<typeof variablesFor> & { readonly QUEUES: string }): GatewayDoor {
    const { surroundings } = this;
    const environment = { ...common, FONTS: FONTS_IN_LAMBDA };
    const permissions = this.permissions('pages');
    const parts = { config: pagesConfig, environment, permissions, bundleFiles: copyFonts };
    return new HttpDoor(this, 'Pages', { ...parts, door: 'pages', surroundings });
  }

  /** Thousands of rows are read, written and signed for within one call: it gets a whole core. */
  private importsDoor(common: ReturnType<typeof variablesFor>): GatewayDoor {
    const { surroundings } = this;
    const parts = { config: importsConfig, environment: common, permissions: this.permissions('imports') };
    return new HttpDoor(this, 'Imports', { ...parts, door: 'imports', surroundings, memory: WHOLE_CORE });
  }

  private permissions(door: DoorName) {
    const duty = { name: `api/${door}`, nudges: DOORS[door].nudges } as const;
    return statementsFor(duty, this.holdings, this.surroundings.settings);
  }

  private addAlarms(): void {
    const { surroundings, api } = this;
    const period = Duration.minutes(5);
    new ImpactAlarm(this, 'ErrorAlarm', {
      surroundings,
      metric: api.metricServerError({ period, statistic: 'Average' }),
      threshold: 0.01,
      periods: 2,
      impact: IMPACT,
    });
    new ImpactAlarm(this, 'LatencyAlarm', {
      surroundings,
      metric: api.metricLatency({ period, statistic: 'p99' }),
      threshold: Duration.seconds(10).toMilliseconds(),
      periods: 3,
      impact: `calls are so slow that callers give up: ${IMPACT}`,
    });
  }
}
