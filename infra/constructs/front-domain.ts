import {
  BasePathMapping,
  DomainName,
  EndpointType,
  SecurityPolicy,
  type SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { FrontDomain as Front } from '#infra/stages';

/** A host name of the API, at its root. Its DNS record is the operator's: an alias to the target in the outputs. */
export class FrontDomain extends Construct {
  constructor(scope: Construct, id: string, { api, front }: { readonly api: SpecRestApi; readonly front: Front }) {
    super(scope, id);
    const domainName = new DomainName(this, 'Name', {
      domainName: front.domainName,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', front.certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: front.truststore === undefined ? undefined : this.trusting(front.truststore),
    });
    new BasePathMapping(this, 'Root', { domainName, restApi: api, stage: api.deploymentStage });
    new CfnOutput(this, 'Target', {
      value: domainName.domainNameAliasDomainName,
      description: `Alias target of ${front.domainName}`,
    });
  }

  private trusting(truststore: string) {
    const { hostname, pathname } = new URL(truststore);
    return { bucket: Bucket.fromBucketName(this, 'Truststore', hostname), key: pathname.slice(1) };
  }
}
