import { App } from 'aws-cdk-lib';
import { addChecks, makeHub } from '#infra/hub';
import { settingsFrom } from '#infra/stages';

const app = new App({ analyticsReporting: false });
const settings = settingsFrom((key): unknown => app.node.tryGetContext(key), process.env['CDK_DEFAULT_ACCOUNT']);
makeHub(app, settings);
addChecks(app, settings);
