import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { consentFeedContract } from '#test/contract/consent-feed.contract';

const dynamo = dynamoForThisFile();

consentFeedContract('memory', async () => memoryStores());
consentFeedContract('DynamoDB', dynamo.fresh);
